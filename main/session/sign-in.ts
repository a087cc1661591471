import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { SessionState, SignInFailure } from '../../domain/protocol/bridge.ts';
import type { SessionTokens, SignInRequest } from '../../domain/protocol/session.ts';
import { parseStaffUsername } from '../../domain/rules/username.ts';
import type { AccountKeys, OpenAccount } from '../accounts/account-keys.ts';
import {
  isSameAccount,
  type Account,
  type AccountRef,
  type AccountStore,
} from '../accounts/account-store.ts';
import type { AttemptDelay } from '../accounts/attempt-delay.ts';
import type { SessionStore } from './session-store.ts';
import type { TokenBroker } from './token-broker.ts';
import type { SessionTransport, TransportFailure } from './transport.ts';

/** What signing in and unlocking work with. */
export interface SignInParts {
  readonly accounts: AccountStore;
  readonly keys: AccountKeys;
  readonly attempts: AttemptDelay;
  readonly broker: TokenBroker;
  readonly transport: SessionTransport;
  readonly session: SessionStore;
  readonly device: () => SignInRequest['device'];
  /** Writes an unexpected error to the log. */
  readonly onError: (event: string, error: unknown) => void;
}

/** The two ways in. Not for concurrent callers. */
export interface SignIn {
  /** With a user name: at the server, or, where it cannot be reached, with the data of this device. */
  signIn(credentials: {
    readonly username: string;
    readonly password: string;
  }): Promise<Result<SessionState, SignInFailure>>;
  /** With an account of this device: at once, and the server is asked afterwards. */
  unlock(ref: AccountRef, password: string): Promise<Result<SessionState, SignInFailure>>;
}

/** Where the device can help itself, nobody waits for a hanging line longer than this. */
const SHORT_WAIT = 6_000;

/** Creates the two ways in. */
export function createSignIn(parts: SignInParts): SignIn {
  const { accounts, keys, attempts, broker, transport, session } = parts;

  const askServer = async (
    username: string,
    password: string,
    within?: number,
  ): Promise<Result<SessionTokens, TransportFailure>> =>
    await transport.signIn({ username, password, device: parts.device() }, within);

  /** Opens the account of somebody whom the server has recognised. */
  async function admit(
    tokens: SessionTokens,
    password: string,
  ): Promise<Result<SessionState, SignInFailure>> {
    const { identity } = tokens;
    const current = session.account();
    const same = current !== undefined && isSameAccount(current.identity, identity) ? current : undefined;
    let opened: OpenAccount;
    try {
      opened = await keys.admit(identity, password, same);
    } catch (error) {
      parts.onError('accountNotOpened', error);
      await transport.signOut(tokens.refreshToken);
      return fail({ kind: 'storage' });
    }
    if (wasLockedMeanwhile(same)) return fail({ kind: 'internal' });
    const remembered = await broker.adopt(tokens);
    await attempts.succeed(accounts.folder(identity));
    session.setRemembered(remembered);
    session.setReachable(true);
    session.setSignInNeeded(false);
    if (wasLockedMeanwhile(same)) return fail({ kind: 'internal' });
    await enter(opened);
    return ok(session.state());
  }

  /** The idle lock closed the journal that was to be used on: the user is asked again. */
  function wasLockedMeanwhile(reused: OpenAccount | undefined): boolean {
    return reused !== undefined && session.account()?.journal !== reused.journal;
  }

  async function enter(opened: OpenAccount): Promise<void> {
    const before = session.account();
    session.enter(opened);
    if (before !== undefined && before.journal !== opened.journal) await before.journal.close();
  }

  /** Unlocks with the password alone; `wrong` when it does not open. Counts the attempt. */
  async function unlockLocally(
    account: Account,
    password: string,
  ): Promise<Result<SessionState, SignInFailure>> {
    const folder = accounts.folder(account.identity);
    const wait = await attempts.waitSeconds(folder);
    if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
    await attempts.begin(folder);
    const current = session.account();
    // The same account, open already, keeps its journal: two writers on one file would spoil it.
    const reuse =
      current !== undefined && isSameAccount(current.identity, account.identity) ? current : undefined;
    const opened = await keys.unlock(account, password, reuse);
    if (opened === undefined) {
      const waitSeconds = await attempts.waitSeconds(folder);
      return fail({ kind: 'wrongCredentials', ...(waitSeconds > 0 && { waitSeconds }) });
    }
    if (wasLockedMeanwhile(reuse)) return fail({ kind: 'internal' });
    await attempts.succeed(folder);
    const resumed = await broker.resume(account.identity);
    session.setReachable(false);
    session.setSignInNeeded(false);
    session.setRemembered(broker.remembered());
    if (wasLockedMeanwhile(reuse)) return fail({ kind: 'internal' });
    await enter(opened);
    void connect(account, password, resumed).catch((error: unknown) =>
      parts.onError('connectAfterUnlock', error),
    );
    return ok(session.state());
  }

  /** After an unlock: renews the session, or makes one while the password is still at hand. */
  async function connect(account: Account, password: string, resumed: boolean): Promise<void> {
    const stillOpen = (): boolean => {
      const current = session.account();
      return current !== undefined && isSameAccount(current.identity, account.identity);
    };
    const outcome = resumed
      ? await broker.accessToken()
      : await broker.signInWith(account.identity, async () => await askAs(account.identity, password));
    if (!stillOpen()) return;
    session.setRemembered(broker.remembered());
    if (outcome.kind !== 'unreachable') session.setReachable(true);
    session.setSignInNeeded(outcome.kind === 'signInNeeded');
  }

  /** The server's answer to this very person: an answer for anybody else opens nothing here. */
  async function askAs(
    identity: AccountRef & { readonly username: string },
    password: string,
  ): Promise<Result<SessionTokens, TransportFailure>> {
    const answer = await askServer(identity.username, password);
    return answer.ok && !isSameAccount(answer.value.identity, identity)
      ? fail({ kind: 'wrongCredentials' })
      : answer;
  }

  async function findByUsername(
    username: string,
  ): Promise<{ readonly account: Account | undefined; readonly any: boolean }> {
    const all = await accounts.list();
    return {
      account: all.find(({ identity }) => canonical(identity.username) === canonical(username)),
      any: all.length > 0,
    };
  }

  return {
    signIn: async ({ username, password }) => {
      const { account, any } = await findByUsername(username);
      const answer = await askServer(
        username.trim(),
        password,
        account === undefined ? undefined : SHORT_WAIT,
      );
      if (answer.ok) return await admit(answer.value, password);
      if (!isOutOfReach(answer.failure)) return fail(toSignInFailure(answer.failure));
      if (account !== undefined) return await unlockLocally(account, password);
      return fail({ kind: any ? 'noLocalData' : 'serverUnreachable' });
    },
    unlock: async (ref, password) => {
      const account = await accounts.find(ref);
      if (account === undefined) return fail({ kind: 'noLocalData' });
      const local = await unlockLocally(account, password);
      if (local.ok || local.failure.kind !== 'wrongCredentials') return local;
      // A password that was changed on another computer opens nothing here, but the server knows it.
      const answer = await askServer(account.identity.username, password, SHORT_WAIT);
      if (answer.ok && isSameAccount(answer.value.identity, account.identity))
        return await admit(answer.value, password);
      return local;
    },
  };
}

/** Whether a failure says nothing about the password: then the device helps itself. */
function isOutOfReach({ kind }: TransportFailure): boolean {
  return kind === 'unreachable' || kind === 'unavailable' || kind === 'internal' || kind === 'diskFull';
}

function toSignInFailure({ kind, retryAfter }: TransportFailure): SignInFailure {
  const waitSeconds = retryAfter === undefined ? {} : { waitSeconds: Math.ceil(retryAfter) };
  switch (kind) {
    case 'wrongCredentials':
    case 'tooManyAttempts':
    case 'outdatedClient':
      return { kind, ...waitSeconds };
    case 'forbidden':
    case 'passwordExpired':
      return { kind: 'accountBlocked' };
    case 'unreachable':
    case 'unavailable':
    case 'diskFull':
      return { kind: 'serverUnreachable', ...waitSeconds };
    case 'badRequest':
    case 'notSignedIn':
    case 'tokenExpired':
    case 'tooLarge':
    case 'internal':
      return { kind: 'internal' };
  }
}

function canonical(username: string): string {
  return parseStaffUsername(username)?.username ?? username.trim().toUpperCase();
}
