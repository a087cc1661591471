import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { RecoveryAnswer, RecoveryRequest } from '../../../domain/protocol/endpoints/account/account.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { CLASS_A } from '../../testing/test-school.ts';
import { usernameOf } from '../../testing/test-server.ts';
import { FAMILY, NEW_PASSWORD, OLD_PASSWORD, startVisitors, type Visitors } from '../../testing/visitor.ts';

const ADDRESS = 'marta.privata@example.it';
const RECORDED = 'marta@example.it';
const HOUR = 3_600_000;
const RESET = 'melograno tramonto viola';

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

async function recover(request: RecoveryRequest, address = '10.0.0.1') {
  return await at.send<RecoveryAnswer>('POST', '/session/recover', request, { address });
}

async function choicesOf(name: string, address?: string) {
  const { status, body } = await recover({ kind: 'addresses', name }, address);
  expect(status).toBe(200);
  return body.choices;
}

async function linkAddress(confirmed = true) {
  const { accessToken } = await at.enter(FAMILY.marta);
  await at.act(accessToken, { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD });
  if (confirmed) await at.page(await at.link('confirmEmail'), {});
}

/** The form of the page behind a link. */
async function setPassword(path: string, password = RESET) {
  return await at.page(path, { password, repeated: password });
}

describe('S16 recovery by a linked address', () => {
  test('sends one mail whose link sets a new password: the old one is dead, the link too, all sessions end', async () => {
    await linkAddress();
    const own = await at.enter(FAMILY.marta, NEW_PASSWORD);
    expect(await recover({ kind: 'byEmail', address: ` ${ADDRESS.toUpperCase()}` })).toEqual({
      status: 200,
      body: { choices: [] },
    });
    const mails = await at.mails('resetPassword');
    expect(mails.map(({ to }) => to)).toEqual([ADDRESS]);
    const path = await at.link('resetPassword');
    expect((await at.page(path)).body).toContain(FAMILY.marta);
    expect((await setPassword(path)).status).toBe(200);
    expect((await at.attempt(FAMILY.marta, NEW_PASSWORD)).status).toBe(401);
    expect((await at.attempt(ADDRESS, RESET)).status).toBe(200);
    expect((await at.refresh(own.refreshToken)).status).toBe(401);
    expect((await setPassword(path, `${RESET} due`)).status).toBe(410);
    expect((await at.mails('passwordChanged')).map(({ to }) => to)).toEqual([ADDRESS]);
    const acts = (await at.events(FAMILY.marta)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['recoveryAsked', 'passwordReset']));
  });

  test.each([
    ['an address that nobody has', 'nobody@example.it'],
    ['what is no address', 'marta'],
    ['the address of the school’s record', RECORDED],
    ['a username', FAMILY.marta],
  ])('with %s sends nothing and answers the same', async (_what, address) => {
    await linkAddress();
    expect(await recover({ kind: 'byEmail', address })).toEqual({ status: 200, body: { choices: [] } });
    expect(await at.mails('resetPassword')).toEqual([]);
  });

  test('with an address that is not confirmed sends nothing', async () => {
    await linkAddress(false);
    await recover({ kind: 'byEmail', address: ADDRESS });
    expect(await at.mails('resetPassword')).toEqual([]);
  });
});

describe('S17 the link', () => {
  test.each([
    ['71:59:59', 72 * HOUR - 1000, 200],
    ['72:00:00', 72 * HOUR, 200],
    ['72:00:01', 72 * HOUR + 1000, 410],
  ])('at %s answers as it should', async (_time, passed, status) => {
    await linkAddress();
    await recover({ kind: 'byEmail', address: ADDRESS });
    const path = await at.link('resetPassword');
    at.clock.now += passed;
    expect((await at.page(path)).status).toBe(status);
    expect((await setPassword(path)).status).toBe(status);
    expect((await at.attempt(FAMILY.marta, RESET)).status).toBe(status === 200 ? 200 : 401);
  });

  test('is ended by a newer one', async () => {
    await linkAddress();
    await recover({ kind: 'byEmail', address: ADDRESS });
    const older = await at.link('resetPassword');
    at.clock.now += 1000;
    await recover({ kind: 'byEmail', address: ADDRESS });
    const newer = await at.link('resetPassword');
    expect(newer).not.toBe(older);
    expect((await setPassword(older)).status).toBe(410);
    expect((await setPassword(newer)).status).toBe(200);
  });
});

describe('S18, S19 recovery by username or School pass', () => {
  test.each([
    ['a guardian', FAMILY.marta, ['m••••@e••••.it'], RECORDED],
    ['a second guardian', FAMILY.nino.toLowerCase(), ['n••••@e••••.it'], 'nino@example.it'],
  ])(
    'offers %s the addresses of the school’s record, masked, and mails to the chosen one',
    async (...row) => {
      const [, name, masked, to] = row;
      const choices = await choicesOf(name);
      expect(choices.map((choice) => choice.masked)).toEqual(masked);
      const choice = must(choices[0], 'a choice').choice;
      expect(choice).not.toContain('example');
      expect(await recover({ kind: 'byName', name, choice })).toEqual({ status: 200, body: { choices: [] } });
      expect((await at.mails('resetPassword')).map((mail) => mail.to)).toEqual([to]);
      expect((await setPassword(await at.link('resetPassword'))).status).toBe(200);
      expect((await at.attempt(name, RESET)).status).toBe(200);
    },
  );

  test('takes the School pass in the place of the username', async () => {
    const { identity } = await at.enter(FAMILY.marta);
    const name = ` ${identity.schoolPass.slice(0, 4)} ${identity.schoolPass.slice(4)}`;
    const choice = must((await choicesOf(name))[0], 'a choice').choice;
    await recover({ kind: 'byName', name, choice });
    expect((await at.mails('resetPassword'))[0]).toMatchObject({ to: RECORDED, username: FAMILY.marta });
  });

  test('refuses a choice that is forged, another’s, of another name, or a quarter of an hour old, with the same answer', async () => {
    const own = must((await choicesOf(FAMILY.marta))[0], 'a choice').choice;
    const others = must((await choicesOf(FAMILY.nino))[0], 'a choice').choice;
    const forged = [
      RECORDED,
      'me@evil.example',
      others,
      `${own}x`,
      `zzzzzzzz.${own.split('.')[1]}`,
      '0',
      '.',
    ];
    for (const [index, choice] of forged.entries())
      expect(await recover({ kind: 'byName', name: FAMILY.marta, choice }, `10.1.0.${index}`)).toEqual({
        status: 200,
        body: { choices: [] },
      });
    expect((await recover({ kind: 'byName', name: FAMILY.nino, choice: own })).status).toBe(200);
    at.clock.now += 15 * 60_000 + 1;
    expect((await recover({ kind: 'byName', name: FAMILY.marta, choice: own })).status).toBe(200);
    expect(await at.mails()).toEqual([]);
  });

  test('offers nothing where the record has no address, or the account is blocked: the page names the office', async () => {
    expect(await choicesOf(FAMILY.olivia)).toEqual([]);
    await officeDesk(at).act('block', { usernames: [FAMILY.nino], reason: 'prova' });
    expect(await choicesOf(FAMILY.nino)).toEqual([]);
  });

  test('offers invented addresses for names that nobody has: the same each time, and some have none', async () => {
    // What is invented hangs on the server's key: with this one, all that can be invented is.
    await at.close();
    at = await startVisitors({ signingKey: Buffer.alloc(32, 7) });
    const numbers: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      const name = `G${900_000 + count}A`;
      const from = `10.2.0.${count}`;
      const first = (await choicesOf(name, from)).map(({ masked }) => masked);
      expect((await choicesOf(name, from)).map(({ masked }) => masked)).toEqual(first);
      numbers.push(first.length);
      for (const masked of first) expect(masked).toMatch(/^[a-z]••••@[a-z]••••\.[a-z]+$/);
    }
    // Three are as rare as in a record.
    expect([...new Set(numbers)]).toEqual(expect.arrayContaining([0, 1, 2]));
    expect(Math.max(...numbers)).toBeLessThanOrEqual(3);
    const name = `G${900_000 + numbers.indexOf(1)}A`;
    const { choice } = must((await choicesOf(name))[0], 'a choice');
    expect(await recover({ kind: 'byName', name, choice })).toMatchObject({ status: 200 });
  });

  test('sends five mails a day to one account, and answers the same after that', async () => {
    for (let count = 0; count < 6; count += 1) {
      at.clock.now += 2 * HOUR;
      const from = `10.3.0.${count}`;
      const choice = must((await choicesOf(FAMILY.marta, from))[0], 'a choice').choice;
      expect((await recover({ kind: 'byName', name: FAMILY.marta, choice }, from)).status).toBe(200);
    }
    expect(await at.mails('resetPassword')).toHaveLength(5);
  });

  test('works for staff, and brings an account that was only issued to life', async () => {
    await at.close();
    at = await startVisitors({}, { withFamilies: false });
    const { issued } = await officeDesk(at).issue({ classId: CLASS_A });
    expect(await choicesOf(usernameOf('anna'))).toEqual([]);
    const name = issued.find((username) => username.startsWith('X'));
    const choice = must((await choicesOf(must(name, 'an account of Nino')))[0], 'a choice').choice;
    await recover({ kind: 'byName', name: must(name, 'an account'), choice });
    await setPassword(await at.link('resetPassword'));
    expect((await at.attempt(must(name, 'an account'), RESET)).body).toHaveProperty('tokens');
  });
});

describe('the page behind a link', () => {
  async function path() {
    const choice = must((await choicesOf(FAMILY.marta))[0], 'a choice').choice;
    await recover({ kind: 'byName', name: FAMILY.marta, choice });
    return await at.link('resetPassword');
  }

  test('is in the language of the browser, or of the switch on it', async () => {
    const link = await path();
    expect((await at.page(link)).body).toContain('<html lang="it">');
    expect((await at.page(link, undefined, { 'accept-language': 'en-GB,en;q=0.9' })).body).toContain(
      'Repeat',
    );
    expect((await at.page(`${link}?language=en`)).body).toContain('<html lang="en">');
    expect((await at.page(`${link}?language=zz`, undefined, { 'accept-language': 'fr' })).body).toContain(
      'Ripeti',
    );
  });

  test('says what is wrong with a password and leaves the link as it was', async () => {
    const link = await path();
    for (const [password, repeated, words] of [
      ['corta', 'corta', 'troppo corta'],
      ['password12', 'password12', 'fra le più usate'],
      [RESET, `${RESET}x`, 'non sono uguali'],
      ['Genitore Marta', 'Genitore Marta', 'chi conosce la persona'],
    ] as const) {
      const answer = await at.page(link, { password, repeated });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(words);
      expect(answer.body).not.toContain(password === 'Genitore Marta' ? 'value="Genitore' : `"${password}"`);
    }
    expect((await setPassword(link)).status).toBe(200);
  });

  test('has its own style and script and nothing else, is kept by nobody, and tells nobody its address', async () => {
    const answer = await at.app.inject(await path());
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.body).not.toMatch(/<script>|style=|onclick=/);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    for (const asset of ['/web/link.css', '/web/link.js'])
      expect((await at.app.inject(asset)).statusCode).toBe(200);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin in an old browser', { origin: 'https://evil.example' }, 403],
    ['an origin that is none', { origin: 'rubbish' }, 403],
    ['this page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['an old browser that does not say', {}, 200],
  ])('takes a form sent by %s or not', async (_who, headers, status) => {
    const link = await path();
    const form = { password: RESET, repeated: RESET };
    expect((await at.page(link, form, headers)).status).toBe(status);
  });

  test('says that a link is unknown, and does not do for one purpose what is for another', async () => {
    expect(await at.page(`/link/${'a'.repeat(43)}`)).toMatchObject({ status: 404 });
    expect(await at.page('/link/x')).toMatchObject({ status: 404 });
    await linkAddress(false);
    const confirm = await at.link('confirmEmail');
    expect((await setPassword(confirm)).status).toBe(404);
    expect((await at.attempt(FAMILY.marta, RESET)).status).toBe(401);
    expect((await at.attempt(FAMILY.marta, OLD_PASSWORD)).status).toBe(401);
    const reset = await path();
    expect((await at.page(reset, {})).status).toBe(404);
  });

  test('of a blocked account says so', async () => {
    const link = await path();
    await officeDesk(at).act('block', { usernames: [FAMILY.marta], reason: 'prova' });
    expect([403, 410]).toContain((await setPassword(link)).status);
  });
});
