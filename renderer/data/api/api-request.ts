import { checkSchema } from '../../../domain/base/check-schema.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import {
  addressOf,
  isBytes,
  NOTHING,
  type AnswerOf,
  type BodyOf,
  type Bytes,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
} from '../../../domain/protocol/endpoint.ts';
import { FAILURE_KINDS, type FailureKind } from '../../../domain/protocol/failure.ts';

/** Why the school did not do what a page asked for directly. */
export interface ApiFailure {
  readonly kind:
    | 'serverUnreachable'
    | 'notSignedIn'
    | 'forbidden'
    | 'wrongCode'
    | 'wrongPassword'
    | 'weakPassword'
    | 'notPossible'
    | 'tooManyAttempts'
    | 'tooLarge'
    | 'outdatedClient'
    | 'accountBlocked'
    | 'internal';
  /** A `NotPossibleReason` or `PasswordFault`. */
  readonly reason?: string;
  readonly waitSeconds?: number;
}

/** What goes with a question: each where the endpoint takes it. Bytes are sent as they are, with their own type. */
export interface Asking<E extends Endpoint> {
  readonly params?: ParamsOf<E>;
  readonly query?: QueryOf<E>;
  readonly body?: E['body'] extends Bytes ? Blob : BodyOf<E>;
  readonly signal?: AbortSignal | undefined;
}

/** Asks the page's own origin; the main process adds the session and passes it on to the school's server. */
export interface Api {
  /** The answer of an endpoint, checked: what does not fit its schema is no answer. */
  ask<E extends Endpoint>(endpoint: E, asking?: Asking<E>): Promise<Result<AnswerOf<E>, ApiFailure>>;
}

/** A way to the school over `fetch`. */
export function createApi(fetch: typeof globalThis.fetch): Api {
  async function send<E extends Endpoint>(
    endpoint: E,
    { params, query, body, signal }: Asking<E>,
  ): Promise<Result<Response, ApiFailure>> {
    try {
      const answer = await fetch(addressOf(endpoint, params, query), {
        method: endpoint.method,
        ...contentOf(endpoint, body),
        ...(signal ? { signal } : {}),
      });
      return answer.ok ? ok(answer) : fail(await readFailure(answer));
    } catch {
      return fail({ kind: 'serverUnreachable' });
    }
  }
  return {
    async ask<E extends Endpoint>(endpoint: E, asking: Asking<E> = {}) {
      const answer = await send(endpoint, asking);
      if (!answer.ok) return answer;
      try {
        const value = await read(endpoint, answer.value);
        // The line before has checked it against the schema from which the type is derived.
        return value.ok ? ok(value.value as AnswerOf<E>) : value;
      } catch {
        return fail<ApiFailure>({ kind: 'serverUnreachable' });
      }
    },
  };
}

/** What is sent: bytes as they are, everything else as JSON. Whoever posts nothing posts an empty object. */
function contentOf({ method, body: taken }: Endpoint, body: unknown): Pick<RequestInit, 'body' | 'headers'> {
  if (body instanceof Blob) return { body, headers: { 'content-type': body.type } };
  if (taken === undefined && method !== 'POST') return {};
  return { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } };
}

/** Reads an answer; throws where it ends in the middle, or is no JSON: then it is not our server's. */
async function read({ answer }: Endpoint, response: Response): Promise<Result<unknown, ApiFailure>> {
  if (isBytes(answer)) return ok(new Uint8Array(await response.arrayBuffer()));
  // A 200 with something in it is a portal's, or a proxy's: nothing was done.
  if (answer === NOTHING)
    return response.status === 204 ? ok(undefined) : fail({ kind: 'serverUnreachable' });
  const value: unknown = JSON.parse(await response.text());
  return checkSchema(answer, value, 'reading') ? ok(value) : fail({ kind: 'internal' });
}

const KINDS: Readonly<Record<FailureKind, ApiFailure['kind']>> = {
  badRequest: 'internal',
  wrongCredentials: 'wrongPassword',
  passwordExpired: 'notSignedIn',
  accountBlocked: 'accountBlocked',
  wrongPassword: 'wrongPassword',
  wrongCode: 'wrongCode',
  weakPassword: 'weakPassword',
  notPossible: 'notPossible',
  notSignedIn: 'notSignedIn',
  tokenExpired: 'notSignedIn',
  forbidden: 'forbidden',
  tooLarge: 'tooLarge',
  tooManyAttempts: 'tooManyAttempts',
  outdatedClient: 'outdatedClient',
  unavailable: 'serverUnreachable',
  diskFull: 'internal',
  internal: 'internal',
};

async function readFailure(answer: Response): Promise<ApiFailure> {
  const body = (await answer.json().catch(() => undefined)) as
    { readonly kind?: unknown; readonly reason?: unknown; readonly retryAfter?: unknown } | undefined;
  const known = FAILURE_KINDS.find((kind) => kind === body?.kind);
  const { reason, retryAfter } = body ?? {};
  return {
    // An answer without a kind of ours comes from something in between.
    kind: known ? KINDS[known] : 'serverUnreachable',
    ...(typeof reason === 'string' ? { reason } : {}),
    ...(typeof retryAfter === 'number' ? { waitSeconds: retryAfter } : {}),
  };
}
