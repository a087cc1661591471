import type { failure } from './texts.it.ts';

/** A kind of failure that there is a text for. */
export type FailureText = keyof typeof failure.kind;
/** A reason that there is a text for. */
export type ReasonText = keyof typeof failure.reason;
