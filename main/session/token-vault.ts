import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EndSessionRequest } from '../../domain/protocol/endpoints/session/end-session.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { parseChecked, writeAtomically } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Keychain } from '../keychain/keychain.ts';
import {
  deriveSessionKey,
  openSession,
  sealSession,
  sessionFileSchema,
  tokenHashOf,
  type SealedSession,
} from './session-seal.ts';

/** A refresh token as the vault has it. */
export interface KeptToken {
  readonly refreshToken: string;
  /** Whether it outlives the app. */
  readonly remembered: boolean;
  /** The server that it belongs to; absent for one that an earlier version has written. */
  readonly server?: string;
}

/**
 * Keeps the refresh token of each account: over restarts, or, where it cannot, as long as the app runs.
 *
 * The keychain alone does not protect a token: on a shared system user any program can ask it. So a token lies in the keychain sealed
 * under a key of its account, which is here while that account is open. Of a locked account only the end of its session is at hand.
 */
export interface TokenVault {
  /** The account has been opened: its token can be read and written from here on, and no other one's. */
  unlock(account: AccountRef, databaseKey: Uint8Array): void;
  /** Overwrites the key. */
  lock(): void;
  /** The token of the account that is open; undefined when there is none that can be read. */
  load(account: AccountRef): Promise<KeptToken | undefined>;
  /** Keeps a token; false when it stays in memory only. */
  save(account: AccountRef, refreshToken: string, server: string): Promise<boolean>;
  /** What ends the session of any account on its server; undefined where none is kept. */
  ending(account: AccountRef): Promise<EndSessionRequest | undefined>;
  remove(account: AccountRef): Promise<void>;
}

const FILE_NAME = 'session.sealed';

type SessionFile = { readonly earlier: string } | NonNullable<ReturnType<typeof parse>>;

/** Creates the vault: one sealed file per account, never in clear; where there is no keychain nothing is written. */
export function createTokenVault(keychain: Keychain, folder: (account: AccountRef) => string): TokenVault {
  const serial = createTurns();
  /** So that without a keychain too one goes from one account to the other and back. */
  const inMemory = new Map<string, SealedSession>();
  let own: { readonly account: AccountRef; readonly key: Buffer } | undefined;
  const file = (account: AccountRef): string => join(folder(account), FILE_NAME);

  function keyOf(account: AccountRef): Buffer | undefined {
    return own !== undefined && isSameAccount(own.account, account) ? own.key : undefined;
  }

  function lock(): void {
    own?.key.fill(0);
    own = undefined;
  }

  async function remove(account: AccountRef): Promise<void> {
    inMemory.delete(file(account));
    await rm(file(account), { force: true });
  }

  async function read(account: AccountRef): Promise<SessionFile | 'damaged' | undefined> {
    const sealed = await readIfPresent(file(account));
    if (sealed === undefined) return undefined;
    const text = keychain.open(sealed);
    if (text === undefined || text === '') return 'damaged';
    return text.startsWith('{') ? (parse(text) ?? 'damaged') : { earlier: text };
  }

  return {
    unlock: (account, databaseKey) => {
      lock();
      const { school, username } = account;
      own = { account: { school, username }, key: deriveSessionKey(databaseKey) };
    },
    lock,
    load: async (account) =>
      await serial(async () => {
        const held = inMemory.get(file(account));
        if (held !== undefined) return { ...held, remembered: false };
        const key = keyOf(account);
        const found = key && (await read(account));
        if (key === undefined || found === undefined) return undefined;
        if (found !== 'damaged' && 'earlier' in found)
          return { refreshToken: found.earlier, remembered: true };
        const session = found === 'damaged' ? undefined : openSession(key, account, found.session);
        // A record that cannot be opened is removed, not retried: the user signs in with the password.
        if (session === undefined) await remove(account);
        return session && { ...session, remembered: true };
      }),
    save: async (account, refreshToken, server) =>
      await serial(async () => {
        const session = { refreshToken, server };
        const key = keyOf(account);
        if (key === undefined) {
          // Locked meanwhile. The token before it stays: the server answers it with this same successor once more.
          inMemory.set(file(account), session);
          return false;
        }
        const content = {
          version: 2,
          session: sealSession(key, account, session),
          tokenHash: tokenHashOf(refreshToken),
        };
        const sealed = keychain.seal(JSON.stringify(content));
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
        inMemory.set(file(account), session);
        return false;
      }),
    ending: async (account) =>
      await serial(async () => {
        const held = inMemory.get(file(account));
        if (held !== undefined) return { refreshToken: held.refreshToken };
        const found = await read(account);
        if (found === undefined || found === 'damaged') return undefined;
        if ('earlier' in found) return { refreshToken: found.earlier };
        const { school } = account;
        return { school, tokenHash: found.tokenHash };
      }),
    remove: async (account) => await serial(async () => await remove(account)),
  };
}

function parse(text: string) {
  return parseChecked(text, sessionFileSchema);
}

async function readIfPresent(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
