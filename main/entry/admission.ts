import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { SchoolId } from '../../domain/base/ids.ts';
import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import type { SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type {
  AccountRef,
  SessionTokens,
  SignInRequest,
} from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Account } from '../accounts/account-file.ts';
import type { AccountKeys } from '../accounts/account-keys.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import { type AccountStore } from '../accounts/account-store.ts';
import type { AttemptDelay } from '../accounts/attempt-delay.ts';
import type { Secret } from '../accounts/opened-keys.ts';
import { sharePortfolio } from '../accounts/portfolio-news.ts';
import { locate, type KnownServers } from '../directory/known-servers.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { PinLock } from '../pin/pin-lock.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { TokenBroker, TokenOutcome } from '../session/token-broker.ts';
import type { SessionTransport } from '../network/transport.ts';

/** What the ways into an account work with. */
export interface EntryParts {
  readonly accounts: AccountStore;
  readonly keys: AccountKeys;
  readonly attempts: AttemptDelay;
  readonly broker: TokenBroker;
  readonly transport: SessionTransport;
  readonly session: SessionStore;
  readonly servers: KnownServers;
  readonly pins: PinLock;
  /** Whether the register was locked since the way in that is under way was asked for: then nobody may be there any more. */
  readonly isInterrupted: () => boolean;
  readonly device: () => SignInRequest['device'];
  readonly unfinished: Unfinished;
  /** Writes an unexpected error to the log. */
  readonly onError: (event: string, error: unknown) => void;
}

/** What came of trying to enter an account. */
export type Entered = Result<SessionState, SignInFailure>;

/** The last steps of every way in. Not for concurrent callers. */
export interface Admission {
  /**
   * Opens the account of somebody whom the server of the school `reachedBy` has recognised; with `open`, the account that is open already
   * gets a session anew, and its data stays sealed as it is.
   */
  admit(tokens: SessionTokens, secret: Secret | 'open', reachedBy: SchoolId): Promise<Entered>;
  /** Ends a session that opens nothing here. */
  refuse(tokens: SessionTokens, reachedBy: SchoolId): Promise<void>;
  /** Opens an account with what is on this device; `connect` then makes or renews its session, in the background. */
  enterLocally(
    account: Account,
    opened: OpenAccount,
    reused: OpenAccount | undefined,
    connect?: Connect,
  ): Promise<Entered>;
  /** The account, where it is the open one already: it keeps its journal, since two writers on one file would spoil it. */
  openAs(ref: AccountRef): OpenAccount | undefined;
}

/** Makes a session where none was kept. */
export type Connect = () => Promise<TokenOutcome>;

/** Creates the last steps. */
export function createAdmission(parts: EntryParts): Admission {
  const { accounts, keys, attempts, broker, transport, session, servers, pins } = parts;

  function openAs(ref: AccountRef): OpenAccount | undefined {
    const current = session.account();
    return current !== undefined && isSameAccount(current.identity, ref) ? current : undefined;
  }

  /** Leaves nothing open of a way in that a lock has overtaken; the user is asked again. */
  async function abandon(opened: OpenAccount, reused: OpenAccount | undefined): Promise<Entered> {
    // The keys of the account that was open are overwritten by its lock.
    if (opened.journal !== reused?.journal) {
      await opened.journal.close();
      opened.databaseKey.fill(0);
      if (opened.portfolio?.key !== reused?.portfolio?.key) opened.portfolio?.key.fill(0);
    }
    broker.pause();
    pins.wipe();
    return fail({ kind: 'internal' });
  }

  async function enter(opened: OpenAccount): Promise<void> {
    const before = session.account();
    session.enter(opened);
    if (before !== undefined && before.journal !== opened.journal) await before.journal.close();
  }

  /** Where the answer of a server may be believed about this account; undefined where another server speaks for its school. */
  async function placeOf(
    { identity }: SessionTokens,
    reachedBy: SchoolId,
  ): Promise<{ readonly server: string; readonly via?: SchoolId } | undefined> {
    const server = servers.of({ school: reachedBy });
    const place = servers.place(identity.school, reachedBy);
    if (server === undefined || place === 'elsewhere') return undefined;
    const before = await accounts.find(identity);
    // The account that is here under this name came from another server.
    if (before !== undefined && servers.of(locate(before)) !== server) return undefined;
    return { server, ...place };
  }

  async function refuse({ refreshToken }: SessionTokens, reachedBy: SchoolId): Promise<void> {
    const server = servers.of({ school: reachedBy });
    if (server !== undefined) await transport.signOut(server, refreshToken);
  }

  async function connect(account: Account, resumed: boolean, make: Connect | undefined): Promise<void> {
    const outcome = resumed || make === undefined ? await broker.accessToken() : await make();
    if (openAs(account.identity) === undefined) return;
    session.setRemembered(broker.remembered());
    if (outcome.kind !== 'unreachable') session.setReachable(true);
    session.setSignInNeeded(outcome.kind === 'signInNeeded');
  }

  return {
    openAs,
    refuse,
    admit: async (tokens, secret, reachedBy) => {
      const { identity } = tokens;
      const place = await placeOf(tokens, reachedBy);
      if (place === undefined) {
        await refuse(tokens, reachedBy);
        return fail({ kind: 'internal' });
      }
      const same = openAs(identity);
      const open =
        secret === 'open'
          ? same && (async () => await keys.rename(same, identity))
          : async () => await keys.admit({ identity, ...place }, secret, same);
      // Locked meanwhile.
      if (open === undefined) {
        await refuse(tokens, reachedBy);
        return fail({ kind: 'internal' });
      }
      let opened: OpenAccount;
      try {
        opened = await open();
        await pins.opened(opened);
      } catch (error) {
        parts.onError('accountNotOpened', error);
        await refuse(tokens, reachedBy);
        return fail({ kind: 'storage' });
      }
      await sharePortfolio(accounts, opened).catch((error: unknown) =>
        parts.onError('portfolioNotShared', error),
      );
      if (parts.isInterrupted()) {
        await refuse(tokens, reachedBy);
        return await abandon(opened, same);
      }
      broker.unlocked(identity, opened.databaseKey);
      const remembered = await broker.adopt(tokens, place.server);
      await attempts.succeed(accounts.folder(identity));
      session.setRemembered(remembered);
      session.setReachable(true);
      session.setSignInNeeded(false);
      if (parts.isInterrupted()) return await abandon(opened, same);
      await enter(opened);
      return ok(session.state());
    },
    enterLocally: async (account, opened, reused, make) => {
      await pins.opened(opened);
      broker.unlocked(account.identity, opened.databaseKey);
      const resumed = await broker.resume(account.identity, servers.of(locate(account)));
      session.setReachable(false);
      session.setSignInNeeded(false);
      session.setRemembered(broker.remembered());
      if (parts.isInterrupted()) return await abandon(opened, reused);
      await enter(opened);
      parts.unfinished.begin('connectAfterUnlock', connect(account, resumed, make));
      return ok(session.state());
    },
  };
}
