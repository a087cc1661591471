import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createKeychain } from './keychain.ts';
import { createTokenVault } from './token-vault.ts';

const account = { school: toSchoolId('MORE0001'), username: 'A' };
const TOKEN = 'a-very-secret-refresh-token';

describe('token vault', () => {
  it('keeps a token sealed, readable by this user alone, and gives it back after a restart', async () => {
    const folder = temporaryFolder();
    const keychain = createKeychain(fakeSafeStorage(), 'linux');
    expect(await createTokenVault(keychain, () => folder).save(account, TOKEN)).toBe(true);
    const [name = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readFileSync(join(folder, name), 'latin1')).not.toContain(TOKEN);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(await createTokenVault(keychain, () => folder).load(account)).toEqual({
      refreshToken: TOKEN,
      remembered: true,
    });
  });

  it.each(['basic_text', 'unknown'] as const)(
    'writes nothing at all where the backend is %s, and knows the token as long as the app runs',
    async (backend) => {
      const folder = temporaryFolder();
      const start = () => createTokenVault(createKeychain(fakeSafeStorage(backend), 'linux'), () => folder);
      const vault = start();
      expect(await vault.save(account, TOKEN)).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
      expect(await vault.load(account)).toEqual({ refreshToken: TOKEN, remembered: false });
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
    const vault = createTokenVault(createKeychain(fakeSafeStorage(), 'linux'), () => folder);
    await vault.save(account, TOKEN);
    const [name = ''] = readdirSync(folder);
    writeFileSync(join(folder, name), 'damaged');
    expect(await vault.load(account)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not leave the old token behind when the new one cannot be written', async () => {
    const missing = join(temporaryFolder(), 'missing');
    const vault = createTokenVault(createKeychain(fakeSafeStorage(), 'linux'), () => missing);
    expect(await vault.save(account, TOKEN)).toBe(false);
  });
});
