import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import type { AccountRef } from '../../domain/protocol/session.ts';
import { createSerial } from '../files/serial.ts';
import type { Keychain } from './keychain.ts';

/** Keeps the refresh token of each account over restarts, or says that it cannot. */
export interface TokenVault {
  /** The token of an account; undefined when there is none that can be read. */
  load(account: AccountRef): Promise<string | undefined>;
  /** Keeps a token; false when it stays in memory only. */
  save(account: AccountRef, refreshToken: string): Promise<boolean>;
  remove(account: AccountRef): Promise<void>;
}

const FILE_NAME = 'session.sealed';

/** Creates the vault: one sealed file per account, never in clear; where there is no keychain nothing is written at all. */
export function createTokenVault(keychain: Keychain, folder: (account: AccountRef) => string): TokenVault {
  const serial = createSerial();
  const file = (account: AccountRef): string => join(folder(account), FILE_NAME);
  const remove = async (account: AccountRef): Promise<void> => await rm(file(account), { force: true });
  return {
    load: async (account) =>
      await serial(async () => {
        const sealed = await readIfPresent(file(account));
        if (sealed === undefined) return undefined;
        const token = keychain.open(sealed);
        // A record that cannot be opened is removed, not retried: the user signs in with the password.
        if (token === undefined || token === '') {
          await remove(account);
          return undefined;
        }
        return token;
      }),
    save: async (account, refreshToken) =>
      await serial(async () => {
        const sealed = keychain.seal(refreshToken);
        try {
          if (sealed !== undefined) {
            await writeAtomically(file(account), sealed);
            return true;
          }
        } catch {
          // Full disk: the old token was just replaced on the server, so its file must not be tried again.
        }
        await remove(account);
        return false;
      }),
    remove: async (account) => await serial(async () => await remove(account)),
  };
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
