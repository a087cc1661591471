/**
 * Version of everything that crosses a process boundary; raised whenever the hash in `version.test.ts` changes.
 *
 * 1: first version: staff sign-in, roster, timetable, lessons, attendance, conflict notices.
 * 2: accounts of families, portfolios, second factor, sign-in by a provider.
 * 3: several classes of a pupil's day, policy for hours that have not begun, refusal `notYet`.
 */
export const PROTOCOL_VERSION = 3;

/** Oldest version that may still receive; an older device may deliver its work and is asked to update. */
export const OLDEST_RECEIVING_VERSION = 1;
