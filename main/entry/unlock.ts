import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type {
  AccountRef,
  SessionTokens,
  SignInAnswer,
} from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Account } from '../accounts/account-file.ts';
import { recoverAside } from '../accounts/journal-rescue.ts';
import { locate } from '../directory/known-servers.ts';
import type { Admission, Entered, EntryParts } from './admission.ts';
import { isOutOfReach, toSignInFailure } from '../network/server-failures.ts';
import type { Answered, TransportFailure } from '../network/transport.ts';

/** What unlocking works with. */
export interface UnlockParts extends EntryParts {
  readonly admission: Admission;
  /** The server has said that the office has closed the account. */
  readonly block: (account: AccountRef) => Promise<void>;
  /** Marks the account that a server has called closed, where this computer has it from that server. */
  readonly noteBlocked: NoteBlocked;
}

/** Hears a failure of a server; `asked` is the account that it was asked about, where that is known. */
export type NoteBlocked = (failure: TransportFailure, server: string, asked?: AccountRef) => Promise<void>;

/** The ways into an account of this device by its password. Not for concurrent callers. */
export interface Unlock {
  /**
   * At once, with the data of this device, and the server is asked afterwards; where those do not open, the server is asked now, unless
   * the password is this computer's own.
   */
  unlock(ref: AccountRef, password: string): Promise<Entered>;
  /** With the data of this device alone. Counts the attempt. */
  unlockLocally(account: Account, password: string): Promise<Entered>;
  /** Whether a password opens the data of this device, which stay closed. Counts the attempt. */
  opens(account: Account, password: string): Promise<Result<boolean, SignInFailure>>;
  /** Asks a server for an answer to a user name and password. */
  askServer(
    server: string | undefined,
    username: string,
    password: string,
    within?: number,
  ): Answered<SignInAnswer>;
}

/** Where the device can help itself, nobody waits for a hanging line longer than this. */
export const SHORT_WAIT = 6_000;

/** Creates the ways into an account of this device. */
export function createUnlock(parts: UnlockParts): Unlock {
  const { accounts, keys, attempts, broker, transport, session, servers, admission } = parts;

  async function askServer(
    server: string | undefined,
    username: string,
    password: string,
    within?: number,
  ): Answered<SignInAnswer> {
    if (server === undefined) return fail({ kind: 'unreachable' });
    return await transport.signIn(server, { username, password, device: parts.device() }, within);
  }

  async function opens(account: Account, password: string): Promise<Result<boolean, SignInFailure>> {
    const folder = accounts.folder(account.identity);
    const wait = await attempts.waitSeconds(folder);
    if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
    await attempts.begin(folder);
    const key = await keys.journalKey(account, password);
    if (key === undefined) return ok(false);
    key.fill(0);
    await attempts.succeed(folder);
    return ok(true);
  }

  async function unlockLocally(account: Account, password: string): Promise<Entered> {
    const folder = accounts.folder(account.identity);
    const wait = await attempts.waitSeconds(folder);
    if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
    await attempts.begin(folder);
    const reused = admission.openAs(account.identity);
    const opened = await keys.unlock(account, password, reused);
    if (opened === undefined) {
      if (reused !== undefined && (await recoverAside(accounts, keys, reused, password)) !== undefined) {
        await attempts.succeed(folder);
        return ok(session.state());
      }
      const waitSeconds = await attempts.waitSeconds(folder);
      return fail({ kind: 'wrongCredentials', ...(waitSeconds > 0 && { waitSeconds }) });
    }
    await attempts.succeed(folder);
    const server = servers.of(locate(account));
    const { school, username } = account.identity;
    // A password of this computer's own is nothing to ask the server with: only the provider makes a new session.
    const makeSession =
      server === undefined || account.enteredBy !== undefined
        ? undefined
        : async () =>
            await broker.signInWith({ school, username }, server, async () => await askAs(account, password));
    return await admission.enterLocally(account, opened, reused, makeSession);
  }

  /** The server's answer to this very account: one for anybody else opens nothing here, one that asks for more is no session. */
  async function askAs({ identity, via }: Account, password: string): Answered<SessionTokens> {
    const answer = await askServer(
      servers.of(locate({ identity, ...(via && { via }) })),
      identity.username,
      password,
    );
    if (!answer.ok) return answer;
    const { tokens } = answer.value;
    return tokens !== undefined && isSameAccount(tokens.identity, identity)
      ? ok(tokens)
      : fail({ kind: 'wrongCredentials' });
  }

  /** An account of this device, opened by the server's word; for one that the password does not open here. */
  async function unlockByServer(account: Account, password: string): Promise<Entered | TransportFailure> {
    const { identity, via } = account;
    const answer = await askServer(servers.of(locate(account)), identity.username, password, SHORT_WAIT);
    if (!answer.ok) {
      if (answer.failure.kind === 'accountBlocked') await parts.block(identity);
      return answer.failure;
    }
    const { tokens } = answer.value;
    if (tokens === undefined) return fail({ kind: 'passwordNeeded' });
    if (!isSameAccount(tokens.identity, identity)) return { kind: 'wrongCredentials' };
    return await admission.admit(tokens, { password }, via ?? identity.school);
  }

  /** An account that the office has closed: only the server can say that it is open again. */
  async function unlockBlocked(account: Account, password: string): Promise<Entered> {
    if (account.enteredBy !== undefined) return fail({ kind: 'accountBlocked' });
    const asked = await unlockByServer(account, password);
    if ('ok' in asked) return asked;
    return fail(isOutOfReach(asked) ? { kind: 'accountBlocked' } : toSignInFailure(asked));
  }

  return {
    askServer,
    opens,
    unlockLocally,
    unlock: async (ref, password) => {
      const account = await accounts.find(ref);
      if (account === undefined) return fail({ kind: 'noLocalData' });
      if (account.blockedAt !== undefined) return await unlockBlocked(account, password);
      const local = await unlockLocally(account, password);
      if (local.ok || local.failure.kind !== 'wrongCredentials' || account.enteredBy !== undefined)
        return local;
      // A password that was changed on another computer opens nothing here, but the server knows it.
      const asked = await unlockByServer(account, password);
      if ('ok' in asked) return asked;
      return asked.kind === 'accountBlocked' ? fail({ kind: asked.kind }) : local;
    },
  };
}
