import { fail, ok, type Result } from '../../domain/base/result.ts';
import type {
  DeviceAccount,
  LocalStoreKey,
  OpeningId,
  SessionState,
  SignInFailure,
} from '../../domain/protocol/bridge.ts';
import type { OpenAccount } from '../accounts/account-keys.ts';
import { isSameAccount, type AccountRef } from '../accounts/account-store.ts';
import type { DeviceFile } from '../accounts/device-file.ts';
import { createSerial } from '../files/serial.ts';
import type { Journal } from '../journal/journal.ts';
import { createSignIn, type SignInParts } from './sign-in.ts';
import type { LockReason } from './session-store.ts';

/** Why an account was not removed. */
export interface RemovalFailure {
  readonly kind: 'unsentEntries' | 'notFound' | 'internal';
  readonly unsent: number;
}

/** The session of this device as the bridge's verbs see it. */
export interface DeviceSession {
  /** Shows the account chosen last as locked, or nobody. */
  start(): Promise<void>;
  state(): SessionState;
  deviceAccounts(): Promise<readonly DeviceAccount[]>;
  signIn(credentials: {
    readonly username: string;
    readonly password: string;
  }): Promise<Result<SessionState, SignInFailure>>;
  unlock(ref: AccountRef, password: string): Promise<Result<SessionState, SignInFailure>>;
  /** Forgets the keys at once. */
  lock(reason: LockReason): SessionState;
  signOut(): Promise<SessionState>;
  removeAccount(ref: AccountRef, evenUnsent: boolean): Promise<Result<null, RemovalFailure>>;
  localStoreKey(): Result<LocalStoreKey, { readonly kind: 'locked' }>;
  /** The journal of the open account. */
  journal(): Journal | undefined;
  /** The journal of an opening, while it lasts: a late write never goes to the next account. */
  journalOf(opening: OpeningId): Journal | undefined;
  /** Locks and waits until the journal is closed: the app is about to end. */
  shut(): Promise<void>;
}

/** What {@link createDeviceSession} depends on. */
export interface DeviceSessionParts extends SignInParts {
  readonly deviceFile: DeviceFile;
}

/** Creates the session; signing in, unlocking, signing out and removing run one after another. */
export function createDeviceSession(parts: DeviceSessionParts): DeviceSession {
  const { accounts, attempts, broker, session, transport, deviceFile } = parts;
  const ways = createSignIn(parts);
  const serial = createSerial();
  let closing: Promise<void> = Promise.resolve();

  function lock(reason: LockReason): SessionState {
    const account = session.account();
    if (account !== undefined) {
      session.lock(account.identity, reason);
      broker.pause();
      const closed = account.journal.close().catch((error: unknown) => parts.onError('journalClose', error));
      closing = closed;
      // After a sign-in that is under way: it may be sealing this very key under a new password.
      void serial(async () => {
        await closed;
        wipe(account);
      });
    }
    return session.state();
  }

  /** Overwrites the key of an account that was left, unless a sign-in has gone on with it. */
  function wipe(left: OpenAccount): void {
    if (session.account()?.databaseKey !== left.databaseKey) left.databaseKey.fill(0);
  }

  async function enterBy(
    way: () => Promise<Result<SessionState, SignInFailure>>,
  ): Promise<Result<SessionState, SignInFailure>> {
    // A write may still be under way in the journal that the lock is closing.
    await closing;
    const before = session.account();
    const result = await way();
    // Left for another account, without a lock in between.
    if (before !== undefined) wipe(before);
    if (result.ok && result.value.kind !== 'signedOut') await deviceFile.choose(result.value.identity);
    return result;
  }

  async function endSession(): Promise<void> {
    const refreshToken = await broker.end();
    // The server is told as far as it can be reached; nobody waits for it.
    if (refreshToken !== undefined) void transport.signOut(refreshToken);
  }

  async function leave(): Promise<SessionState> {
    const state = session.state();
    const account = session.account();
    if (state.kind === 'locked') await broker.resume(state.identity);
    session.clear();
    await account?.journal.close();
    if (account !== undefined) wipe(account);
    await endSession();
    await deviceFile.choose(undefined);
    return session.state();
  }

  async function remove(ref: AccountRef, evenUnsent: boolean): Promise<Result<null, RemovalFailure>> {
    const unsent = await accounts.unsent(ref);
    if ((await accounts.find(ref)) === undefined && unsent === 0) return fail({ kind: 'notFound', unsent });
    if (unsent > 0 && !evenUnsent) return fail({ kind: 'unsentEntries', unsent });
    const state = session.state();
    const chosen = state.kind !== 'signedOut' && isSameAccount(state.identity, ref);
    if (chosen) await leave();
    try {
      await accounts.remove(ref);
      await attempts.succeed(accounts.folder(ref));
    } catch (error) {
      parts.onError('accountNotRemoved', error);
      return fail({ kind: 'internal', unsent });
    }
    return ok(null);
  }

  return {
    start: async () => {
      const current = deviceFile.current();
      const account = current === undefined ? undefined : await accounts.find(current);
      if (account !== undefined) session.lock(account.identity, 'start');
    },
    state: session.state,
    deviceAccounts: async () =>
      await Promise.all(
        (await accounts.list()).map(async ({ identity, lastUsedAt }) => ({
          identity,
          lastUsedAt,
          unsent: await accounts.unsent(identity),
        })),
      ),
    signIn: async (credentials) =>
      await serial(async () => await enterBy(async () => await ways.signIn(credentials))),
    unlock: async (ref, password) =>
      await serial(async () => await enterBy(async () => await ways.unlock(ref, password))),
    lock,
    signOut: async () => await serial(leave),
    removeAccount: async (ref, evenUnsent) => await serial(async () => await remove(ref, evenUnsent)),
    localStoreKey: () => {
      const account = session.account();
      if (account === undefined) return fail({ kind: 'locked' });
      const { identity, opening, databaseName } = account;
      return ok({
        opening,
        account: { school: identity.school, person: identity.person },
        databaseName,
        key: new Uint8Array(account.databaseKey),
      });
    },
    journal: () => session.account()?.journal,
    journalOf: (opening) => {
      const account = session.account();
      return account?.opening === opening ? account.journal : undefined;
    },
    shut: async () => {
      lock('user');
      await closing;
    },
  };
}
