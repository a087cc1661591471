import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { switchFactorOn, type Authenticator } from '../testing/sign-in/factor.ts';
import { letterPassword, officeDesk } from '../testing/office-desk.ts';
import { confirmAddress } from '../testing/record-tools.ts';
import { FAMILY, NEW_PASSWORD, OLD_PASSWORD, startVisitors, type Visitors } from '../testing/visitor.ts';

const ADDRESS = 'marta@famiglia.example.it';
const VICTIM = FAMILY.martaSecond;

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await at.close();
});

/** Does something just before the nth time from now that accounts are changed: an act has looked at everything, and not written yet. */
function inTheGap(nth: number, work: () => Promise<unknown>) {
  const { accounts } = at.storage;
  const transaction = accounts.transaction.bind(accounts);
  let left = nth;
  const spy = vi.spyOn(accounts, 'transaction').mockImplementation(async (change) => {
    left -= 1;
    if (left === 0) {
      spy.mockRestore();
      await work();
    }
    return await transaction(change);
  });
}

const office = {
  block: async () =>
    await officeDesk(at).act('block', { usernames: [VICTIM], reason: 'Affidamento revocato' }),
  reissue: async () => await officeDesk(at).act('reissue', { usernames: [VICTIM] }),
};

async function everything() {
  return await at.storage.accounts.read(async (reader) => {
    const account = must(await reader.account(VICTIM), 'an account');
    return { account, profile: await reader.profile(account.profile) };
  });
}

async function inTheGapOf(request: () => Promise<unknown>, act: keyof typeof office, nth = 1) {
  let after: unknown;
  inTheGap(nth, async () => {
    await office[act]();
    after = await everything();
  });
  const answer = await request();
  expect(after).toBeDefined();
  return { answer, after };
}

/** What somebody who is signed in can do, each with what has to be there before. */
const ACTS: Readonly<Record<string, (token: string) => Promise<() => Promise<unknown>>>> = {
  'linking an address': async (token) => () =>
    at.act(token, { kind: 'linkEmail', address: 'nuovo@example.it', newPassword: NEW_PASSWORD }),
  'joining a portfolio': async (token) => {
    await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
    return () => at.act(token, { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD });
  },
  'sending the confirmation again': async (token) => {
    await at.act(token, { kind: 'linkEmail', address: 'nuovo@example.it', newPassword: NEW_PASSWORD });
    at.clock.now += 120_000;
    return () => at.send('POST', '/api/account/email/resend', undefined, { token });
  },
  'removing an address that waits': async (token) => {
    await at.act(token, { kind: 'linkEmail', address: 'nuovo@example.it', newPassword: NEW_PASSWORD });
    return () => at.send('DELETE', '/api/account/email/pending', undefined, { token });
  },
  'beginning a second factor': async (token) => () =>
    at.send('POST', '/api/account/second-factor/begin', {}, { token }),
  'choosing a language': async (token) => () =>
    at.send('PUT', '/api/account/language', { language: 'en' }, { token }),
  'changing the password': async (token) => () =>
    at.act(token, { kind: 'changePassword', current: OLD_PASSWORD, next: NEW_PASSWORD }),
  'confirming the own record': async (token) => () =>
    at.send('POST', '/api/account/record/confirm', { seen: 'whatever was shown' }, { token }),
  'ending a device': async (token) => {
    await at.enter(VICTIM, OLD_PASSWORD, 'another-device');
    const { devices } = await at.view(token);
    const other = must(
      devices.find(({ current }) => !current),
      'another device',
    );
    return () => at.send('POST', `/api/account/devices/${other.session}/end`, undefined, { token });
  },
};

const WITH_FACTOR: Readonly<Record<string, (token: string, phone: Authenticator) => () => Promise<unknown>>> =
  {
    'replacing a second factor': (token, phone) => () =>
      at.send('POST', '/api/account/second-factor/begin', { code: phone() }, { token }),
    'renewing recovery codes': (token, phone) => () =>
      at.send('POST', '/api/account/second-factor/recovery-codes', { code: phone() }, { token }),
  };

describe.each(['block', 'reissue'] as const)('a %s while an act is on its way stands', (act) => {
  test.each(Object.keys(ACTS))('%s', async (name) => {
    const { accessToken } = await at.enter(VICTIM);
    const request = await must(ACTS[name], name)(accessToken);
    const { answer, after } = await inTheGapOf(request, act);
    expect(answer).toMatchObject({ status: 401, body: { kind: 'notSignedIn' } });
    expect(await everything()).toEqual(after);
  });

  test.each(Object.keys(WITH_FACTOR))('%s', async (name) => {
    const { accessToken } = await at.enter(VICTIM);
    const phone = await switchFactorOn(at, accessToken);
    const { answer, after } = await inTheGapOf(must(WITH_FACTOR[name], name)(accessToken, phone), act);
    expect(answer).toMatchObject({ status: 401, body: { kind: 'notSignedIn' } });
    expect(await everything()).toEqual(after);
  });

  test('confirming a second factor', async () => {
    const { accessToken: token } = await at.enter(VICTIM);
    await at.send('POST', '/api/account/second-factor/begin', {}, { token });
    const confirm = () =>
      at.send('POST', '/api/account/second-factor/confirm', { code: '123456' }, { token });
    const { answer, after } = await inTheGapOf(confirm, act);
    expect(answer).toMatchObject({ status: 401, body: { kind: 'notSignedIn' } });
    expect(await everything()).toEqual(after);
  });

  test('a new password by a link', async () => {
    const recover = async (payload: object) =>
      await at.send<{ choices: readonly { choice: string }[] }>('POST', '/session/recover', payload);
    const [offered] = (await recover({ kind: 'addresses', name: VICTIM })).body.choices;
    await recover({ kind: 'byName', name: VICTIM, choice: must(offered, 'a choice').choice });
    const link = await at.link('resetPassword');
    const password = 'melograno tramonto viola';
    const request = async () => await at.page(link, { password, repeated: password });
    const { answer, after } = await inTheGapOf(request, act);
    expect(answer).toMatchObject({ status: act === 'block' ? 403 : 410 });
    expect(await everything()).toEqual(after);
  });

  test('the first password of an account that was issued', async () => {
    await office.reissue();
    const letter = must(await letterPassword(at, at.signingKey, VICTIM), 'a letter');
    const { body } = await at.attempt(VICTIM, letter);
    const { ticket } = must((body as SignInAnswer).step, 'a step');
    const request = async () =>
      await at.send('POST', '/session/new-password', { ticket, password: NEW_PASSWORD });
    const { answer, after } = await inTheGapOf(request, act);
    expect(answer).toMatchObject({ status: 401 });
    expect(await everything()).toEqual(after);
  });

  test.each([1, 2])('joining with a code, before change %i', async (nth) => {
    await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
    const phone = await switchFactorOn(at, (await at.enter(FAMILY.marta, NEW_PASSWORD)).accessToken);
    const { accessToken } = await at.enter(VICTIM);
    const join = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
    const request = async () => await at.act(accessToken, { ...join, code: phone() });
    const { answer, after } = await inTheGapOf(request, act, nth);
    expect(answer).toMatchObject({ status: 401, body: { kind: 'notSignedIn' } });
    expect(await everything()).toEqual(after);
  });
});

test('a session that joins a portfolio meanwhile does not set that one’s password by linking an address', async () => {
  await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
  const { accessToken } = await at.enter(VICTIM);
  const joins = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
  const links = {
    kind: 'linkEmail',
    address: 'x@example.it',
    newPassword: 'melograno tramonto viola',
  } as const;
  inTheGap(1, async () => {
    expect((await at.act(accessToken, joins)).body).toEqual({ outcome: 'done' });
  });
  expect((await at.act(accessToken, links)).body).toMatchObject({ kind: 'notPossible' });
  expect((await at.attempt(FAMILY.marta, NEW_PASSWORD)).status).toBe(200);
});

describe('signing in while something changes', () => {
  test('opens nothing past a second factor that was switched on since the password was right', async () => {
    const { accessToken } = await at.enter(VICTIM);
    inTheGap(1, async () => {
      await switchFactorOn(at, accessToken);
    });
    expect((await at.attempt(VICTIM, OLD_PASSWORD, { device: 'device-of-thief' })).status).toBe(401);
    expect((await at.attempt(VICTIM, OLD_PASSWORD)).body).toMatchObject({ step: { kind: 'secondFactor' } });
  });
});
