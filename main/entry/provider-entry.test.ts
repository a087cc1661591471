import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, filesUnder, keyOf } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { CODE, startSchoolServer } from '../testing/school-server.ts';
import type { SafeStoragePort } from '../keychain/keychain.ts';
import { STEP_LASTS } from './pending-sign-in.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const { school } = teacher;
const LOCAL = 'ombrello tamburo verde';
const OTHER = 'lavagna sotto la pioggia';
const EXPIRED = { ok: false, failure: { kind: 'expired' } };
const OFF = { status: 503, kind: 'unavailable' };

async function setUp(safeStorage: SafeStoragePort = fakeSafeStorage()) {
  const server = await startSchoolServer(teacher, colleague);
  // Nothing hangs here: a busy machine is no line that is down.
  const pc = computer(server, safeStorage, {}, 10_000);
  return { server, pc, ...(await pc.start()) };
}

type Setting = Awaited<ReturnType<typeof setUp>>;

/** Goes through the browser as somebody, and types the code. */
async function comeBack({ server, device }: Pick<Setting, 'server' | 'device'>, as = teacher.username) {
  expect(await device.startProvider({ school })).toEqual({ ok: true, value: { opened: true } });
  server.browserCodes.set('ABCD2345', as);
  return await device.finishProvider(' abcd-2345 ');
}

async function entered(safeStorage?: SafeStoragePort): Promise<Setting> {
  const all = await setUp(safeStorage);
  await comeBack(all);
  expect(await all.device.answerStep({ kind: 'newLocalPassword', password: LOCAL })).toMatchObject({
    ok: true,
  });
  return all;
}

/** Everything that the server was ever sent. */
const sent = ({ server }: Pick<Setting, 'server'>): string =>
  JSON.stringify(server.requests.map(({ url, body, headers }) => [url, body, headers]));

describe('signing in by a provider', () => {
  it('opens the browser on the server’s own page, and the account with a password of this computer', async () => {
    const { device, server, pc } = await setUp();
    expect(await device.signInWays(school)).toEqual({
      ok: true,
      value: { provider: { name: 'SPID / CIE' } },
    });
    const back = await comeBack({ device, server });
    expect(pc.browser).toEqual([`${server.origin}/provider/depart/x`]);
    expect(back).toMatchObject({
      ok: true,
      value: {
        state: {
          kind: 'step',
          step: 'localPassword',
          username: teacher.username,
          here: { hasData: false, unsent: 0 },
        },
      },
    });
    expect(JSON.stringify(back)).not.toMatch(/access-|refresh-|secret-flow/);
    expect(device.localStoreKey().ok).toBe(false);
    expect(await device.answerStep({ kind: 'newLocalPassword', password: 'corta' })).toMatchObject({
      failure: { kind: 'weakPassword', reason: 'tooShort' },
    });
    expect(await device.answerStep({ kind: 'newLocalPassword', password: LOCAL })).toMatchObject({
      value: { state: { kind: 'open', connection: 'online', byProvider: true } },
    });
    expect(await device.deviceAccounts()).toMatchObject([{ byProvider: true, unsent: 0 }]);
  });

  it('gives nothing to a page of another origin, and opens none', async () => {
    const { device, server, pc } = await setUp();
    for (const page of [
      'https://evil.example/provider/depart/x',
      `${server.origin.replace('//', '//me@')}/provider/depart/x`,
      `${server.origin}/link/x`,
      'file:///etc/passwd',
      'javascript:alert(1)',
    ]) {
      server.providerPage = page;
      expect(await device.startProvider({ school })).toEqual({ ok: false, failure: { kind: 'internal' } });
    }
    expect(pc.browser).toEqual([]);
    expect(await device.reopenProvider()).toEqual(EXPIRED);
  });

  it('takes a code only while somebody waits for it: not after cancelling, a lock, or ten minutes', async () => {
    const { device, server, pc } = await setUp();
    await device.startProvider({ school });
    expect(await device.reopenProvider()).toEqual({ ok: true, value: { opened: true } });
    expect(pc.browser).toHaveLength(2);
    expect(await device.finishProvider('WRNG2345')).toEqual({
      ok: false,
      failure: { kind: 'wrongBrowserCode' },
    });
    const asked = server.requests.length;
    expect(await device.finishProvider('abc')).toMatchObject({ failure: { kind: 'wrongBrowserCode' } });
    expect(server.requests).toHaveLength(asked);
    device.cancelStep();
    expect(await device.finishProvider('ABCD2345')).toEqual(EXPIRED);
    await device.startProvider({ school });
    device.lock('idle');
    expect(await device.finishProvider('ABCD2345')).toEqual(EXPIRED);
    await device.startProvider({ school });
    pc.time.steady += STEP_LASTS;
    expect(await device.finishProvider('ABCD2345')).toEqual(EXPIRED);
  });

  it('ends the session that the server has opened when its last step is given up, and a lock in between opens nothing', async () => {
    for (const giveUp of ['cancelStep', 'lock'] as const) {
      const { device, server } = await setUp();
      await comeBack({ device, server });
      if (giveUp === 'lock') device.lock('idle');
      else device.cancelStep();
      await expect.poll(() => server.requests.at(-1)?.url).toBe('/session/sign-out');
      expect(await device.answerStep({ kind: 'newLocalPassword', password: LOCAL })).toEqual(EXPIRED);
      expect(device.localStoreKey().ok).toBe(false);
    }
    const { device, server } = await setUp();
    await comeBack({ device, server });
    const answered = device.answerStep({ kind: 'newLocalPassword', password: LOCAL });
    device.lock('idle');
    expect((await answered).ok).toBe(false);
    expect(device.localStoreKey().ok).toBe(false);
  });

  it('goes through the second factor first, where the server asks for it', async () => {
    const { device, server } = await setUp();
    must(server.people.get(teacher.username), 'on the server').steps = ['enrolSecondFactor'];
    expect(await comeBack({ device, server })).toMatchObject({
      value: { state: { step: 'enrolSecondFactor' } },
    });
    expect(await device.answerStep({ kind: 'localPassword', password: LOCAL })).toMatchObject({ ok: false });
    expect(await device.answerStep({ kind: 'enrolCode', code: CODE })).toMatchObject({
      value: { state: { step: 'localPassword' }, recoveryCodes: ['one-one', 'two-two'] },
    });
  });

  it('says what is the matter when nobody answers, when the account is closed, and when there is no provider', async () => {
    const { device, server } = await setUp();
    server.overrule = OFF;
    const outOfReach = { ok: false, failure: { kind: 'serverUnreachable' } };
    expect(await device.signInWays(school)).toEqual(outOfReach);
    expect(await device.startProvider({ school })).toMatchObject({ failure: { kind: 'serverUnreachable' } });
    server.overrule = { status: 429, kind: 'tooManyAttempts', retryAfter: 40 };
    const slow = { ok: false, failure: { kind: 'tooManyAttempts', waitSeconds: 40 } };
    expect(await device.startProvider({ school })).toEqual(slow);
    server.overrule = { ...OFF, retryAfter: 9 };
    expect(await device.startProvider({ school })).toMatchObject({ failure: { waitSeconds: 9 } });
    server.overrule = { status: 404, kind: 'badRequest' };
    expect(await device.signInWays(school)).toEqual({ ok: true, value: { provider: null } });
    expect(await device.startProvider({ school })).toMatchObject({ failure: { kind: 'providerOff' } });
    server.overrule = undefined;
    must(server.people.get(teacher.username), 'on the server').blocked = true;
    expect(await comeBack({ device, server })).toMatchObject({ failure: { kind: 'accountBlocked' } });
  });

  it('says that the school gives no access, and not that the journey took too long', async () => {
    const { device, server } = await setUp();
    expect(await device.startProvider({ school })).toMatchObject({ ok: true });
    server.overrule = { status: 401, kind: 'wrongCredentials', reason: 'noAccess' };
    expect(await device.finishProvider('abcd-2345')).toEqual({ ok: false, failure: { kind: 'noAccess' } });
    server.overrule = undefined;
    // The code has been used: the journey is over.
    expect(await device.finishProvider('abcd-2345')).toEqual(EXPIRED);
  });
});

describe('the password of this computer', () => {
  it('opens later with and without the server, which never sees it and is never asked with it', async () => {
    const all = await entered();
    await all.device.journal()?.append([sampleEntry(1)]);
    const again = await all.pc.start();
    expect(await again.device.unlock(teacher, LOCAL)).toMatchObject({ value: { byProvider: true } });
    await expect.poll(again.device.state).toMatchObject({ connection: 'online' });
    again.device.lock('user');
    expect(await again.device.unlock(teacher, 'sbagliata di certo')).toEqual({
      ok: false,
      failure: { kind: 'wrongCredentials' },
    });
    // Typed into the form for username and password.
    expect(await again.device.signIn({ username: teacher.username, password: LOCAL })).toMatchObject({
      ok: true,
    });
    all.server.overrule = OFF;
    const offline = await all.pc.start();
    expect(await offline.device.unlock(teacher, LOCAL)).toMatchObject({ value: { connection: 'offline' } });
    expect(offline.device.journal()?.unsent()).toBe(1);
    expect(sent(all)).not.toMatch(/ombrello|sbagliata|session\/sign-in/);
  });

  it('without a session any more works on, and only the provider brings one back; the data stays sealed as it was', async () => {
    const all = await entered();
    all.server.endSessions();
    const { device } = await all.pc.start();
    await device.unlock(teacher, LOCAL);
    await expect.poll(device.state).toMatchObject({ kind: 'open', connection: 'signInNeeded' });
    const key = keyOf(device);
    all.server.browserCodes.set('ABCD2345', colleague.username);
    await device.startProvider({ school, only: teacher });
    expect(await device.finishProvider('ABCD2345')).toEqual({
      ok: false,
      failure: { kind: 'otherAccount' },
    });
    await device.startProvider({ school, only: teacher });
    all.server.browserCodes.set('ABCD2345', teacher.username);
    expect(await device.finishProvider('ABCD2345')).toMatchObject({
      value: { state: { kind: 'open', connection: 'online', byProvider: true } },
    });
    expect(keyOf(device)).toEqual(key);
    expect(sent(all)).not.toContain('ombrello');
    all.server.overrule = OFF;
    expect((await (await all.pc.start()).device.unlock(teacher, LOCAL)).ok).toBe(true);
  });

  it('is asked for where there is data already, slowly after mistakes, and a password of the server does not take its place', async () => {
    const all = await entered();
    const key = keyOf(all.device);
    const again = await all.pc.start();
    const back = await comeBack({ ...all, ...again });
    expect(back).toMatchObject({ value: { state: { step: 'localPassword', here: { hasData: true } } } });
    for (const waits of [false, false, true]) {
      const wrong = await again.device.answerStep({ kind: 'localPassword', password: OTHER });
      expect(wrong).toMatchObject({ failure: { kind: 'wrongPassword', ...(waits && { waitSeconds: 5 }) } });
    }
    expect(await again.device.answerStep({ kind: 'localPassword', password: LOCAL })).toMatchObject({
      failure: { kind: 'tooManyAttempts', waitSeconds: 5 },
    });
    again.device.cancelStep();
    all.pc.time.steady += 6_000;
    const signedIn = await again.device.signIn({ username: teacher.username, password: 'password' });
    expect(signedIn).toMatchObject({ value: { state: { step: 'localPassword', here: { hasData: true } } } });
    all.pc.time.steady += 60_000;
    expect(await again.device.answerStep({ kind: 'localPassword', password: LOCAL })).toMatchObject({
      value: { state: { kind: 'open', connection: 'online' } },
    });
    expect(keyOf(again.device)).toEqual(key);
  });

  it('forgotten: a new one takes the unsent entries along by the keychain', async () => {
    const all = await entered();
    await all.device.journal()?.append([sampleEntry(1)]);
    const again = await all.pc.start();
    expect(await comeBack({ ...all, ...again })).toMatchObject({
      value: { state: { here: { unsent: 1, unsentMoves: true } } },
    });
    await again.device.answerStep({ kind: 'newLocalPassword', password: OTHER });
    expect(await again.device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(1)] });
    expect((await (await all.pc.start()).device.unlock(teacher, LOCAL)).ok).toBe(false);
    expect((await (await all.pc.start()).device.unlock(teacher, OTHER)).ok).toBe(true);
  });

  it('forgotten without a keychain: they stay aside, counted, until the old one is typed into the open account', async () => {
    const all = await entered(fakeSafeStorage('basic_text'));
    await all.device.journal()?.append([sampleEntry(1)]);
    const { device } = await all.pc.start();
    expect(await comeBack({ ...all, device })).toMatchObject({
      value: { state: { here: { unsent: 1, unsentMoves: false } } },
    });
    await device.answerStep({ kind: 'newLocalPassword', password: OTHER });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 1, setAside: 1 }]);
    expect(device.journal()?.unsent()).toBe(0);
    expect((await device.unlock(teacher, LOCAL)).ok).toBe(true);
    expect(device.journal()?.unsent()).toBe(1);
    expect((await device.deviceAccounts())[0]).not.toHaveProperty('setAside');
    expect(filesUnder(all.pc.userData).filter((path) => /-1\.(bin|json)$/.test(path))).toEqual([]);
    expect(sent(all)).not.toContain('ombrello');
  });

  it('goes on through a new password of the server, and is no consent to hand over', async () => {
    const all = await entered();
    await all.device.accountAct({ kind: 'changePassword', current: 'password', next: 'una nuova lunga' });
    must(all.server.people.get(teacher.username), 'on the server').blocked = true;
    const { device } = await all.pc.start();
    expect((await device.unlock(teacher, LOCAL)).ok).toBe(true);
    await expect.poll(device.state).toMatchObject({ kind: 'locked', reason: 'blocked' });
    expect(await device.handOver(teacher, LOCAL)).toEqual({
      ok: false,
      failure: { kind: 'notPossible' },
    });
    expect(await device.unlock(teacher, LOCAL)).toMatchObject({ failure: { kind: 'accountBlocked' } });
    expect(sent(all)).not.toContain('ombrello');
    must(all.server.people.get(teacher.username), 'on the server').blocked = false;
    await comeBack({ ...all, device });
    expect((await device.answerStep({ kind: 'localPassword', password: LOCAL })).ok).toBe(true);
    expect((await (await all.pc.start()).device.unlock(teacher, LOCAL)).ok).toBe(true);
  });
});

describe('where the school lets people in by its provider alone', () => {
  it('the refusal of a password is said as such, and an unlock does not ask again and again', async () => {
    const all = await setUp(fakeSafeStorage('basic_text'));
    await all.device.signIn({ username: teacher.username, password: 'password' });
    const again = await all.pc.start();
    all.server.overrule = { status: 409, kind: 'notPossible', reason: 'localPasswordOff' };
    expect(await again.device.signIn({ username: teacher.username, password: 'password' })).toEqual({
      ok: false,
      failure: { kind: 'passwordOff' },
    });
    await again.device.unlock(teacher, 'password');
    await expect.poll(again.device.state).toMatchObject({ kind: 'open', connection: 'signInNeeded' });
    const asked = all.server.requests.length;
    expect(await again.broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    expect(all.server.requests).toHaveLength(asked);
  });
});
