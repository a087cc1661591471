import type { Failed } from '../../../base/result.ts';
import type { Infer, JsonSchema } from '../../../base/schema.ts';

/**
 * One verb of the page. Everything about it is derived from this constant: its type on both sides, what the main process checks before it
 * calls, what it answers to the unexpected, and that preload exposes it. How far the page is trusted with it, its file says.
 */
export interface Verb<Takes extends readonly JsonSchema[] = readonly JsonSchema[], Answer = unknown> {
  /** One schema for each argument. */
  readonly takes: Takes;
  /** How large all arguments may be together. */
  readonly bytes: number;
  /** The failure of the unexpected; a verb without one rejects. */
  readonly unexpected?: object;
  /** What it answers: for the compiler alone. */
  readonly answer?: Answer;
}

declare const described: unique symbol;

/** A schema that says less than the type: whose values are checked further on. */
type Describing<T> = JsonSchema & { readonly [described]?: T };

type Taken<S> = S extends { readonly [described]?: infer T } ? (unknown extends T ? Infer<S> : T) : Infer<S>;

/** The function that a verb is. */
export type VerbFunction<V> = V extends {
  readonly takes: infer Takes extends readonly JsonSchema[];
  readonly answer?: infer Answer;
}
  ? (...args: { -readonly [I in keyof Takes]: Taken<Takes[I]> }) => Answer
  : never;

/** The failure that an answer has for the unexpected, if it has one. */
type Unexpected<Answer> =
  Extract<Answer, Failed<unknown>> extends Failed<infer F>
    ? 'internal' extends (F extends { readonly kind: infer K } ? K : never)
      ? F & { readonly kind: 'internal' }
      : undefined
    : undefined;

/** What is left to say of a verb that takes these arguments. */
interface Taking<Takes extends readonly JsonSchema[]> {
  /** What it answers; where a failure of it has a kind for the unexpected, that failure. */
  answers<Answer>(
    ...unexpected: Unexpected<Answer> extends undefined ? [] : [failure: Unexpected<Answer>]
  ): Verb<Takes, Answer>;
}

const NO_BYTES = 1_000;
const BYTES = 10_000;

/** A verb that takes these arguments, each by its schema. */
export function verb<const Takes extends readonly JsonSchema[]>(...takes: Takes): Taking<Takes> {
  return upTo(takes.length === 0 ? NO_BYTES : BYTES, ...takes);
}

/** A verb whose arguments may be larger than usual. */
export function upTo<const Takes extends readonly JsonSchema[]>(
  bytes: number,
  ...takes: Takes
): Taking<Takes> {
  return {
    answers: (...[unexpected]) => ({ takes, bytes, ...(unexpected === undefined ? {} : { unexpected }) }),
  };
}

/** A schema for values of a type of which it describes the outline alone. */
export function outlineOf<T>(schema: JsonSchema): Describing<T> {
  return schema;
}
