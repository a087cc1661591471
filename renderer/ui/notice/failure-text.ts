import type { it } from '../../i18n/it/catalogue.ts';

/** A kind of failure that there is a text for. */
export type FailureText = keyof typeof it.failure.kind;
/** A reason that there is a text for. */
export type ReasonText = keyof typeof it.failure.reason;
