import { fail, ok, type Result } from '../../domain/base/result.ts';
import { failureSchema, type FailureKind } from '../../domain/protocol/failure.ts';
import {
  sessionTokensSchema,
  type SessionTokens,
  type SignInRequest,
} from '../../domain/protocol/session.ts';
import { checkSchema } from '../files/check-schema.ts';

/** `fetch` of the dedicated network session (Chromium's stack: the system's proxy and certificates), or Node's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Why a session call gave no tokens: the server's kind, or `unreachable` when no answer of the server came back. */
export interface TransportFailure {
  readonly kind: FailureKind | 'unreachable';
  readonly retryAfter?: number;
}

/** The calls on the server's session endpoints, which the page cannot make. */
export interface SessionTransport {
  signIn(request: SignInRequest, answerWithin?: number): Promise<Result<SessionTokens, TransportFailure>>;
  refresh(refreshToken: string): Promise<Result<SessionTokens, TransportFailure>>;
  /** Ends the session on the server, as far as it can be reached. */
  signOut(refreshToken: string): Promise<void>;
}

/** Short: the server takes a used refresh token once more when its answer was lost, but only for some seconds. */
const REFRESH_WITHIN = 6_000;
const LONGEST_ANSWER = 256 * 1024;

/** Creates the transport to one server; `answerWithin` is the time in milliseconds for a whole answer. */
export function createSessionTransport(fetch: Fetch, server: string, answerWithin: number): SessionTransport {
  async function post(
    path: string,
    body: unknown,
    within: number,
  ): Promise<{ readonly status: number; readonly body: string }> {
    const response = await fetch(`${server}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(within),
    });
    return { status: response.status, body: await readBounded(response, LONGEST_ANSWER) };
  }

  async function forTokens(
    path: string,
    body: unknown,
    within = answerWithin,
  ): Promise<Result<SessionTokens, TransportFailure>> {
    try {
      const answer = await post(path, body, Math.min(within, answerWithin));
      return readTokens(answer.status, answer.body);
    } catch {
      return fail({ kind: 'unreachable' });
    }
  }

  return {
    signIn: async (request, within) => await forTokens('/session/sign-in', request, within),
    refresh: async (refreshToken) => await forTokens('/session/refresh', { refreshToken }, REFRESH_WITHIN),
    signOut: async (refreshToken) => {
      await post('/session/sign-out', { refreshToken }, answerWithin).catch(() => undefined);
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
export function readFailure(
  text: string,
): { readonly kind: FailureKind; readonly retryAfter?: number } | undefined {
  const value = parse(text);
  if (!checkSchema(failureSchema, value, 'lenient')) return undefined;
  return { kind: value.kind, ...(value.retryAfter !== undefined && { retryAfter: value.retryAfter }) };
}

function readTokens(status: number, text: string): Result<SessionTokens, TransportFailure> {
  if (status !== 200) return fail(readFailure(text) ?? { kind: 'unreachable' });
  const value = parse(text);
  return checkSchema(sessionTokensSchema, value, 'lenient') ? ok(value) : fail({ kind: 'unreachable' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
