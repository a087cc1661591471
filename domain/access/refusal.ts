/**
 * Why the server does not take an entry; the device shows the text of the reason to the author.
 *
 * `forbidden` is also the answer for what does not exist, so that an outsider cannot probe identifiers.
 */
export const REFUSAL_REASONS = [
  'forbidden',
  'invalid',
  'readOnly',
  'futureDay',
  'noLessonDay',
  'windowClosed',
  'notEnrolled',
  'tooManyEntries',
  'contradictoryEvents',
  'othersSignature',
  'identityChanged',
  'outdated',
] as const;

/** Why the server does not take an entry. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A refused entry: the reason and, for `invalid`, the path of the offending field. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly path?: string;
}
