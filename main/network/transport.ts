import { parseJson } from '../../domain/base/canonical-json.ts';
import type { JsonSchema } from '../../domain/base/schema.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type {
  AccountAct,
  AccountActAnswer,
  RecoveryAnswer,
  RecoveryRequest,
} from '../../domain/protocol/endpoints/account/account.ts';
import type { AnswerOf, BodyOf, Endpoint } from '../../domain/protocol/endpoint.ts';
import { actOnAccount } from '../../domain/protocol/endpoints/account/account-endpoints.ts';
import * as endpoints from '../../domain/protocol/endpoints/session/session-endpoints.ts';
import type { FailureKind } from '../../domain/protocol/failure-table.ts';
import { readFailure, type ReadFailure } from '../../domain/protocol/failure.ts';
import type { HandOverAnswer, HandOverRequest } from '../../domain/protocol/endpoints/session/hand-over.ts';
import type { EndSessionRequest } from '../../domain/protocol/endpoints/session/end-session.ts';
import type {
  CodeRequest,
  FinishProviderRequest,
  NewPasswordRequest,
  JourneyPurpose,
  ProviderStart,
  SessionTokens,
  SignInAnswer,
  SignInRequest,
  SignInWays,
  SwitchRequest,
} from '../../domain/protocol/endpoints/session/session.ts';
import { checkSchema } from '../../domain/base/check-schema.ts';

/** `fetch` of the dedicated network session (Chromium's stack: the system's proxy and certificates), or Node's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Why a session call gave nothing: the server's kind, or `unreachable` when no answer of the server came back. */
export interface TransportFailure extends Omit<ReadFailure, 'kind'> {
  readonly kind: FailureKind | 'unreachable';
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

  async function ask<E extends Endpoint>(
    server: string,
    { path, answer: schema }: E & { readonly answer: JsonSchema },
    body: BodyOf<E>,
    {
      within = answerWithin,
      accessToken,
    }: { readonly within?: number | undefined; readonly accessToken?: string } = {},
  ): Answered<AnswerOf<E>> {
    try {
      const answer = await send(`${server}${path}`, body, Math.min(within, answerWithin), accessToken);
      if (answer.status !== 200) return fail(failureIn(answer.body) ?? { kind: 'unreachable' });
      const value = parseJson(answer.body);
      // It fits the schema from which the type is derived.
      return checkSchema(schema, value, 'lenient') ? ok(value as AnswerOf<E>) : fail({ kind: 'unreachable' });
    } catch {
      return fail({ kind: 'unreachable' });
    }
  }

  /** Neither tokens nor a step: some other server's 200. */
  async function whole(asked: Answered<SignInAnswer>): Answered<SignInAnswer> {
    const answer = await asked;
    const isWhole = !answer.ok || (answer.value.tokens === undefined) !== (answer.value.step === undefined);
    return isWhole ? answer : fail({ kind: 'unreachable' });
  }

  return {
    signIn: async (server, request, within) =>
      await whole(ask(server, endpoints.signIn, request, { within })),
    secondFactor: async (server, request) => await whole(ask(server, endpoints.answerSecondFactor, request)),
    confirmSecondFactor: async (server, request) =>
      await whole(ask(server, endpoints.answerEnrolment, request)),
    newPassword: async (server, request) => await whole(ask(server, endpoints.chooseNewPassword, request)),
    ways: async (server, within) => await ask(server, endpoints.readSignInWays, undefined, { within }),
    startProvider: async (server, purpose, within) =>
      await ask(server, endpoints.startProvider, { purpose }, { within }),
    finishProvider: async (server, request) => await whole(ask(server, endpoints.finishProvider, request)),
    switchTo: async (server, request, within) =>
      await ask(server, endpoints.switchAccount, request, { within }),
    refresh: async (server, refreshToken) =>
      await ask(server, endpoints.refreshSession, { refreshToken }, { within: REFRESH_WITHIN }),
    act: async (server, accessToken, act) => await ask(server, actOnAccount, act, { accessToken }),
    recover: async (server, request) => await ask(server, endpoints.recover, request),
    handOver: async (server, request) => await ask(server, endpoints.handOver, request),
    signOut: async (server, session) => {
      const body = typeof session === 'string' ? { refreshToken: session } : session;
      await send(`${server}${endpoints.endSession.path}`, body, answerWithin).catch(() => undefined);
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

/** The failure that an answer's text carries; undefined when it is none. */
export function failureIn(text: string): ReadFailure | undefined {
  return readFailure(parseJson(text));
}
