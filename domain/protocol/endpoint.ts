import type { OfficeDuty } from '../access/office-duty.ts';
import type { Infer, JsonSchema } from '../base/schema.ts';

/**
 * Who may ask an endpoint: nobody in particular (whoever wants to get in), the owner of an account about it, office and principal of the
 * school, or a device in the name of its account.
 */
export type Audience = 'signedOut' | 'self' | 'office' | 'device';

/** An answer that says only that it was done. */
export const NOTHING = { type: 'null' } as const satisfies JsonSchema;

/** A body or an answer in bytes, with the media types it may have. */
export interface Bytes {
  readonly mediaTypes: readonly string[];
}

/**
 * One message between a device and the server. Everything about it is derived from this constant: the server's route with its check,
 * the page's typed and checked call, the list of what a page may ask, the description of the interface, the hash of the wire.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path, with `:name` where a parameter stands. */
  readonly path: string;
  readonly audience: Audience;
  readonly params?: JsonSchema;
  readonly query?: JsonSchema;
  readonly body?: JsonSchema | Bytes;
  readonly answer: JsonSchema | Bytes;
  /** Largest body, bytes; without one the server's own bound for small requests. */
  readonly bodyLimit?: number;
  /** How often a minute one session may ask what costs much: people's clicks are far fewer, a runaway script's are not. */
  readonly perMinute?: number;
  /** Not counted with the other requests: `cheap` costs less than counting; `attempts` at a secret have limits of their own. */
  readonly uncounted?: 'cheap' | 'attempts';
  /** How many times the usual patience of a device its answer may take. */
  readonly patience?: number;
  /** Secrets are in the answer: nothing on the way may keep a copy. */
  readonly isSecret?: boolean;
  /** Of what the office does: whose work it is; without a word, of those alone who keep everything. */
  readonly duty?: OfficeDuty;
  /** Of an act of the office: under which names it stands in the register of operations. */
  readonly notes?: readonly string[];
}

/** An act of the office: what it changes, it notes in the register of operations, under one of the names that it says. */
export interface ActEndpoint extends Endpoint {
  readonly audience: 'office';
  readonly notes: readonly [string, ...string[]];
}

/** What an endpoint takes in one of its places; undefined where it takes nothing there. */
type Taken<E extends Endpoint, Place extends 'params' | 'query' | 'body'> = E extends {
  readonly [P in Place]: infer S;
}
  ? S extends Bytes
    ? Uint8Array
    : Infer<S>
  : undefined;

/** The parameters in the path of an endpoint. */
export type ParamsOf<E extends Endpoint> = Taken<E, 'params'>;
/** What an endpoint is asked with behind the question mark. */
export type QueryOf<E extends Endpoint> = Taken<E, 'query'>;
/** What is sent to an endpoint. */
export type BodyOf<E extends Endpoint> = Taken<E, 'body'>;

/** What an endpoint answers to a device: undefined for an answer that says nothing. */
export type AnswerOf<E extends Endpoint> = E['answer'] extends Bytes
  ? Uint8Array<ArrayBuffer>
  : E['answer'] extends typeof NOTHING
    ? undefined
    : Infer<E['answer']>;

/** Whether a body or an answer is in bytes. */
export function isBytes(value: JsonSchema | Bytes | undefined): value is Bytes {
  return value !== undefined && 'mediaTypes' in value;
}

/** Which paths are those of an endpoint. */
export function patternOf({ path }: Pick<Endpoint, 'path'>): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
}

/** The address of an endpoint on its server, with its parameters and its query; members that are undefined are left out. */
export function addressOf(
  { path }: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`;
}
