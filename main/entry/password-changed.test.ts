import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, filesUnder, keyOf } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import type { SafeStoragePort } from '../keychain/keychain.ts';

const teacher = sampleIdentity(1);
const credentials = { username: teacher.username, password: 'password' };

describe('after the password was changed on another computer', () => {
  async function withUnsentEntry(safeStorage: SafeStoragePort) {
    const server = await startSchoolServer(teacher);
    const pc = computer(server, safeStorage);
    const { device } = await pc.start();
    await device.signIn(credentials);
    await device.journal()?.append([sampleEntry(1)]);
    const person = server.people.get(teacher.username);
    if (person !== undefined) person.password = 'new password';
    return { server, pc, key: device.localStoreKey(), device };
  }

  it('moves unsent entries over by the keychain, to a database with a new key and name', async () => {
    const { pc, key } = await withUnsentEntry(fakeSafeStorage());
    const { device } = await pc.start();
    expect((await device.unlock(teacher, 'new password')).ok).toBe(true);
    expect(await device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(1)] });
    const now = device.localStoreKey();
    expect(now.ok && key.ok && now.value.databaseName !== key.value.databaseName).toBe(true);
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 1 }]);
    expect(pc.logged).toEqual(['journalMoved']);
  });

  it('without a keychain keeps them aside, counted, with the means to open them by the old password', async () => {
    const { pc } = await withUnsentEntry(fakeSafeStorage('basic_text'));
    const { device } = await pc.start();
    expect((await device.signIn({ ...credentials, password: 'new password' })).ok).toBe(true);
    expect(device.journal()?.unsent()).toBe(0);
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 1 }]);
    expect(pc.logged).toEqual(['journalSetAside']);
    expect(filesUnder(pc.userData).map((path) => path.split('/').at(-1))).toEqual(
      expect.arrayContaining(['journal-1.bin', 'account-1.json', 'journal-2.bin', 'account.json']),
    );
    expect(await device.removeAccount(teacher, 0)).toMatchObject({
      failure: { kind: 'unsentEntries', unsent: 1 },
    });
  });

  it('keeps key and journal when the account is open while the user signs in anew', async () => {
    const { pc, key, device, server } = await withUnsentEntry(fakeSafeStorage('basic_text'));
    expect((await device.signIn({ ...credentials, password: 'new password' })).ok).toBe(true);
    expect(device.localStoreKey()).toEqual(key);
    expect(device.journal()?.unsent()).toBe(1);
    await server.stop();
    const again = await pc.start();
    expect((await again.device.unlock(teacher, 'new password')).ok).toBe(true);
    expect(keyOf(again.device)).toEqual(key.ok && [key.value.databaseName, key.value.key]);
  });

  it('opens offline with the old password until the next contact, and says then that a sign-in is needed', async () => {
    const { server, pc, key } = await withUnsentEntry(fakeSafeStorage());
    server.endSessions();
    server.overrule = { status: 503, kind: 'unavailable' };
    const { device, broker } = await pc.start();
    expect(await device.unlock(teacher, 'password')).toMatchObject({ value: { connection: 'offline' } });
    await device.journal()?.append([sampleEntry(2)]);
    expect(await broker.accessToken()).toEqual({ kind: 'unreachable' });
    server.overrule = undefined;
    device.lock('user');
    pc.time.steady += 10_000;
    await device.unlock(teacher, 'password');
    await expect.poll(() => device.state()).toMatchObject({ connection: 'signInNeeded' });
    expect((await device.signIn({ ...credentials, password: 'new password' })).ok).toBe(true);
    expect(keyOf(device)).toEqual(key.ok && [key.value.databaseName, key.value.key]);
    expect(await device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(1), sampleEntry(2)] });
    await server.stop();
    const again = await pc.start();
    expect(await again.device.unlock(teacher, 'password')).toMatchObject({
      failure: { kind: 'wrongCredentials' },
    });
    expect((await again.device.unlock(teacher, 'new password')).ok).toBe(true);
    expect(again.device.journal()?.unsent()).toBe(2);
    expect(pc.logged).toEqual([]);
  });

  it('takes back what was set aside when the old password is typed while the account is open', async () => {
    const { pc } = await withUnsentEntry(fakeSafeStorage('basic_text'));
    const { device } = await pc.start();
    await device.signIn({ ...credentials, password: 'new password' });
    await device.journal()?.append([sampleEntry(2)]);
    expect(await device.unlock(teacher, 'another password')).toMatchObject({ ok: false });
    expect(device.journal()?.unsent()).toBe(1);
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    expect(await device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(2), sampleEntry(1)] });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
    expect(filesUnder(pc.userData).filter((path) => /-1\.(bin|json)$/.test(path))).toEqual([]);
  });

  it('keeps every entry through a password that was changed twice', async () => {
    const { server, pc } = await withUnsentEntry(fakeSafeStorage('basic_text'));
    const second = await pc.start();
    await second.device.signIn({ ...credentials, password: 'new password' });
    await second.device.journal()?.append([sampleEntry(2)]);
    must(server.people.get(teacher.username), 'on the server').password = 'newest password';
    const third = await pc.start();
    await third.device.signIn({ ...credentials, password: 'newest password' });
    await third.device.journal()?.append([sampleEntry(3)]);
    expect(await third.device.deviceAccounts()).toMatchObject([{ unsent: 3 }]);
    expect((await third.device.unlock(teacher, 'password')).ok).toBe(true);
    expect((await third.device.unlock(teacher, 'new password')).ok).toBe(true);
    expect(third.device.journal()?.unsent()).toBe(3);
    expect(await third.device.deviceAccounts()).toMatchObject([{ unsent: 3 }]);
  });
});
