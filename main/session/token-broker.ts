import type { Result } from '../../domain/base/result.ts';
import type { FailureKind } from '../../domain/protocol/failure.ts';
import type { SessionTokens } from '../../domain/protocol/session.ts';
import { isSameAccount, type AccountRef } from '../accounts/account-store.ts';
import type { SessionTransport, TransportFailure } from './transport.ts';
import type { TokenVault } from './token-vault.ts';

/** What the broker can say when somebody needs an access token. */
export type TokenOutcome =
  /** Good for requests of this account alone: whoever asked under another one must not use it. */
  | { readonly kind: 'token'; readonly token: string; readonly account: AccountRef }
  /** The server cannot be asked now; the session may well be good. */
  | { readonly kind: 'unreachable' }
  /** There is no session, or the server has ended it: only the password helps. */
  | { readonly kind: 'signInNeeded' };

/** Gives valid access tokens to the proxy and the change stream, and to nobody else. */
export interface TokenBroker {
  /** Takes the tokens of a sign-in; tells whether the session outlives the app. */
  adopt(tokens: SessionTokens): Promise<boolean>;
  /**
   * Makes a session by a sign-in that is still to be answered; whoever needs a token meanwhile waits for it. While the server cannot be
   * reached it is tried again whenever a token is needed, so that an app opened without network sends by itself when the line is back.
   */
  signInWith(
    account: AccountRef,
    ask: () => Promise<Result<SessionTokens, TransportFailure>>,
  ): Promise<TokenOutcome>;
  /** Takes up the session of an account again; false when there is none. */
  resume(account: AccountRef): Promise<boolean>;
  /** A token that is good for the next half minute, renewed if need be; callers at the same time share one renewal. */
  accessToken(): Promise<TokenOutcome>;
  /** Tells that the server called this token expired. */
  expired(token: string): void;
  /** Tells that the server does not know the session of this token any more. */
  rejected(token: string): Promise<void>;
  /** Whether the session is kept over a restart. */
  remembered(): boolean;
  /** Forgets the access token; the session stays. */
  pause(): void;
  /** Ends the session here and gives back the refresh token, for the server to end it too. */
  end(): Promise<string | undefined>;
}

/** The clock (milliseconds that never go back) and the dice. */
export interface BrokerClock {
  readonly now: () => number;
  readonly random: () => number;
}

/** Answers to a renewal that no repetition can better. A closed list: anything else, known or not, keeps the session. */
const PERMANENT: readonly (FailureKind | 'unreachable')[] = [
  'notSignedIn',
  'tokenExpired',
  'forbidden',
  'wrongCredentials',
  'passwordExpired',
];
const EARLY = 30_000;
const PAUSE_AFTER_FAILURE = 1_000;

/** A sign-in that has not reached the server yet; it ends with the first answer, a lock, or another account. */
interface Waiting {
  readonly account: AccountRef;
  readonly ask: () => Promise<Result<SessionTokens, TransportFailure>>;
}

interface Held {
  readonly account: AccountRef;
  readonly refreshToken: string;
  readonly remembered: boolean;
  readonly access?: { readonly token: string; readonly until: number };
}

/** Creates the broker; holds the session of one account at a time. */
export function createTokenBroker(
  vault: TokenVault,
  transport: SessionTransport,
  clock: BrokerClock,
): TokenBroker {
  let held: Held | undefined;
  let renewal: Promise<TokenOutcome> | undefined;
  let signIn: Promise<TokenOutcome> | undefined;
  let waiting: Waiting | undefined;
  let quietUntil = 0;

  async function hold(account: AccountRef, tokens: SessionTokens): Promise<boolean> {
    const access = { token: tokens.accessToken, until: clock.now() + tokens.expiresIn * 1000 };
    // In memory first: a request that comes while the vault writes must not renew with the token just used up.
    held = { account, refreshToken: tokens.refreshToken, remembered: false, access };
    const remembered = await vault.save(account, tokens.refreshToken);
    if (held.refreshToken === tokens.refreshToken) held = { ...held, remembered };
    return remembered;
  }

  async function drop(gone: Held): Promise<void> {
    if (held?.refreshToken !== gone.refreshToken) return;
    held = undefined;
    await vault.remove(gone.account);
  }

  async function renew(session: Held): Promise<TokenOutcome> {
    const answer = await transport.refresh(session.refreshToken);
    // Signed out, or another account, while the answer was on its way: it belongs to nobody.
    if (held?.refreshToken !== session.refreshToken) return { kind: 'unreachable' };
    if (answer.ok) {
      await hold(session.account, answer.value);
      return { kind: 'token', token: answer.value.accessToken, account: session.account };
    }
    if (PERMANENT.includes(answer.failure.kind)) {
      await drop(session);
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
        if (PERMANENT.includes(answer.failure.kind)) {
          waiting = undefined;
          return { kind: 'signInNeeded' };
        }
        rest(answer.failure);
        return { kind: 'unreachable' };
      }
      if (abandoned) {
        // Signed out, or another account, meanwhile: this session must not stay open on the server.
        await transport.signOut(answer.value.refreshToken);
        return { kind: 'unreachable' };
      }
      waiting = undefined;
      await hold(intent.account, answer.value);
      return { kind: 'token', token: answer.value.accessToken, account: intent.account };
    });
    signIn = own;
    return await own;
  }

  function rest({ retryAfter }: TransportFailure): void {
    const pause = Math.max(PAUSE_AFTER_FAILURE, (retryAfter ?? 0) * 1000);
    quietUntil = clock.now() + pause * (1 + clock.random());
  }

  function forgetIntent(): void {
    signIn = undefined;
    waiting = undefined;
  }

  return {
    adopt: async (tokens) => {
      quietUntil = 0;
      forgetIntent();
      return await hold(tokens.identity, tokens);
    },
    signInWith: async (account, ask) => {
      waiting = { account, ask };
      return await attempt(waiting);
    },
    resume: async (account) => {
      if (held !== undefined && isSameAccount(held.account, account)) return true;
      quietUntil = 0;
      forgetIntent();
      held = undefined;
      const refreshToken = await vault.load(account);
      if (refreshToken === undefined) return false;
      held = { account, refreshToken, remembered: true };
      return true;
    },
    accessToken: async () => {
      if (held === undefined) {
        if (signIn !== undefined) return await signIn;
        if (waiting === undefined) return { kind: 'signInNeeded' };
        return clock.now() < quietUntil ? { kind: 'unreachable' } : await attempt(waiting);
      }
      if (held.access !== undefined && held.access.until - EARLY > clock.now())
        return { kind: 'token', token: held.access.token, account: held.account };
      if (renewal === undefined) {
        if (clock.now() < quietUntil) return { kind: 'unreachable' };
        renewal = renew(held).finally(() => {
          renewal = undefined;
        });
      }
      return await renewal;
    },
    expired: (token) => {
      if (held?.access?.token === token) held = withoutAccess(held);
    },
    rejected: async (token) => {
      if (held?.access?.token === token) await drop(held);
    },
    remembered: () => held?.remembered ?? false,
    pause: () => {
      forgetIntent();
      if (held !== undefined) held = withoutAccess(held);
    },
    end: async () => {
      const ended = held;
      forgetIntent();
      if (ended === undefined) return undefined;
      await drop(ended);
      return ended.refreshToken;
    },
  };
}

function withoutAccess({ account, refreshToken, remembered }: Held): Held {
  return { account, refreshToken, remembered };
}
