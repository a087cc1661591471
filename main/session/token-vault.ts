import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import type { AccountRef } from '../../domain/protocol/session.ts';
import { createSerial } from '../files/serial.ts';
import type { Keychain } from './keychain.ts';

/** A refresh token as the vault has it. */
export interface KeptToken {
  readonly refreshToken: string;
  /** Whether it outlives the app. */
  readonly remembered: boolean;
}

/** Keeps the refresh token of each account: over restarts, or, where it cannot, as long as the app runs. */
export interface TokenVault {
  /** The token of an account; undefined when there is none that can be read. */
  load(account: AccountRef): Promise<KeptToken | undefined>;
  /** Keeps a token; false when it stays in memory only. */
  save(account: AccountRef, refreshToken: string): Promise<boolean>;
  remove(account: AccountRef): Promise<void>;
}

const FILE_NAME = 'session.sealed';

/** Creates the vault: one sealed file per account, never in clear; where there is no keychain nothing is written. */
export function createTokenVault(keychain: Keychain, folder: (account: AccountRef) => string): TokenVault {
  const serial = createSerial();
  /** So that without a keychain too one goes from one account to the other and back. */
  const inMemory = new Map<string, string>();
  const file = (account: AccountRef): string => join(folder(account), FILE_NAME);
  const remove = async (account: AccountRef): Promise<void> => {
    inMemory.delete(file(account));
    await rm(file(account), { force: true });
  };
  return {
    load: async (account) =>
      await serial(async () => {
        const refreshToken = inMemory.get(file(account));
        if (refreshToken !== undefined) return { refreshToken, remembered: false };
        const sealed = await readIfPresent(file(account));
        if (sealed === undefined) return undefined;
        const token = keychain.open(sealed);
        // A record that cannot be opened is removed, not retried: the user signs in with the password.
        if (token === undefined || token === '') {
          await remove(account);
          return undefined;
        }
        return { refreshToken: token, remembered: true };
      }),
    save: async (account, refreshToken) =>
      await serial(async () => {
        const sealed = keychain.seal(refreshToken);
        try {
          if (sealed !== undefined) {
            await writeAtomically(file(account), sealed);
            inMemory.delete(file(account));
            return true;
          }
        } catch {
          // Full disk: the old token was just replaced on the server, so its file must not be tried again.
        }
        await remove(account);
        inMemory.set(file(account), refreshToken);
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
