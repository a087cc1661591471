import { fail, type Result } from '../base/result.ts';

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
  'notYet',
  'notEnrolled',
  'contradictoryEvents',
  'othersSignature',
  'identityChanged',
  'outdated',
  'alreadyDecided',
  'sentByOther',
  'textWithdrawn',
  'tooLate',
  'periodClosed',
  'yearClosed',
  'absentToday',
  'elsewhere',
  'markedAbsent',
  'beyondYear',
  'notDelegate',
  'tooManyActs',
  'reasonMissing',
  'assessmentCancelled',
  'otherGroup',
  'breaksRecovery',
  'tooManyColumns',
  'recoveredAlready',
  'recoveryCircle',
  'alreadyAssessed',
  'notOfTest',
] as const;

/** Reasons that devices of the protocol's versions 1 and 2 do not know, and the nearest one that they do. */
export const REASON_OF_OLD: Readonly<Partial<Record<RefusalReason, RefusalReason>>> = {
  notYet: 'windowClosed',
  alreadyDecided: 'forbidden',
  sentByOther: 'forbidden',
  textWithdrawn: 'forbidden',
  tooLate: 'windowClosed',
  periodClosed: 'windowClosed',
  yearClosed: 'windowClosed',
  absentToday: 'windowClosed',
  elsewhere: 'contradictoryEvents',
  markedAbsent: 'contradictoryEvents',
  beyondYear: 'invalid',
  notDelegate: 'invalid',
  tooManyActs: 'invalid',
  reasonMissing: 'invalid',
  assessmentCancelled: 'invalid',
  otherGroup: 'notEnrolled',
  breaksRecovery: 'invalid',
  tooManyColumns: 'invalid',
  recoveredAlready: 'invalid',
  recoveryCircle: 'invalid',
  alreadyAssessed: 'invalid',
  notOfTest: 'invalid',
};

/** Why the server does not take an entry. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A refused entry: the reason and, for `invalid`, the path of the offending field. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly path?: string;
}

/** A decision that refuses. */
export function refuse(reason: RefusalReason, path?: string): Result<never, Refusal> {
  return fail(path === undefined ? { reason } : { reason, path });
}
