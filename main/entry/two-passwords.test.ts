import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, keyOf } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleGuardian, sampleIdentity } from '../testing/samples.ts';
import { mergeProfiles, startSchoolServer } from '../testing/school-server.ts';
import type { SafeStoragePort } from '../keychain/keychain.ts';

const principal = sampleIdentity(1);
const { school, username } = principal;
/** The server's password of everybody, in the test's server. */
const SERVERS = 'password';
const LOCAL = 'ombrello tamburo verde';
const OTHER = 'lavagna sotto la pioggia';
const OFF = { status: 503, kind: 'unavailable' };

async function setUp(safeStorage: SafeStoragePort = fakeSafeStorage(), people = [principal]) {
  const server = await startSchoolServer(...people);
  const pc = computer(server, safeStorage);
  const { device } = await pc.start();
  const sent = () => JSON.stringify(server.requests.map(({ url, body }) => [url, body]));
  return { server, pc, device, sent };
}

type Setting = Awaited<ReturnType<typeof setUp>>;

async function comeBack({ server, device }: Pick<Setting, 'server' | 'device'>, as = principal) {
  await device.startProvider({ school: as.school, only: as });
  server.browserCodes.set('ABCD2345', as.username);
  return await device.finishProvider('ABCD2345');
}

/** Entered by the provider, with a password of this computer. */
async function entered(safeStorage?: SafeStoragePort): Promise<Setting> {
  const all = await setUp(safeStorage);
  await comeBack(all);
  await all.device.answerStep({ kind: 'newLocalPassword', password: LOCAL });
  return all;
}

describe('an account with data under the server’s password, entered by the provider', () => {
  it('keeps that password, here and for the server', async () => {
    const all = await setUp(fakeSafeStorage('basic_text'));
    await all.device.signIn({ username, password: SERVERS });
    const key = keyOf(all.device);
    const { device } = await all.pc.start();
    await comeBack({ ...all, device });
    expect((await device.answerStep({ kind: 'localPassword', password: SERVERS })).ok).toBe(true);
    expect(keyOf(device)).toEqual(key);
    expect(device.state()).not.toHaveProperty('byProvider');
    expect((await device.deviceAccounts())[0]).not.toHaveProperty('byProvider');
    // No session was kept: the password alone makes a new one.
    const later = await all.pc.start();
    expect((await later.device.unlock(principal, SERVERS)).ok).toBe(true);
    await expect.poll(later.device.state).toMatchObject({ connection: 'online' });
  });

  it('has one of this computer, where another one is chosen', async () => {
    const all = await setUp();
    await all.device.signIn({ username, password: SERVERS });
    const { device } = await all.pc.start();
    await comeBack({ ...all, device });
    await device.answerStep({ kind: 'newLocalPassword', password: OTHER });
    expect(device.state()).toMatchObject({ byProvider: true });
  });

  it('keeps it when somebody goes over to it from an account of the portfolio that has one of this computer', async () => {
    const [first, second] = [sampleGuardian(1), sampleGuardian(2)];
    const all = await setUp(fakeSafeStorage(), [first, second]);
    const { people } = all.server;
    const into = must(people.get(first.username), 'on the server');
    mergeProfiles(people, into, must(people.get(second.username), 'on the server'));
    into.password = LOCAL;
    await all.device.signIn({ username: first.username, password: LOCAL });
    const { device } = await all.pc.start();
    await comeBack({ ...all, device }, second);
    // The same word is chosen for both.
    await device.answerStep({ kind: 'newLocalPassword', password: LOCAL });
    expect(device.state()).toMatchObject({ byProvider: true });
    expect((await device.switchAccount(first, undefined)).ok).toBe(true);
    expect(device.state()).not.toHaveProperty('byProvider');
  });
});

describe('the password of the register, beside that of this computer', () => {
  it('brings a session back into the open account when the provider does not, and nothing is sealed anew', async () => {
    const all = await entered();
    all.server.endSessions();
    const { device } = await all.pc.start();
    await device.unlock(principal, LOCAL);
    await expect.poll(device.state).toMatchObject({ connection: 'signInNeeded' });
    const key = keyOf(device);
    all.server.overrule = OFF;
    const away = await device.signIn({ username, school, password: SERVERS });
    expect(away).toEqual({ ok: false, failure: { kind: 'serverUnreachable' } });
    all.server.overrule = undefined;
    const wrong = await device.signIn({ username, school, password: OTHER });
    expect(wrong).toEqual({ ok: false, failure: { kind: 'wrongCredentials' } });
    expect(await device.signIn({ username, school, password: SERVERS })).toMatchObject({
      value: { state: { kind: 'open', connection: 'online', byProvider: true } },
    });
    expect(keyOf(device)).toEqual(key);
    expect((await (await all.pc.start()).device.unlock(principal, LOCAL)).ok).toBe(true);
    expect(all.sent()).not.toContain('ombrello');
  });

  it('is no wrong guess at that of this computer', async () => {
    const all = await entered();
    const { device } = await all.pc.start();
    for (const _ of [1, 2, 3, 4])
      expect(await device.signIn({ username, password: SERVERS })).toMatchObject({
        value: { state: { step: 'localPassword' } },
      });
    const wrong = await device.answerStep({ kind: 'localPassword', password: OTHER });
    expect(wrong).toEqual({ ok: false, failure: { kind: 'wrongPassword', reason: 'ofThisComputer' } });
  });

  it('asks whether a blocked account is open again, which that of this computer does not', async () => {
    const all = await entered();
    must(all.server.people.get(username), 'on the server').blocked = true;
    const { device } = await all.pc.start();
    await device.unlock(principal, LOCAL);
    await expect.poll(device.state).toMatchObject({ kind: 'locked', reason: 'blocked' });
    const blocked = { ok: false, failure: { kind: 'accountBlocked' } };
    expect(await device.signIn({ username, password: LOCAL })).toEqual(blocked);
    expect(all.sent()).not.toMatch(/ombrello|session\/sign-in/);
    for (const _ of [1, 2, 3, 4, 5])
      expect(await device.signIn({ username, password: SERVERS })).toEqual(blocked);
    must(all.server.people.get(username), 'on the server').blocked = false;
    expect(await device.signIn({ username, password: SERVERS })).toMatchObject({
      value: { state: { step: 'localPassword' } },
    });
    expect(await device.answerStep({ kind: 'localPassword', password: LOCAL })).toMatchObject({ ok: true });
    expect((await device.deviceAccounts())[0]).not.toHaveProperty('blocked');
  });

  it('guessed at a closed account is slowed down like any other', async () => {
    const all = await entered();
    must(all.server.people.get(username), 'on the server').blocked = true;
    const { device } = await all.pc.start();
    await device.unlock(principal, LOCAL);
    await expect.poll(device.state).toMatchObject({ reason: 'blocked' });
    for (const _ of [1, 2, 3])
      expect(await device.signIn({ username, password: OTHER })).toMatchObject({
        failure: { kind: 'wrongCredentials' },
      });
    expect(await device.signIn({ username, password: LOCAL })).toMatchObject({
      failure: { kind: 'tooManyAttempts' },
    });
  });

  it('counts a wrong one once where nobody answers', async () => {
    const all = await entered();
    all.server.overrule = OFF;
    const { device } = await all.pc.start();
    for (const waits of [false, false, true])
      expect(await device.signIn({ username, password: OTHER })).toEqual({
        ok: false,
        failure: { kind: 'wrongCredentials', ...(waits && { waitSeconds: 5 }) },
      });
  });
});

describe('entries that an old password alone opens', () => {
  it('are not among those that move to a new one', async () => {
    const all = await entered(fakeSafeStorage('basic_text'));
    await all.device.journal()?.append([sampleEntry(1)]);
    const { device } = await all.pc.start();
    await comeBack({ ...all, device });
    await device.answerStep({ kind: 'newLocalPassword', password: OTHER });
    await device.journal()?.append([sampleEntry(2), sampleEntry(3)]);
    const later = await all.pc.start();
    expect(await comeBack({ ...all, device: later.device })).toMatchObject({
      value: { state: { here: { unsent: 2, setAside: 1, unsentMoves: false } } },
    });
  });
});
