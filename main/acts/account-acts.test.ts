import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, keyOf } from '../testing/computer.ts';
import { sampleEntry, sampleGuardian } from '../testing/samples.ts';
import { mergeProfiles, startSchoolServer } from '../testing/school-server.ts';

const first = sampleGuardian(1);
const second = sampleGuardian(2);
const credentials = { username: first.username, password: 'password' };
const DONE = { ok: true, value: { outcome: 'done' } };

async function setUp() {
  const server = await startSchoolServer(first, second);
  const pc = computer(server);
  const person = (username: string) => must(server.people.get(username), 'on the server');
  return { server, pc, person, ...(await pc.start()) };
}

describe('acts on an account', () => {
  it('seal account and portfolio under the new password, and the old one opens none of their accounts', async () => {
    const { server, pc, person, device } = await setUp();
    mergeProfiles(server.people, person(first.username), person(second.username));
    await device.signIn({ ...credentials, username: second.username });
    await device.signIn(credentials);
    await device.journal()?.append([sampleEntry(1)]);
    const key = keyOf(device);
    expect(
      await device.accountAct({ kind: 'changePassword', current: 'password', next: 'a new password' }),
    ).toEqual(DONE);
    expect(keyOf(device)).toEqual(key);
    await server.stop();
    const again = await pc.start();
    for (const account of [first, second]) {
      expect((await again.device.unlock(account, 'password')).ok).toBe(false);
      expect((await again.device.unlock(account, 'a new password')).ok).toBe(true);
    }
    expect(await again.device.switchAccount(first, undefined)).toMatchObject({ ok: true });
    expect(again.device.journal()?.unsent()).toBe(1);
  });

  it('change nothing here when the server refuses', async () => {
    const { server, pc, device } = await setUp();
    await device.signIn(credentials);
    const act = { kind: 'changePassword', current: 'wrong', next: 'a new password' } as const;
    expect(await device.accountAct(act)).toEqual({ ok: false, failure: { kind: 'wrongPassword' } });
    server.overrule = { status: 503, kind: 'unavailable' };
    expect(await device.accountAct(act)).toEqual({ ok: false, failure: { kind: 'serverUnreachable' } });
    await server.stop();
    const again = await pc.start();
    expect((await again.device.unlock(first, 'password')).ok).toBe(true);
    expect(await again.device.accountAct(act)).toMatchObject({ ok: false });
  });

  it('join an account to a portfolio: its data opens with the portfolio’s password, and the others are one switch away (S30, S32)', async () => {
    const { server, pc, person, device } = await setUp();
    person(second.username).address = 'anna@example.it';
    person(second.username).password = 'the portfolio’s';
    await device.signIn({ username: second.username, password: 'the portfolio’s' });
    await device.signIn(credentials);
    await device.journal()?.append([sampleEntry(1)]);
    const key = keyOf(device);
    const address = 'anna@example.it';
    expect(await device.accountAct({ kind: 'linkEmail', address, newPassword: 'another one' })).toEqual({
      ok: true,
      value: { outcome: 'portfolioPasswordNeeded' },
    });
    expect(await device.accountAct({ kind: 'mergeProfile', address, password: 'the portfolio’s' })).toEqual(
      DONE,
    );
    expect(device.state()).toMatchObject({
      identity: {
        profile: second.profile,
        portfolio: [{ username: first.username }, { username: second.username }],
      },
    });
    expect(keyOf(device)).toEqual(key);
    expect(await device.switchAccount(second, undefined)).toMatchObject({ ok: true });
    await server.stop();
    const again = await pc.start();
    expect((await again.device.unlock(first, 'password')).ok).toBe(false);
    expect((await again.device.unlock(first, 'the portfolio’s')).ok).toBe(true);
    expect(again.device.journal()?.unsent()).toBe(1);
    expect(await again.device.switchAccount(second, undefined)).toMatchObject({ ok: true });
  });

  it('are nobody’s while the register is locked', async () => {
    const { device } = await setUp();
    await device.signIn(credentials);
    device.lock('user');
    expect(await device.accountAct({ kind: 'removeEmail', password: 'password' })).toEqual({
      ok: false,
      failure: { kind: 'notSignedIn' },
    });
  });
});

describe('a portfolio that was changed elsewhere (S34)', () => {
  it('appears at the next renewal without logging out, and is there after a restart', async () => {
    const { server, pc, person, device, broker, states } = await setUp();
    await device.signIn(credentials);
    const asked = device.localStoreKey();
    mergeProfiles(server.people, person(first.username), person(second.username));
    broker.expired('access-1');
    await broker.accessToken();
    const names = [{ username: first.username }, { username: second.username }];
    await expect.poll(() => states.at(-1)).toMatchObject({ kind: 'open', identity: { portfolio: names } });
    expect(device.localStoreKey()).toEqual(asked);
    expect(await device.switchAccount(second, undefined)).toMatchObject({ ok: true });
    await server.stop();
    const again = await pc.start();
    expect((await again.device.deviceAccounts()).map(({ identity }) => identity.portfolio)).toMatchObject([
      names,
      names,
    ]);
  });

  it('takes away the key of a portfolio that the account has left, and keeps its own data', async () => {
    const { server, pc, person, device, broker, store } = await setUp();
    mergeProfiles(server.people, person(first.username), person(second.username));
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await device.switchAccount(first, undefined);
    const key = must(store.account()?.portfolio, 'open').key;
    person(first.username).identity = { ...first, profile: 'alone' };
    broker.expired('access-3');
    await broker.accessToken();
    await expect.poll(() => device.state()).toMatchObject({ identity: { profile: 'alone' } });
    expect(store.account()?.portfolio).toBeUndefined();
    expect(key).toEqual(Buffer.alloc(32));
    expect(await device.switchAccount(second, undefined)).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
    await server.stop();
    const again = await pc.start();
    expect((await again.device.unlock(second, 'password')).ok).toBe(true);
    expect(await again.device.switchAccount(first, undefined)).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
    expect((await again.device.unlock(first, 'password')).ok).toBe(true);
  });
});

describe('recovery', () => {
  it('is asked of the school’s server, without an account', async () => {
    const { recover, server } = await setUp();
    expect(await recover({ kind: 'addresses', name: 'G000001A' })).toEqual({
      ok: true,
      value: { choices: [{ choice: 'c1', masked: 'g••••@example.it' }] },
    });
    expect(server.requests).toMatchObject([
      { url: '/session/recover', body: '{"kind":"addresses","name":"G000001A"}' },
    ]);
    expect(await recover({ kind: 'byEmail', address: 'a@example.it', school: 'EVIL0001' })).toEqual({
      ok: false,
      failure: { kind: 'internal' },
    });
    server.overrule = { status: 429, kind: 'tooManyAttempts', retryAfter: 60 };
    expect(await recover({ kind: 'byEmail', address: 'a@example.it' })).toEqual({
      ok: false,
      failure: { kind: 'tooManyAttempts', waitSeconds: 60 },
    });
    await server.stop();
    expect(await recover({ kind: 'byEmail', address: 'a@example.it' })).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
  });
});
