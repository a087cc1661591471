import type { Result } from '../../domain/base/result.ts';
import type { EndSessionRequest } from '../../domain/protocol/endpoints/session/end-session.ts';
import type { AccountRef, Identity, SessionTokens } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Unfinished } from '../files/unfinished.ts';
import { endsSession } from '../network/server-failures.ts';
import type { SessionTransport, TransportFailure } from '../network/transport.ts';
import type { TokenVault } from './token-vault.ts';

/** What the broker can say when somebody needs an access token. */
export type TokenOutcome =
  /** Good for requests of this account alone: whoever asked under another one must not use it. */
  | {
      readonly kind: 'token';
      readonly token: string;
      readonly account: AccountRef;
      /** Origin of the account's server: the token goes nowhere else. */
      readonly server: string;
    }
  /** The server cannot be asked now; the session may well be good. */
  | { readonly kind: 'unreachable' }
  /** There is no session, or the server has ended it: only the password helps. */
  | { readonly kind: 'signInNeeded' };

/** Gives valid access tokens to the proxy and the change stream, and to nobody else. */
export interface TokenBroker {
  /** Takes the tokens of a sign-in at a server; tells whether the session outlives the app. */
  adopt(tokens: SessionTokens, server: string): Promise<boolean>;
  /**
   * Makes a session by a sign-in that is still to be answered; whoever needs a token meanwhile waits for it. While the server cannot be
   * reached it is tried again whenever a token is needed, so that an app opened without network sends by itself when the line is back.
   */
  signInWith(
    account: AccountRef,
    server: string,
    ask: () => Promise<Result<SessionTokens, TransportFailure>>,
  ): Promise<TokenOutcome>;
  /** An account is about to be opened: its session can be read and kept from here on, until it is locked. */
  unlocked(account: AccountRef, databaseKey: Uint8Array): void;
  /**
   * Takes up the session of an account again; false when there is none, or none of this server. Without a known server it rests.
   */
  resume(account: AccountRef, server: string | undefined): Promise<boolean>;
  /** Lends the refresh token for a call that does not use it up; nobody renews meanwhile. Undefined when there is no session. */
  lend<T>(borrow: (refreshToken: string) => Promise<T>): Promise<T | undefined>;
  /** A token that is good for the next half minute, renewed if need be; callers at the same time share one renewal. */
  accessToken(): Promise<TokenOutcome>;
  /** Renews the session of a token, to hear who the account is now; the token stays good until there is another. */
  renewNow(token: string): Promise<void>;
  /** Tells that the server called this token expired. */
  expired(token: string): void;
  /**
   * Tells that the server does not take this token any more; answers whether the session has ended. The refresh token is tried before
   * that: only its answer says why, above all that the office has closed the account.
   */
  rejected(token: string): Promise<boolean>;
  /** Whether the session is kept over a restart. */
  remembered(): boolean;
  /** Forgets both tokens and the key that they are kept under; the session stays, for the next opening. */
  pause(): void;
  /** Forgets the session of an account that is not open, and gives back what ends it on its server. */
  discard(account: AccountRef): Promise<EndSessionRequest | undefined>;
  /** Ends the session here and gives back the refresh token, for the server to end it too. */
  end(): Promise<{ readonly refreshToken: string; readonly server: string | undefined } | undefined>;
}

/** Who hears what a renewal says beside the tokens. */
export interface BrokerListener {
  /** Who the server says the account is now: a portfolio may have grown elsewhere. */
  readonly onIdentity: (identity: Identity) => void;
  /** The office has closed the account. */
  readonly onBlocked: (account: AccountRef) => void;
}

/** The clock (milliseconds that never go back) and the dice. */
export interface BrokerClock {
  readonly now: () => number;
  readonly random: () => number;
}

const EARLY = 30_000;
const PAUSE_AFTER_FAILURE = 1_000;

/** A sign-in that has not reached the server yet; it ends with the first answer, a lock, or another account. */
interface Waiting {
  readonly account: AccountRef;
  readonly server: string;
  readonly ask: () => Promise<Result<SessionTokens, TransportFailure>>;
}

interface Held {
  readonly account: AccountRef;
  readonly server: string | undefined;
  readonly refreshToken: string;
  readonly remembered: boolean;
  readonly access?: { readonly token: string; readonly until: number };
}

/** Creates the broker; holds the session of one account at a time. */
export function createTokenBroker(
  vault: TokenVault,
  transport: SessionTransport,
  clock: BrokerClock,
  listener: BrokerListener,
  unfinished: Unfinished,
): TokenBroker {
  let held: Held | undefined;
  let renewal: Promise<TokenOutcome> | undefined;
  let signIn: Promise<TokenOutcome> | undefined;
  let waiting: Waiting | undefined;
  let lending: Promise<unknown> | undefined;
  let quietUntil = 0;

  async function hold(account: AccountRef, server: string, tokens: SessionTokens): Promise<boolean> {
    const access = { token: tokens.accessToken, until: clock.now() + tokens.expiresIn * 1000 };
    // In memory first: a request that comes while the vault writes must not renew with the token just used up.
    held = { account, server, refreshToken: tokens.refreshToken, remembered: false, access };
    const remembered = await vault.save(account, tokens.refreshToken, server);
    // Ended, locked or taken up by another account while the vault wrote.
    if (held?.refreshToken === tokens.refreshToken) held = { ...held, remembered };
    return remembered;
  }

  async function drop(gone: Held): Promise<void> {
    if (held?.refreshToken !== gone.refreshToken) return;
    held = undefined;
    await vault.remove(gone.account);
  }

  async function renew(session: Held): Promise<TokenOutcome> {
    const { account, server } = session;
    await lending;
    if (server === undefined || held?.refreshToken !== session.refreshToken) return { kind: 'unreachable' };
    const answer = await transport.refresh(server, session.refreshToken);
    // Signed out, or another account, while the answer was on its way: it belongs to nobody.
    if (held?.refreshToken !== session.refreshToken) return { kind: 'unreachable' };
    if (answer.ok && isSameAccount(answer.value.identity, account)) {
      await hold(account, server, answer.value);
      listener.onIdentity(answer.value.identity);
      return { kind: 'token', token: answer.value.accessToken, account, server };
    }
    // Somebody else's tokens are no renewal of this session.
    if (answer.ok || endsSession(answer.failure)) {
      await drop(session);
      if (!answer.ok && answer.failure.kind === 'accountBlocked') listener.onBlocked(account);
      return { kind: 'signInNeeded' };
    }
    rest(answer.failure);
    return { kind: 'unreachable' };
  }

  async function attempt(intent: Waiting): Promise<TokenOutcome> {
    const own = intent.ask().then(async (answer): Promise<TokenOutcome> => {
      if (signIn === own) signIn = undefined;
      const abandoned = waiting !== intent;
      if (!answer.ok) {
        if (abandoned) return { kind: 'unreachable' };
        if (endsSession(answer.failure)) {
          waiting = undefined;
          if (answer.failure.kind === 'accountBlocked') listener.onBlocked(intent.account);
          return { kind: 'signInNeeded' };
        }
        rest(answer.failure);
        return { kind: 'unreachable' };
      }
      if (abandoned) {
        // Signed out, or another account, meanwhile: this session must not stay open on the server.
        await transport.signOut(intent.server, answer.value.refreshToken);
        return { kind: 'unreachable' };
      }
      waiting = undefined;
      const { account, server } = intent;
      await hold(account, server, answer.value);
      listener.onIdentity(answer.value.identity);
      return { kind: 'token', token: answer.value.accessToken, account, server };
    });
    signIn = own;
    return await unfinished.keep(own);
  }

  function rest({ retryAfter }: TransportFailure): void {
    const pause = Math.max(PAUSE_AFTER_FAILURE, (retryAfter ?? 0) * 1000);
    quietUntil = clock.now() + pause * (1 + clock.random());
  }

  async function currentToken(): Promise<TokenOutcome> {
    if (held === undefined) {
      if (signIn !== undefined) return await signIn;
      if (waiting === undefined) return { kind: 'signInNeeded' };
      return clock.now() < quietUntil ? { kind: 'unreachable' } : await attempt(waiting);
    }
    const { access, account, server } = held;
    if (server !== undefined && access !== undefined && access.until - EARLY > clock.now())
      return { kind: 'token', token: access.token, account, server };
    if (renewal === undefined && clock.now() < quietUntil) return { kind: 'unreachable' };
    return await renewOnce(held);
  }

  async function renewOnce(session: Held): Promise<TokenOutcome> {
    renewal ??= unfinished.keep(
      renew(session).finally(() => {
        renewal = undefined;
      }),
    );
    return await renewal;
  }

  function forgetIntent(): void {
    signIn = undefined;
    waiting = undefined;
  }

  return {
    adopt: async (tokens, server) => {
      quietUntil = 0;
      forgetIntent();
      const { school, username } = tokens.identity;
      const account = { school, username };
      const before = await vault.ending(account);
      const remembered = await hold(account, server, tokens);
      // The session that this one replaces would stay in the list of devices for months.
      if (before !== undefined) unfinished.begin('signOut', transport.signOut(server, before));
      return remembered;
    },
    unlocked: vault.unlock,
    signInWith: async (account, server, ask) => {
      waiting = { account, server, ask };
      return await attempt(waiting);
    },
    resume: async (account, server) => {
      if (held !== undefined && isSameAccount(held.account, account)) return true;
      quietUntil = 0;
      forgetIntent();
      held = undefined;
      const kept = await vault.load(account);
      if (kept === undefined) return false;
      const { refreshToken, remembered } = kept;
      // Written for another server: the account's file was changed, or the school has moved.
      if (kept.server !== undefined && server !== undefined && kept.server !== server) {
        await vault.remove(account);
        return false;
      }
      held = { account, server, refreshToken, remembered };
      // Of an earlier version, whose token any program could read.
      if (kept.server === undefined && server !== undefined) {
        const isKept = await vault.save(account, refreshToken, server);
        if (held?.refreshToken === refreshToken) held = { ...held, remembered: isKept };
      }
      return true;
    },
    accessToken: currentToken,
    lend: async (borrow) => {
      await renewal;
      if (held === undefined) return undefined;
      const own = borrow(held.refreshToken);
      const settled = own.catch(() => undefined);
      lending = settled;
      try {
        return await own;
      } finally {
        if (lending === settled) lending = undefined;
      }
    },
    renewNow: async (token) => {
      if (held?.access?.token !== token || clock.now() < quietUntil) return;
      await renewOnce(held);
    },
    expired: (token) => {
      if (held?.access?.token === token) held = withoutAccess(held);
    },
    rejected: async (token) => {
      if (held?.access?.token === token) held = withoutAccess(held);
      return (await currentToken()).kind === 'signInNeeded';
    },
    remembered: () => held?.remembered ?? false,
    pause: () => {
      forgetIntent();
      held = undefined;
      vault.lock();
    },
    discard: async (account) => {
      const ending = await vault.ending(account);
      await vault.remove(account);
      return ending;
    },
    end: async () => {
      const ended = held;
      forgetIntent();
      if (ended === undefined) return undefined;
      await drop(ended);
      return { refreshToken: ended.refreshToken, server: ended.server };
    },
  };
}

function withoutAccess({ account, server, refreshToken, remembered }: Held): Held {
  return { account, server, refreshToken, remembered };
}
