import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import { createSerial } from '../files/serial.ts';
import type { Keychain } from './keychain.ts';

/** Keeps the refresh token of each account over restarts, or says that it cannot. */
export interface TokenVault {
  /** The token of an account's folder; undefined when there is none that can be read. */
  load(folder: string): Promise<string | undefined>;
  /** Keeps a token; false when it stays in memory only. */
  save(folder: string, refreshToken: string): Promise<boolean>;
  remove(folder: string): Promise<void>;
}

const FILE_NAME = 'session.sealed';

/** Creates the vault: one sealed file per account, never in clear; where there is no keychain nothing is written at all. */
export function createTokenVault(keychain: Keychain): TokenVault {
  const serial = createSerial();
  const remove = async (folder: string): Promise<void> => await rm(join(folder, FILE_NAME), { force: true });
  return {
    load: async (folder) =>
      await serial(async () => {
        const sealed = await readIfPresent(join(folder, FILE_NAME));
        if (sealed === undefined) return undefined;
        const token = keychain.open(sealed);
        // A record that cannot be opened is removed, not retried: the user signs in with the password.
        if (token === undefined || token === '') {
          await remove(folder);
          return undefined;
        }
        return token;
      }),
    save: async (folder, refreshToken) =>
      await serial(async () => {
        const sealed = keychain.seal(refreshToken);
        try {
          if (sealed !== undefined) {
            await writeAtomically(join(folder, FILE_NAME), sealed);
            return true;
          }
        } catch {
          // Full disk: the old token was just replaced on the server, so its file must not be tried again.
        }
        await remove(folder);
        return false;
      }),
    remove: async (folder) => await serial(async () => await remove(folder)),
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
