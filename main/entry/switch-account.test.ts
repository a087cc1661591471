import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { EndSessionRequest } from '../../domain/protocol/endpoints/session/end-session.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { computer, filesUnder, keyOf } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleGuardian, sampleIdentity } from '../testing/samples.ts';
import { mergeProfiles, startSchoolServer, type SchoolServer } from '../testing/school-server.ts';
import type { SafeStoragePort } from '../keychain/keychain.ts';
import { tokenHashOf } from '../session/session-seal.ts';

const first = sampleGuardian(1);
const second = sampleGuardian(2);
const third = sampleGuardian(3, 'CARP0002');
const credentials = { username: first.username, password: 'password' };
const ZERO = Buffer.alloc(32);

function merge(server: SchoolServer, ...identities: readonly Identity[]): void {
  const into = must(server.people.get(first.username), 'on the server');
  for (const { username } of identities)
    mergeProfiles(server.people, into, must(server.people.get(username), 'on the server'));
}

async function family(safeStorage?: SafeStoragePort) {
  const server = await startSchoolServer(first, second, third, sampleIdentity(1));
  merge(server, second, third);
  const pc = computer(server, safeStorage);
  return { server, pc, ...(await pc.start()) };
}

const openAs = ({ username }: Identity, connection = 'online') => ({
  ok: true,
  value: { kind: 'open', connection, identity: { username } },
});

describe('switching accounts (S33)', () => {
  it('opens a session of the other account with the server, and its data under the key of the portfolio', async () => {
    const { device, server, store } = await family();
    await device.signIn(credentials);
    const before = device.localStoreKey();
    const key = must(store.account(), 'open').databaseKey;
    expect(await device.switchAccount(second, undefined)).toMatchObject(openAs(second));
    const after = device.localStoreKey();
    expect(before.ok && after.ok && before.value.opening !== after.value.opening).toBe(true);
    expect(before.ok && after.ok && before.value.databaseName !== after.value.databaseName).toBe(true);
    expect(key).toEqual(ZERO);
    expect(server.requests.map(({ url }) => url)).toEqual(['/session/sign-in', '/session/switch']);
  });

  it('refuses the journal of the account that was left, and finds it again on the way back', async () => {
    const { device } = await family();
    await device.signIn(credentials);
    const asked = device.localStoreKey();
    const opening = asked.ok ? asked.value.opening : undefined;
    await device.journal()?.append([sampleEntry(1)]);
    await device.switchAccount(second, undefined);
    expect(opening && device.journalOf(opening)).toBeUndefined();
    expect(device.journal()?.unsent()).toBe(0);
    expect(await device.switchAccount(first, undefined)).toMatchObject(openAs(first));
    expect(await device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(1)] });
    expect(keyOf(device)).toEqual(asked.ok && [asked.value.databaseName, asked.value.key]);
  });

  it.each([
    ['with a keychain', fakeSafeStorage()],
    ['without', fakeSafeStorage('basic_text')],
  ])('works without the server for accounts that are on the device, %s', async (_name, safeStorage) => {
    const { device, pc, server } = await family(safeStorage);
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await device.journal()?.append([sampleEntry(2)]);
    server.overrule = 'hang';
    pc.answerWithin = 400;
    const again = await pc.start();
    expect(await again.device.unlock(second, 'password')).toMatchObject(openAs(second, 'offline'));
    expect(again.device.journal()?.unsent()).toBe(1);
    expect(await again.device.switchAccount(first, undefined)).toMatchObject({
      ok: true,
      value: { identity: { username: first.username } },
    });
    expect(await again.device.switchAccount(second, undefined)).toMatchObject({ ok: true });
    expect(again.device.journal()?.unsent()).toBe(1);
    expect(await again.device.switchAccount(third, undefined)).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
    expect(again.device.state()).toMatchObject({ identity: { username: second.username } });
  });

  it('unlocks an account that was never opened by password with that of the portfolio, and with no other', async () => {
    const { device, pc, server } = await family();
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await server.stop();
    const again = await pc.start();
    expect(again.device.state()).toMatchObject({ kind: 'locked', identity: { username: second.username } });
    expect((await again.device.unlock(second, 'wrong')).ok).toBe(false);
    expect((await again.device.unlock(second, 'password')).ok).toBe(true);
  });

  it('reaches an account of another school of the same server, and finds its server again after a restart', async () => {
    const { device, pc, server } = await family();
    await device.signIn(credentials);
    expect(await device.switchAccount(third, undefined)).toMatchObject(openAs(third));
    const again = await pc.start();
    await again.device.unlock(third, 'password');
    await expect.poll(() => again.device.state()).toMatchObject({ connection: 'online' });
    expect(server.requests.at(-1)?.url).toBe('/session/refresh');
  });

  it('asks for the password of an account of another profile, and goes there with it', async () => {
    const { device } = await family();
    const teacher = sampleIdentity(1);
    await device.signIn(credentials);
    const needed = { ok: false, failure: { kind: 'passwordNeeded' } };
    expect(await device.switchAccount(teacher, undefined)).toEqual(needed);
    expect(await device.switchAccount(teacher, 'wrong')).toMatchObject({
      failure: { kind: 'wrongCredentials' },
    });
    expect(device.state()).toMatchObject({ identity: { username: first.username } });
    expect(await device.switchAccount(teacher, 'password')).toMatchObject(openAs(teacher));
    expect(await device.switchAccount(first, undefined)).toEqual(needed);
    expect(await device.switchAccount(first, 'password')).toMatchObject({ ok: true });
    expect(device.state()).toMatchObject({ identity: { username: first.username } });
  });

  it('is nobody’s to ask while the register is locked', async () => {
    const { device } = await family();
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    device.lock('user');
    expect(await device.switchAccount(first, undefined)).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
    expect(device.state()).toMatchObject({ kind: 'locked', identity: { username: second.username } });
  });

  it('stays locked when the register is locked, or the computer sleeps, while the server is asked', async () => {
    for (const reason of ['idle', 'suspended'] as const) {
      const { device, store, server } = await family();
      await device.signIn(credentials);
      const { databaseKey, portfolio } = must(store.account(), 'open');
      // At the very moment when the server looks at the account.
      const person = must(server.people.get(second.username), 'on the server');
      Object.defineProperty(person, 'blocked', {
        configurable: true,
        get: () => void device.lock(reason),
      });
      expect(await device.switchAccount(second, undefined)).toMatchObject({ ok: false });
      Object.defineProperty(person, 'blocked', { value: false });
      expect(device.state()).toMatchObject({ kind: 'locked', identity: { username: first.username } });
      expect(device.localStoreKey().ok).toBe(false);
      await expect.poll(() => [databaseKey, portfolio?.key]).toEqual([ZERO, ZERO]);
      expect(await device.unlock(first, 'password')).toMatchObject({ ok: true });
      expect(await device.switchAccount(second, undefined)).toMatchObject({ ok: true });
    }
  });

  it('goes on locally where the server has ended the session', async () => {
    const { device, server } = await family();
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    server.endSessions();
    expect(await device.switchAccount(first, undefined)).toMatchObject({ ok: true });
    await vi.waitFor(() =>
      expect(device.state()).toMatchObject({
        connection: 'signInNeeded',
        identity: { username: first.username },
      }),
    );
  });

  it('does not open an account that has left the profile meanwhile', async () => {
    const { device, server } = await family();
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await device.switchAccount(first, undefined);
    const person = must(server.people.get(second.username), 'on the server');
    person.identity = { ...second, profile: 'alone' };
    expect(await device.switchAccount(second, undefined)).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
  });

  it('opens nothing with a portfolio key that was exchanged on the disk', async () => {
    const { device, pc, server } = await family();
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await device.signIn({ username: sampleIdentity(1).username, password: 'password' });
    await server.stop();
    const portfolios = filesUnder(pc.userData).filter((path) => /portfolios.*\.json$/.test(path));
    expect(portfolios).toHaveLength(2);
    const [a = '', b = ''] = portfolios;
    for (const copy of ['', '.bak']) {
      const content = readFileSync(`${a}${copy}`, 'utf8');
      writeFileSync(`${a}${copy}`, readFileSync(`${b}${copy}`, 'utf8'));
      writeFileSync(`${b}${copy}`, content);
    }
    const again = await pc.start();
    expect((await again.device.unlock(second, 'password')).ok).toBe(false);
    expect((await again.device.unlock(first, 'password')).ok).toBe(true);
    expect(await again.device.switchAccount(second, undefined)).toMatchObject({ ok: false });
  });

  it.each([
    ['with a keychain', fakeSafeStorage()],
    ['without', fakeSafeStorage('basic_text')],
  ])('leaves one session for each account on the server, %s', async (_name, safeStorage) => {
    const { device, server } = await family(safeStorage);
    await device.signIn(credentials);
    for (const account of [second, first, second, first]) await device.switchAccount(account, undefined);
    const ended = () =>
      server.requests
        .filter(({ url }) => url === '/session/sign-out')
        .map(({ body }) => String(tokenEnded(JSON.parse(body) as EndSessionRequest)))
        .sort();
    await expect.poll(ended).toEqual(['refresh-1', 'refresh-2', 'refresh-3']);
    await device.removeAccount(second, 0);
    await expect.poll(ended).toEqual(['refresh-1', 'refresh-2', 'refresh-3', 'refresh-4']);
    expect(device.state()).toMatchObject({ kind: 'open', identity: { username: first.username } });
  });

  it('remembers that the other account is closed, also when nobody can be asked', async () => {
    const { device, server } = await family();
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await device.switchAccount(first, undefined);
    must(server.people.get(second.username), 'on the server').blocked = true;
    const closed = { ok: false, failure: { kind: 'accountBlocked' } };
    expect(await device.switchAccount(second, undefined)).toEqual(closed);
    const here = await device.deviceAccounts();
    expect(here.find(({ identity }) => identity.username === second.username)).toMatchObject({
      blocked: true,
    });
    server.overrule = { status: 503, kind: 'unavailable' };
    expect(await device.switchAccount(second, undefined)).toEqual(closed);
    expect(device.state()).toMatchObject({ kind: 'open', identity: { username: first.username } });
  });

  it('leaves no portfolio key behind when the last account of it is removed', async () => {
    const { device, pc } = await family();
    const portfolios = () =>
      filesUnder(pc.userData).filter((path) => /portfolios.*\.json$/.test(path)).length;
    await device.signIn(credentials);
    await device.switchAccount(second, undefined);
    await device.removeAccount(first, 0);
    expect(portfolios()).toBe(1);
    await device.removeAccount(second, 0);
    expect(portfolios()).toBe(0);
  });
});

/** Which of the sample tokens a sign-out is about: a locked account's is known by its hash alone. */
function tokenEnded(request: EndSessionRequest): string | undefined {
  if ('refreshToken' in request) return request.refreshToken;
  const tokens = Array.from({ length: 20 }, (_, number) => `refresh-${number}`);
  return tokens.find((token) => tokenHashOf(token) === request.tokenHash);
}
