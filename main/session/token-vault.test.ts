import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createKeychain } from '../keychain/keychain.ts';
import { createTokenVault } from './token-vault.ts';

const account = { school: toSchoolId('MORE0001'), username: 'A' };
const TOKEN = 'MORE0001.a-very-secret-refresh-token-of-43-characters';
const SERVER = 'https://school.example';
const KEY = Buffer.alloc(32, 7);

/** A vault of a computer, with the account open. */
function openVault(folder: string, keychain = createKeychain(fakeSafeStorage(), 'linux')) {
  const vault = createTokenVault(keychain, () => folder);
  vault.unlock(account, KEY);
  return vault;
}

describe('token vault', () => {
  it('keeps a token sealed, readable by this user alone, and gives it back after a restart', async () => {
    const folder = temporaryFolder();
    expect(await openVault(folder).save(account, TOKEN, SERVER)).toBe(true);
    const [name = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readFileSync(join(folder, name), 'latin1')).not.toContain(TOKEN);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(await openVault(folder).load(account)).toEqual({
      refreshToken: TOKEN,
      server: SERVER,
      remembered: true,
    });
  });

  it.each(['basic_text', 'unknown'] as const)(
    'writes nothing at all where the backend is %s, and knows the token as long as the app runs',
    async (backend) => {
      const folder = temporaryFolder();
      const start = () => openVault(folder, createKeychain(fakeSafeStorage(backend), 'linux'));
      const vault = start();
      expect(await vault.save(account, TOKEN, SERVER)).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
      expect(await vault.load(account)).toEqual({ refreshToken: TOKEN, server: SERVER, remembered: false });
      expect(await start().load(account)).toBeUndefined();
      await vault.remove(account);
      expect(await vault.load(account)).toBeUndefined();
    },
  );

  it('tells a keyring by its mark where an old Electron on Linux does not name it, and does not ask on other systems', () => {
    const { getSelectedStorageBackend: _unused, ...old } = fakeSafeStorage();
    expect(createKeychain(old, 'linux').secure()).toBe(true);
    const printedKey = { ...old, encryptString: (text: string) => Buffer.from(`v10${text}`) };
    expect(createKeychain(printedKey, 'linux').secure()).toBe(false);
    expect(createKeychain(printedKey, 'win32').secure()).toBe(true);
    expect(createKeychain({ ...old, isEncryptionAvailable: () => false }, 'darwin').secure()).toBe(false);
  });

  it('removes an entry that cannot be opened', async () => {
    const folder = temporaryFolder();
    const vault = openVault(folder);
    await vault.save(account, TOKEN, SERVER);
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), 'damaged');
    expect(await vault.load(account)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not leave the old token behind when the new one cannot be written', async () => {
    const missing = join(temporaryFolder(), 'missing');
    const vault = openVault(missing);
    expect(await vault.save(account, TOKEN, SERVER)).toBe(false);
  });

  it('F1: what the keychain opens for any program holds no token, and the end of a session at most', async () => {
    const folder = temporaryFolder();
    const vault = openVault(folder);
    await vault.save(account, TOKEN, SERVER);
    const [name = ''] = readdirSync(folder);
    const opened = createKeychain(fakeSafeStorage(), 'linux').open(readFileSync(join(folder, name))) ?? '';
    expect(opened).not.toContain(TOKEN);
    expect(opened).not.toContain(Buffer.from(TOKEN).toString('base64').slice(4, 20));
    expect(opened).not.toContain(SERVER);
    vault.lock();
    expect(await vault.load(account)).toBeUndefined();
    const tokenHash = createHash('sha256').update(TOKEN).digest('base64url');
    expect(await vault.ending(account)).toEqual({ school: account.school, tokenHash });
    vault.unlock(account, KEY);
    expect(await vault.load(account)).toMatchObject({ refreshToken: TOKEN });
  });

  it.each([
    ['another account', { ...account, username: 'B' }, KEY],
    ['another school', { ...account, school: toSchoolId('MORE0002') }, KEY],
    ['another key', account, Buffer.alloc(32, 8)],
  ])('F1, F15: a session that was moved to %s opens nothing there', async (_where, other, key) => {
    const folder = temporaryFolder();
    await openVault(folder).save(account, TOKEN, SERVER);
    const vault = createTokenVault(createKeychain(fakeSafeStorage(), 'linux'), () => folder);
    vault.unlock(other, key);
    expect(await vault.load(other)).toBeUndefined();
  });

  it('F1: a token of an earlier version is read while the account is open, and sealed by the next writing', async () => {
    const folder = temporaryFolder();
    const keychain = createKeychain(fakeSafeStorage(), 'linux');
    writeFileSync(join(folder, 'session.sealed'), keychain.seal(TOKEN) ?? '');
    const locked = createTokenVault(keychain, () => folder);
    expect(await locked.load(account)).toBeUndefined();
    expect(await locked.ending(account)).toEqual({ refreshToken: TOKEN });
    const vault = openVault(folder);
    expect(await vault.load(account)).toEqual({ refreshToken: TOKEN, remembered: true });
    await vault.save(account, TOKEN, SERVER);
    expect(keychain.open(readFileSync(join(folder, 'session.sealed')))).not.toContain(TOKEN);
  });

  it('F1: what is renewed while the register locks stays in memory, and the file as it was', async () => {
    const folder = temporaryFolder();
    const vault = openVault(folder);
    await vault.save(account, TOKEN, SERVER);
    vault.lock();
    expect(await vault.save(account, 'MORE0001.next', SERVER)).toBe(false);
    expect(await vault.load(account)).toMatchObject({ refreshToken: 'MORE0001.next', remembered: false });
    expect(await openVault(folder).load(account)).toMatchObject({ refreshToken: TOKEN });
  });
});
