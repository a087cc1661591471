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
import { failureRow, type Told } from '../../../domain/protocol/failure-table.ts';
import { readFailure } from '../../../domain/protocol/failure.ts';

/** Why the school did not do what a page asked for directly. */
export interface ApiFailure {
  readonly kind: Told['page'];
  /** A `FailureReason`, or one of a newer server. */
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
      return answer.ok ? ok(answer) : fail(await failureOf(answer));
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

async function failureOf(answer: Response): Promise<ApiFailure> {
  const failure = readFailure(await answer.json().catch(() => undefined));
  const { reason, retryAfter } = failure ?? {};
  return {
    kind: failureRow(failure?.kind ?? 'unreachable').page,
    ...(reason === undefined ? {} : { reason }),
    ...(retryAfter === undefined ? {} : { waitSeconds: retryAfter }),
  };
}
