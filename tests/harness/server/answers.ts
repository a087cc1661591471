import { assert } from '../../../domain/base/assert.ts';
import { checkSchema } from '../../../domain/base/check-schema.ts';
import {
  isBytes,
  NOTHING,
  patternOf,
  type AnswerOf,
  type BodyOf,
  type Bytes,
  type Endpoint,
  type ParamsOf,
  type QueryOf,
} from '../../../domain/protocol/endpoint.ts';
import { FAILURES, type FailureKind } from '../../../domain/protocol/failure-table.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';

/** What an endpoint was asked with, and by whom; undefined for who has no session. */
export interface Asked<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly identity: Identity | undefined;
}

/** What is answered: nothing where the constant says nothing, and where there are no bytes to give. */
type Given<E extends Endpoint> = E['answer'] extends Bytes
  ? AnswerOf<E> | undefined
  : E['answer'] extends typeof NOTHING
    ? void
    : AnswerOf<E>;

type Work<E extends Endpoint> = (asked: Asked<E>) => Given<E> | Promise<Given<E>>;

/** An endpoint, and what the harness answers there. */
export interface Answered {
  readonly endpoint: Endpoint;
  answer(request: RequestOfPage): Promise<Response>;
}

/** What a page has sent. */
export interface RequestOfPage {
  readonly url: URL;
  readonly init: RequestInit | undefined;
  readonly identity: Identity | undefined;
}

/** Answers one endpoint in the shape of the wire: what the constant does not allow is no answer, and no question either. */
export function answering<E extends Endpoint>(endpoint: E, work: Work<E>): Answered {
  return {
    endpoint,
    async answer({ url, init, identity }) {
      const body = readBody(endpoint, init);
      const query = Object.fromEntries(url.searchParams);
      if (!fits(endpoint.body, body) || !fits(endpoint.query, query))
        return failure('badRequest', `${endpoint.path} is asked otherwise`);
      const params = paramsOf(endpoint, url.pathname);
      // What fits the schema of a place is of the type that is derived from it.
      const asked = { params, query, body, identity } as unknown as Asked<E>;
      return responseTo(endpoint, await work(asked));
    },
  };
}

/** The answer to a page; undefined where the harness answers nothing. */
export async function answerFrom(
  all: readonly Answered[],
  request: RequestOfPage,
): Promise<Response | undefined> {
  const method = request.init?.method ?? 'GET';
  const found = all.find(
    ({ endpoint }) => endpoint.method === method && patternOf(endpoint).test(request.url.pathname),
  );
  return await found?.answer(request);
}

/** A failure as the server words it. */
export function failure(kind: FailureKind, message: string): Response {
  return Response.json({ kind, message }, { status: FAILURES[kind].status });
}

/** What the server says of what it does not have. */
export function notThere(): Response {
  return Response.json({ kind: 'badRequest', message: 'There is no such thing' }, { status: 404 });
}

function responseTo(endpoint: Endpoint, answer: unknown): Response {
  if (isBytes(endpoint.answer))
    return answer instanceof Uint8Array
      ? new Response(answer.slice(), { headers: { 'content-type': endpoint.answer.mediaTypes[0] ?? '' } })
      : notThere();
  if (endpoint.answer === NOTHING) return new Response(null, { status: 204 });
  assert(checkSchema(endpoint.answer, answer), `an answer of ${endpoint.path} in the shape of the wire`);
  return Response.json(answer);
}

function readBody(endpoint: Endpoint, init: RequestInit | undefined): unknown {
  return typeof init?.body === 'string' && !isBytes(endpoint.body) ? JSON.parse(init.body) : undefined;
}

function fits(schema: Endpoint['body'], value: unknown): boolean {
  return schema === undefined || isBytes(schema) || checkSchema(schema, value);
}

function paramsOf({ path }: Endpoint, pathname: string): Readonly<Record<string, string>> {
  const values = pathname.split('/');
  return Object.fromEntries(
    path
      .split('/')
      .flatMap((part, index) =>
        part.startsWith(':') ? [[part.slice(1), decodeURIComponent(values[index] ?? '')]] : [],
      ),
  );
}
