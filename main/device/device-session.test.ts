import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, filesUnder, keyOf } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
/** Long enough for a server that never answers. */
const HANGS = 400;
const credentials = { username: teacher.username, password: 'password' };

describe('device session', () => {
  it('signs in, is locked after a restart, and opens the same key offline with the password alone', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    const first = await pc.start();
    expect(first.device.state()).toEqual({ kind: 'signedOut' });
    const opened = { kind: 'open', identity: teacher, connection: 'online', remembered: true };
    expect(await first.device.signIn(credentials)).toEqual({ ok: true, value: { state: opened } });
    expect(first.states).toEqual([opened]);
    const key = keyOf(first.device);
    await first.device.journal()?.append([sampleEntry(1)]);
    await server.stop();

    const second = await pc.start();
    expect(second.device.state()).toEqual({ kind: 'locked', identity: teacher, reason: 'start', pin: false });
    expect(second.device.localStoreKey()).toEqual({ ok: false, failure: { kind: 'locked' } });
    expect(second.device.journal()).toBeUndefined();
    expect(await second.device.deviceAccounts()).toMatchObject([{ identity: teacher, unsent: 1 }]);
    expect(await second.device.unlock(teacher, 'password')).toMatchObject({
      ok: true,
      value: { kind: 'open', connection: 'offline' },
    });
    expect(keyOf(second.device)).toEqual(key);
    expect(await second.device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(1)] });
  });

  it('renews a remembered session in the background after an unlock', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    await (await pc.start()).device.signIn(credentials);
    const second = await pc.start();
    await second.device.unlock(teacher, 'password');
    await vi.waitFor(() =>
      expect(second.device.state()).toMatchObject({ connection: 'online', remembered: true }),
    );
    expect(server.requests.map(({ url }) => url)).toEqual(['/session/sign-in', '/session/refresh']);
  });

  it('uses the password of the unlock for a new session where none could be remembered, and says so', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server, fakeSafeStorage('basic_text'));
    const first = await pc.start();
    expect(await first.device.signIn(credentials)).toMatchObject({ value: { state: { remembered: false } } });
    const second = await pc.start();
    await second.device.unlock(teacher, 'password');
    await vi.waitFor(() =>
      expect(second.device.state()).toMatchObject({ connection: 'online', remembered: false }),
    );
  });

  it('refuses a wrong password, slows down over restarts, and counts by account', async () => {
    const server = await startSchoolServer(teacher, colleague);
    const pc = computer(server);
    const first = await pc.start();
    await first.device.signIn({ username: colleague.username, password: 'password' });
    await first.device.signIn(credentials);
    await server.stop();
    const second = await pc.start();
    const wrong = async (device = second.device): Promise<unknown> => await device.unlock(teacher, 'wrong');
    expect(await wrong()).toEqual({ ok: false, failure: { kind: 'wrongCredentials' } });
    expect(await wrong()).toEqual({ ok: false, failure: { kind: 'wrongCredentials' } });
    expect(await wrong()).toEqual({ ok: false, failure: { kind: 'wrongCredentials', waitSeconds: 5 } });
    expect(await second.device.unlock(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'tooManyAttempts', waitSeconds: 5 },
    });
    const third = await pc.start();
    pc.time.wall -= 1_000_000;
    expect(await third.device.unlock(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'tooManyAttempts', waitSeconds: 5 },
    });
    expect((await third.device.unlock(colleague, 'password')).ok).toBe(true);
    pc.time.steady += 5_000;
    expect((await third.device.unlock(teacher, 'password')).ok).toBe(true);
  });

  it('signs in offline with what is on the device, however the name is typed', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    const first = await pc.start();
    expect(await first.device.signIn({ ...credentials, username: 'x' })).toEqual({
      ok: false,
      failure: { kind: 'wrongCredentials' },
    });
    await first.device.signIn(credentials);
    server.overrule = 'hang';
    pc.answerWithin = HANGS;
    const second = await pc.start();
    expect(await second.device.signIn({ username: ' more0001.1 ', password: 'wrong' })).toEqual({
      ok: false,
      failure: { kind: 'wrongCredentials' },
    });
    expect((await second.device.signIn({ username: ' more0001.1 ', password: 'password' })).ok).toBe(true);
    expect(await second.device.signIn({ username: colleague.username, password: 'password' })).toEqual({
      ok: false,
      failure: { kind: 'noLocalData' },
    });
    const other = computer(server);
    other.answerWithin = HANGS;
    const elsewhere = await other.start();
    expect(await elsewhere.device.signIn(credentials)).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
  });

  it.each([
    [
      { status: 429, kind: 'tooManyAttempts', retryAfter: 30 },
      { kind: 'tooManyAttempts', waitSeconds: 30 },
    ],
    [{ status: 403, kind: 'accountBlocked' }, { kind: 'accountBlocked' }],
    [{ status: 401, kind: 'passwordExpired' }, { kind: 'passwordExpired' }],
    [{ status: 403, kind: 'forbidden' }, { kind: 'internal' }],
    [{ status: 426, kind: 'outdatedClient' }, { kind: 'outdatedClient' }],
    [{ status: 400, kind: 'badRequest' }, { kind: 'internal' }],
    [{ status: 500, kind: 'nonsense' }, { kind: 'serverUnreachable' }],
  ])('answers %o with %o', async (overrule, failure) => {
    const server = await startSchoolServer(teacher);
    server.overrule = overrule;
    expect(await (await computer(server).start()).device.signIn(credentials)).toEqual({ ok: false, failure });
  });

  it('goes on locally when the server has ended the session', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    await (await pc.start()).device.signIn(credentials);
    server.endSessions();
    const second = await pc.start();
    await second.device.unlock(teacher, 'password');
    await vi.waitFor(() => expect(second.device.state()).toMatchObject({ connection: 'signInNeeded' }));
    expect((await second.device.journal()?.append([sampleEntry(1)]))?.ok).toBe(true);
    expect(await second.device.signIn(credentials)).toMatchObject({
      ok: true,
      value: { state: { connection: 'online' } },
    });
    expect(second.device.journal()?.unsent()).toBe(1);
  });

  it('forgets the key when it locks, and a quick unlock goes on with the session in memory', async () => {
    const server = await startSchoolServer(teacher);
    const { device, states } = await computer(server, fakeSafeStorage('unknown')).start();
    await device.signIn(credentials);
    const writing = device.journal()?.append([sampleEntry(1)]);
    expect(device.lock('idle')).toEqual({ kind: 'locked', identity: teacher, reason: 'idle', pin: false });
    expect(device.lock('suspended')).toMatchObject({ reason: 'idle' });
    expect(device.localStoreKey().ok).toBe(false);
    await device.unlock(teacher, 'password');
    expect((await writing)?.ok).toBe(true);
    expect(device.journal()?.unsent()).toBe(1);
    await vi.waitFor(() => expect(device.state()).toMatchObject({ connection: 'online' }));
    expect(server.requests.map(({ url }) => url)).toEqual(['/session/sign-in', '/session/refresh']);
    expect(states.map(({ kind }) => kind)).toEqual(['open', 'locked', 'open', 'open']);
  });

  it('signs out here and on the server, and keeps what is unsent', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    const { device } = await pc.start();
    await device.signIn(credentials);
    await device.journal()?.append([sampleEntry(1)]);
    expect(await device.signOut(0)).toEqual({ ok: false, failure: { kind: 'unsentEntries', unsent: 1 } });
    expect(device.state()).toMatchObject({ kind: 'open' });
    expect(await device.signOut(1)).toEqual({ ok: true, value: { kind: 'signedOut' } });
    await vi.waitFor(() =>
      expect(server.requests.at(-1)).toMatchObject({
        url: '/session/sign-out',
        body: '{"refreshToken":"refresh-1"}',
      }),
    );
    const again = await pc.start();
    expect(again.device.state()).toEqual({ kind: 'signedOut' });
    expect(await again.device.deviceAccounts()).toMatchObject([{ identity: teacher, unsent: 1 }]);
  });

  it('S35 removes an account with unsent entries only when told so, and leaves nothing of it', async () => {
    const server = await startSchoolServer(teacher, colleague);
    const pc = computer(server);
    const { device } = await pc.start();
    await device.signIn({ username: colleague.username, password: 'password' });
    await device.signIn(credentials);
    await device.journal()?.append([sampleEntry(1), sampleEntry(2)]);
    expect(await device.removeAccount(teacher, 0)).toEqual({
      ok: false,
      failure: { kind: 'unsentEntries', unsent: 2 },
    });
    expect(await device.removeAccount(teacher, 1)).toMatchObject({ failure: { unsent: 2 } });
    expect(await device.removeAccount(sampleIdentity(9), 1)).toEqual({
      ok: false,
      failure: { kind: 'notFound', unsent: 0 },
    });
    expect(await device.removeAccount(teacher, 2)).toEqual({ ok: true, value: null });
    expect(device.state()).toEqual({ kind: 'signedOut' });
    expect((await device.deviceAccounts()).map(({ identity }) => identity.username)).toEqual([
      colleague.username,
    ]);
    expect(filesUnder(pc.userData).filter((path) => path.includes(teacher.username))).toEqual([]);
  });

  it('leaves neither token, nor password, nor key, nor a pupil’s name on the disk', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    const { device } = await pc.start();
    await device.signIn({ ...credentials });
    await device.journal()?.append([sampleEntry(1)]);
    const key = device.localStoreKey();
    const secret = key.ok ? Buffer.from(key.value.key) : Buffer.alloc(0);
    for (const path of filesUnder(pc.userData)) {
      const content = readFileSync(path);
      for (const word of [
        'access-1',
        'refresh-1',
        'Giulia',
        '"password"',
        secret.toString('base64'),
        secret.toString('hex'),
      ]) {
        expect(content.includes(word)).toBe(false);
      }
      expect(content.includes(secret)).toBe(false);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
  });

  it('takes up an account whose identity holds what only a newer server knows', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server);
    const person = must(server.people.get(teacher.username), 'on the server');
    person.identity = { ...teacher, pronouns: 'lei' } as typeof teacher;
    await (await pc.start()).device.signIn(credentials);
    await server.stop();
    const { device } = await pc.start();
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
  });
});
