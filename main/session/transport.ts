import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import {
  accountActAnswerSchema,
  recoveryAnswerSchema,
  type AccountAct,
  type AccountActAnswer,
  type RecoveryAnswer,
  type RecoveryRequest,
} from '../../domain/protocol/account.ts';
import { failureSchema, type FailureKind } from '../../domain/protocol/failure.ts';
import {
  handOverAnswerSchema,
  type HandOverAnswer,
  type HandOverRequest,
} from '../../domain/protocol/hand-over.ts';
import type { EndSessionRequest } from '../../domain/protocol/end-session.ts';
import {
  providerStartSchema,
  sessionTokensSchema,
  signInAnswerSchema,
  signInWaysSchema,
  type CodeRequest,
  type FinishProviderRequest,
  type NewPasswordRequest,
  type AccountRef,
  type JourneyPurpose,
  type ProviderStart,
  type SessionTokens,
  type SignInAnswer,
  type SignInRequest,
  type SignInWays,
  type SwitchRequest,
} from '../../domain/protocol/session.ts';
import { checkSchema } from '../files/check-schema.ts';

/** `fetch` of the dedicated network session (Chromium's stack: the system's proxy and certificates), or Node's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Why a session call gave nothing: the server's kind, or `unreachable` when no answer of the server came back. */
export interface TransportFailure {
  readonly kind: FailureKind | 'unreachable';
  readonly reason?: string;
  /** Of `accountBlocked`: which account, as that server calls it. */
  readonly account?: AccountRef;
  readonly retryAfter?: number;
}

/** What a session call gives. */
export type Answered<T> = Promise<Result<T, TransportFailure>>;

/** The calls on a server's session endpoints, which the page cannot make; `server` is always an origin of our own list. */
export interface SessionTransport {
  signIn(server: string, request: SignInRequest, answerWithin?: number): Answered<SignInAnswer>;
  secondFactor(server: string, request: CodeRequest): Answered<SignInAnswer>;
  confirmSecondFactor(server: string, request: CodeRequest): Answered<SignInAnswer>;
  newPassword(server: string, request: NewPasswordRequest): Answered<SignInAnswer>;
  /** How people sign in there beside the password. */
  ways(server: string, answerWithin: number): Answered<SignInWays>;
  startProvider(server: string, purpose: JourneyPurpose, answerWithin: number): Answered<ProviderStart>;
  finishProvider(server: string, request: FinishProviderRequest): Answered<SignInAnswer>;
  /** A session for another account of the same profile. */
  switchTo(server: string, request: SwitchRequest, answerWithin?: number): Answered<SessionTokens>;
  refresh(server: string, refreshToken: string): Answered<SessionTokens>;
  act(server: string, accessToken: string, act: AccountAct): Answered<AccountActAnswer>;
  recover(server: string, request: RecoveryRequest): Answered<RecoveryAnswer>;
  handOver(server: string, request: HandOverRequest): Answered<HandOverAnswer>;
  /** Ends a session on the server, by its refresh token or by what names that; as far as the server can be reached. */
  signOut(server: string, session: string | EndSessionRequest): Promise<void>;
}

/** Short: the server takes a used refresh token once more when its answer was lost, but only for some seconds. */
const REFRESH_WITHIN = 6_000;
const LONGEST_ANSWER = 1024 * 1024;

/** Creates the transport; `answerWithin` is the time in milliseconds for a whole answer. */
export function createSessionTransport(fetch: Fetch, answerWithin: number): SessionTransport {
  /** Sends a body, or asks with none. */
  async function send(
    url: string,
    body: unknown,
    within: number,
    accessToken?: string,
  ): Promise<{ readonly status: number; readonly body: string }> {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        accept: 'application/json',
        ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(within),
    });
    return { status: response.status, body: await readBounded(response, LONGEST_ANSWER) };
  }

  async function ask<const S extends JsonSchema>(
    schema: S,
    url: string,
    body: unknown,
    {
      within = answerWithin,
      accessToken,
    }: { readonly within?: number | undefined; readonly accessToken?: string } = {},
  ): Answered<Infer<S>> {
    try {
      const answer = await send(url, body, Math.min(within, answerWithin), accessToken);
      if (answer.status !== 200) return fail(readFailure(answer.body) ?? { kind: 'unreachable' });
      const value = parse(answer.body);
      return checkSchema(schema, value, 'lenient') ? ok(value) : fail({ kind: 'unreachable' });
    } catch {
      return fail({ kind: 'unreachable' });
    }
  }

  async function forSignIn(url: string, body: unknown, within?: number): Answered<SignInAnswer> {
    const answer = await ask(signInAnswerSchema, url, body, { within });
    // Neither tokens nor a step: some other server's 200.
    const isWhole = !answer.ok || (answer.value.tokens === undefined) !== (answer.value.step === undefined);
    return isWhole ? answer : fail({ kind: 'unreachable' });
  }

  return {
    signIn: async (server, request, within) => await forSignIn(`${server}/session/sign-in`, request, within),
    secondFactor: async (server, request) => await forSignIn(`${server}/session/second-factor`, request),
    confirmSecondFactor: async (server, request) =>
      await forSignIn(`${server}/session/confirm-second-factor`, request),
    newPassword: async (server, request) => await forSignIn(`${server}/session/new-password`, request),
    ways: async (server, within) =>
      await ask(signInWaysSchema, `${server}/session/ways`, undefined, { within }),
    startProvider: async (server, purpose, within) =>
      await ask(providerStartSchema, `${server}/session/provider/start`, { purpose }, { within }),
    finishProvider: async (server, request) => await forSignIn(`${server}/session/provider/finish`, request),
    switchTo: async (server, request, within) =>
      await ask(sessionTokensSchema, `${server}/session/switch`, request, { within }),
    refresh: async (server, refreshToken) =>
      await ask(
        sessionTokensSchema,
        `${server}/session/refresh`,
        { refreshToken },
        { within: REFRESH_WITHIN },
      ),
    act: async (server, accessToken, act) =>
      await ask(accountActAnswerSchema, `${server}/session/act`, act, { accessToken }),
    recover: async (server, request) => await ask(recoveryAnswerSchema, `${server}/session/recover`, request),
    handOver: async (server, request) =>
      await ask(handOverAnswerSchema, `${server}/session/hand-over`, request),
    signOut: async (server, session) => {
      const body = typeof session === 'string' ? { refreshToken: session } : session;
      await send(`${server}/session/sign-out`, body, answerWithin).catch(() => undefined);
    },
  };
}

/** Reads an answer's body as text up to a size; throws beyond it. */
export async function readBounded(response: Response, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new Error('The answer is longer than it can be');
    }
    chunks.push(value);
  }
}

/** The failure that an answer's text carries; undefined when it is none (an HTML page of a captive portal, say). */
export function readFailure(text: string): (TransportFailure & { readonly kind: FailureKind }) | undefined {
  const value = parse(text);
  if (!checkSchema(failureSchema, value, 'lenient')) return undefined;
  const { kind, reason, account, retryAfter } = value;
  return {
    kind,
    ...(reason !== undefined && { reason }),
    ...(account !== undefined && { account }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
