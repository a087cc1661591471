import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FAMILY, NEW_PASSWORD, OLD_PASSWORD, startVisitors, type Visitors } from '../../testing/visitor.ts';

const ADDRESS = 'marta@example.it';
const HOUR = 3_600_000;
const BUTTON = {};

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

async function linkAddress(name: string = FAMILY.marta, address = ADDRESS, password = OLD_PASSWORD) {
  const { accessToken } = await at.enter(name, password);
  const act = { kind: 'linkEmail', address, newPassword: NEW_PASSWORD } as const;
  return { accessToken, answer: await at.act(accessToken, act) };
}

describe('S22 the new password', () => {
  test.each([
    ['', 400],
    ['corta', 422],
    ['password12', 422],
    ['juventus1897', 422],
    ['Prova Marta Genitore', 422],
    ['g000001a g000001a', 422],
  ])('"%s" is refused, and nothing has changed', async (newPassword, status) => {
    const { accessToken } = await at.enter(FAMILY.marta);
    const refused = await at.act(accessToken, { kind: 'linkEmail', address: ADDRESS, newPassword });
    expect(refused.status).toBe(status);
    expect(await at.mails()).toEqual([]);
    expect((await at.attempt(FAMILY.marta, OLD_PASSWORD)).status).toBe(200);
  });
});

describe('S23 from the moment of linking', () => {
  test('the new password is the valid one and the old one is dead, at once', async () => {
    const { accessToken, answer } = await linkAddress();
    expect(answer).toEqual({ status: 200, body: { outcome: 'done' } });
    expect((await at.attempt(FAMILY.marta, OLD_PASSWORD)).status).toBe(401);
    expect((await at.attempt(FAMILY.marta, NEW_PASSWORD)).status).toBe(200);
    expect((await at.view(accessToken)).pendingEmail?.address).toBe(ADDRESS);
  });

  test('all other sessions end, the one that acts goes on (S20)', async () => {
    const other = await at.enter(FAMILY.marta, OLD_PASSWORD, 'device-two');
    const { accessToken } = await linkAddress();
    expect((await at.refresh(other.refreshToken)).status).toBe(401);
    expect((await at.send('GET', '/api/account', undefined, { token: other.accessToken })).status).toBe(401);
    expect((await at.send('GET', '/api/account', undefined, { token: accessToken })).status).toBe(200);
  });
});

describe('S24 the address', () => {
  test('signs in after its link was followed, by a browser in which nobody is signed in, and not before', async () => {
    await linkAddress();
    expect((await at.attempt(ADDRESS, NEW_PASSWORD)).status).toBe(401);
    const path = await at.link('confirmEmail');
    expect((await at.page(path, BUTTON)).status).toBe(200);
    expect((await at.attempt('  Marta@EXAMPLE.it ', NEW_PASSWORD)).status).toBe(200);
    expect((await at.attempt(ADDRESS, OLD_PASSWORD)).status).toBe(401);
  });

  test('is not confirmed by a scanner that opens the link, however often', async () => {
    await linkAddress();
    const path = await at.link('confirmEmail');
    for (let count = 0; count < 3; count += 1) {
      const page = await at.page(path);
      expect(page.status).toBe(200);
      expect(page.body).toContain('Conferma l’indirizzo');
    }
    expect((await at.attempt(ADDRESS, NEW_PASSWORD)).status).toBe(401);
    await at.page(path, BUTTON);
    expect((await at.attempt(ADDRESS, NEW_PASSWORD)).status).toBe(200);
  });
});

describe('S25 the mail', () => {
  test('is queued at once; another one follows after a minute, five in a day, and the newest link alone works', async () => {
    const { accessToken: token } = await linkAddress();
    const again = () => at.send('POST', '/api/account/email/resend', undefined, { token });
    const first = await at.link('confirmEmail');
    expect(await again()).toMatchObject({ status: 409, body: { reason: 'tooSoon', retryAfter: 60 } });
    at.clock.now += 60_000;
    expect((await again()).status).toBe(204);
    const second = await at.link('confirmEmail');
    expect((await at.page(first, BUTTON)).status).toBe(410);
    for (let count = 0; count < 3; count += 1) {
      at.clock.now += 60_000;
      expect((await again()).status).toBe(204);
    }
    at.clock.now += 60_000;
    const { status, body } = await again();
    expect({ status, reason: body['reason'] }).toEqual({ status: 409, reason: 'tooSoon' });
    expect(Number(body['retryAfter'])).toBeGreaterThan(20 * 3600);
    expect((await at.page(second, BUTTON)).status).toBe(410);
    expect((await at.page(await at.link('confirmEmail'), BUTTON)).status).toBe(200);
  });
});

describe('S26 the link', () => {
  test.each([
    ['71:59:59', 72 * HOUR - 1000, 200],
    ['72:00:00', 72 * HOUR, 200],
    ['72:00:01', 72 * HOUR + 1000, 410],
  ])('at %s answers as it should', async (_time, passed, status) => {
    await linkAddress();
    const path = await at.link('confirmEmail');
    at.clock.now += passed;
    expect((await at.page(path)).status).toBe(status);
    expect((await at.page(path, BUTTON)).status).toBe(status);
    expect((await at.attempt(ADDRESS, NEW_PASSWORD)).status).toBe(status === 200 ? 200 : 401);
  });

  test('works once', async () => {
    await linkAddress();
    const path = await at.link('confirmEmail');
    expect((await at.page(path, BUTTON)).status).toBe(200);
    expect((await at.page(path, BUTTON)).status).toBe(410);
    expect((await at.page(path)).body).toContain('già stato usato');
  });

  test('once expired leaves no address waiting, and the account goes on with the new password', async () => {
    await linkAddress();
    at.clock.now += 72 * HOUR + 1;
    const { accessToken } = await at.enter(FAMILY.marta, NEW_PASSWORD);
    expect(await at.view(accessToken)).not.toHaveProperty('pendingEmail');
  });
});

describe('S27 a wrong address', () => {
  test('is deleted and replaced: the old link is dead, the new one works', async () => {
    const { accessToken: token } = await linkAddress(FAMILY.marta, 'marta@exmaple.it');
    const wrong = await at.link('confirmEmail');
    expect((await at.send('DELETE', '/api/account/email/pending', undefined, { token })).status).toBe(204);
    expect(await at.view(token)).not.toHaveProperty('pendingEmail');
    expect((await at.page(wrong, BUTTON)).status).toBe(410);
    const act = { kind: 'linkEmail', address: ADDRESS, newPassword: `${NEW_PASSWORD} due` } as const;
    expect((await at.act(token, act)).status).toBe(200);
    expect((await at.page(await at.link('confirmEmail'), BUTTON)).status).toBe(200);
    expect((await at.attempt(ADDRESS, `${NEW_PASSWORD} due`)).status).toBe(200);
  });

  test('that is confirmed is removed with the password, which goes on working with the username', async () => {
    const { accessToken: token } = await linkAddress();
    await at.page(await at.link('confirmEmail'), BUTTON);
    const replace = { kind: 'linkEmail', address: 'other@example.it', newPassword: NEW_PASSWORD } as const;
    expect((await at.act(token, replace)).body).toMatchObject({ reason: 'emailConfirmed' });
    expect((await at.act(token, { kind: 'removeEmail', password: 'wrong' })).status).toBe(422);
    expect((await at.act(token, { kind: 'removeEmail', password: NEW_PASSWORD })).status).toBe(200);
    expect((await at.attempt(ADDRESS, NEW_PASSWORD)).status).toBe(401);
    expect((await at.attempt(FAMILY.marta, NEW_PASSWORD)).status).toBe(200);
    const [mail] = await at.mails('emailChanged');
    expect(mail).toMatchObject({ to: ADDRESS });
    expect(mail?.text).not.toContain(ADDRESS);
  });
});

test('every act is in the register of operations, without the address', async () => {
  await linkAddress();
  await at.page(await at.link('confirmEmail'), BUTTON);
  const events = await at.events(FAMILY.marta);
  const acts = events.map(({ act }) => act);
  expect(acts).toEqual(
    expect.arrayContaining(['signedIn', 'passwordChanged', 'emailLinked', 'emailConfirmed']),
  );
  expect(JSON.stringify(events)).not.toContain('marta@');
});
