import { FAILURES, type FailureKind } from '../../domain/protocol/failure-table.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import { OPENING_HEADER, type OpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { readBounded, failureIn, type Fetch } from '../network/transport.ts';
import type { TokenBroker, TokenOutcome } from '../session/token-broker.ts';
import { DATA_HEADERS } from './content-security.ts';
import { apiRoute, upstreamHeaders, answerHeaders } from './api-routes.ts';
import { boundedStream } from './bounded-stream.ts';

/** What {@link createApiProxy} depends on; times in milliseconds. */
export interface ApiProxyParts {
  readonly fetch: Fetch;
  readonly broker: Pick<TokenBroker, 'accessToken' | 'expired' | 'rejected'>;
  /** The account that is open; undefined while none is: a locked page gets nothing. */
  readonly account: () => AccountRef | undefined;
  /** Its opening: what the page sends of its journal belongs to one, and goes out in no other. */
  readonly opening: () => OpeningId | undefined;
  /** Time for the server's first answer, and for each next piece of it. */
  readonly answerWithin: number;
  readonly onReachable: (reachable: boolean) => void;
  readonly onSignInNeeded: () => void;
}

const LARGEST_BODY = 64 * 1024 * 1024;
/** The slowest line that still counts as one: a large upload gets the time that it needs there. */
const SLOWEST_BYTES_PER_MILLISECOND = 32;
/** What a gateway says when the server behind it is gone, and a server that takes nothing now; a 500 is a server that is there. */
const OUT_OF_REACH: readonly number[] = [502, 503, 504];
/**
 * Hands the page's `/api/…` requests to the server of the open account, with the bearer that the page never sees.
 *
 * Bodies of requests are held in memory, so that one that met an expired token can be repeated; answers are streamed.
 */
export function createApiProxy(parts: ApiProxyParts): (request: Request) => Promise<Response> {
  const { broker } = parts;

  async function ask(
    request: Request,
    url: URL,
    body: ArrayBuffer | undefined,
    { server, token }: Extract<TokenOutcome, { kind: 'token' }>,
  ): Promise<Response> {
    const route = apiRoute(url, request.method);
    const abort = new AbortController();
    const within =
      parts.answerWithin * (route?.patience ?? 1) + (body?.byteLength ?? 0) / SLOWEST_BYTES_PER_MILLISECOND;
    const timer = setTimeout(() => abort.abort(), within);
    try {
      const answer = await parts.fetch(`${server}${url.pathname}${url.search}`, {
        method: request.method,
        headers: { ...upstreamHeaders(request.headers), authorization: `Bearer ${token}` },
        ...(body !== undefined && { body }),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        signal: abort.signal,
      });
      if (answer.body === null) return answer;
      return new Response(
        boundedStream(answer.body, parts.answerWithin, () => abort.abort()),
        withoutBody(answer),
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** The answer for the page, or `again` when the token had expired. */
  async function once(
    request: Request,
    url: URL,
    body: ArrayBuffer | undefined,
    asker: AccountRef,
  ): Promise<Response | 'again'> {
    const isStillOpen = (): boolean => {
      const open = parts.account();
      return open !== undefined && isSameAccount(open, asker);
    };
    if (!isStillOpen()) return failure('notSignedIn', 'Locked');
    const outcome = await broker.accessToken();
    if (!isStillOpen()) return failure('notSignedIn', 'Locked');
    if (outcome.kind === 'signInNeeded') {
      parts.onSignInNeeded();
      return failure('notSignedIn', 'No session');
    }
    if (outcome.kind === 'unreachable') return failure('unavailable', 'The session cannot be renewed now');
    // The next account's session is there before the account is open: what this one asked must not go out in the other's name.
    if (!isSameAccount(outcome.account, asker)) return failure('notSignedIn', 'Locked');
    const answer = await ask(request, url, body, outcome);
    if (answer.status !== 401) {
      parts.onReachable(!OUT_OF_REACH.includes(answer.status));
      return toPage(answer);
    }
    const kind = failureIn(await readBounded(answer, 64 * 1024))?.kind;
    // A 401 without a failure of ours comes from something in between, say the sign-in page of a Wi-Fi.
    parts.onReachable(kind !== undefined);
    if (kind === 'tokenExpired') {
      broker.expired(outcome.token);
      return 'again';
    }
    if (kind === 'notSignedIn') {
      if (!(await broker.rejected(outcome.token))) return 'again';
      if (isStillOpen()) parts.onSignInNeeded();
    }
    return failure(
      kind === undefined ? 'unavailable' : 'notSignedIn',
      'The server does not know the session',
    );
  }

  return async (request) => {
    const url = new URL(request.url);
    if (apiRoute(url, request.method) === undefined)
      return failure('forbidden', 'Not on the list of what the page may ask');
    const asker = parts.account();
    const from = request.headers.get(OPENING_HEADER);
    // The page of an account that was left may post once more before it hears of it.
    if (from !== null && from !== parts.opening()) return failure('notSignedIn', 'Locked');
    if (asker === undefined) return failure('notSignedIn', 'Locked');
    try {
      const body = await readBody(request);
      if (body !== undefined && body.byteLength > LARGEST_BODY)
        return failure('tooLarge', 'Larger than the server takes');
      const first = await once(request, url, body, asker);
      const answer = first === 'again' ? await once(request, url, body, asker) : first;
      // A second expiry in a row is a server whose clock runs away, not a matter of the session.
      return answer === 'again' ? failure('unavailable', 'The server takes no token') : answer;
    } catch {
      parts.onReachable(false);
      return failure('unavailable', 'The server cannot be reached');
    }
  };
}

async function readBody(request: Request): Promise<ArrayBuffer | undefined> {
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.arrayBuffer();
}

function withoutBody({ status, headers }: Response): ResponseInit {
  return { status, headers };
}

function toPage(answer: Response): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: { ...answerHeaders(answer.headers), ...DATA_HEADERS },
  });
}

function failure(kind: FailureKind, message: string): Response {
  const body: Failure = { kind, message };
  return new Response(JSON.stringify(body), {
    status: FAILURES[kind].status,
    headers: { ...DATA_HEADERS, 'content-type': 'application/json' },
  });
}
