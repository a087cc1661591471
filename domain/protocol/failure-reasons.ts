import { NOT_POSSIBLE_REASONS, PASSWORD_FAULTS } from './endpoints/account/account-reasons.ts';
import { PRINT_REASONS } from './endpoints/office/print-reasons.ts';

/**
 * Why an act of the office is not possible. `unknown`: what it is about is not there, or not there any more; `alreadySettled`: a colleague
 * has decided; a message is `settled` that waits no more, and `tooLate` when its link leads nowhere; `printerBusy`: other letters are drawn.
 */
const OFFICE_REASONS = ['unknown', 'alreadySettled', 'settled', 'tooLate', 'printerBusy'] as const;

/**
 * Why a paper is not written. `alreadyWritten`: it stands already; `notOfClass`: the pupil is not in that class on these days; `ownTask`:
 * nobody appoints themselves; `groupInUse`: pupils are in the group; `noOpenYear`: no school year is under way; `moreThanHeld`: more hours
 * were missed than held.
 */
const PAPER_REASONS = [
  'alreadyWritten',
  'daysReversed',
  'notOfClass',
  'notGuardian',
  'ownTask',
  'noLastDay',
  'leftBefore',
  'groupInUse',
  'noOpenYear',
  'moreThanHeld',
] as const;

/**
 * Why nothing is changed of a school year. `yearClosed`: it is closed, and so is everything of it (D198); `yearUnderWay`: a year is closed
 * when its lessons are over.
 */
const YEAR_REASONS = ['yearClosed', 'yearUnderWay'] as const;

/** Why an hour is not given to somebody, or not taken back: the day is over, or brings no lessons; they stand in elsewhere; they have signed. */
const SUBSTITUTION_REASONS = ['dayOver', 'noLessons', 'standsInElsewhere', 'signedBySubstitute'] as const;

/**
 * Why a list is not imported. `rosterRefused`: something is wrong with its file, and the message says what, in the clerk's language; the
 * others: nothing is wrong with it, and it can be sent again.
 */
const IMPORT_REASONS = ['rosterRefused', 'importWaiting', 'importsFull', 'rosterMoved', 'cancelled'] as const;

/** Reasons that people are told beside the kind of a failure: each has a text. */
const TOLD_REASONS = [
  ...PASSWORD_FAULTS,
  ...NOT_POSSIBLE_REASONS,
  ...PRINT_REASONS,
  ...OFFICE_REASONS,
  ...PAPER_REASONS,
  ...YEAR_REASONS,
  ...SUBSTITUTION_REASONS,
  ...IMPORT_REASONS,
] as const;

/**
 * Reasons that decide something or are for logs, and have no text of their own: `noAccess` makes a kind of its own (S4), a session has
 * ended by its owner, by a copied token, by age or by a new password, the database is `damaged`.
 */
const SILENT_REASONS = [
  'noAccess',
  'signedOut',
  'remote',
  'reuse',
  'expired',
  'passwordChanged',
  'damaged',
] as const;

/** Every reason that the server may answer. */
export const FAILURE_REASONS = [...TOLD_REASONS, ...SILENT_REASONS] as const;
/** Why the server has failed to do something, beside the kind of the failure. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

/**
 * What a device says by itself: whose password is wanted (that of this computer, that of when the entries were written), and what became
 * of a hand-over.
 */
export type DeviceReason =
  'ofThisComputer' | 'ofTheEntries' | 'consentNotTaken' | 'officeFull' | 'entriesNotKept';

/** A reason that there is a text for. */
export type ToldReason = (typeof TOLD_REASONS)[number] | DeviceReason;
