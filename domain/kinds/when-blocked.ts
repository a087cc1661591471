import type { RecordKind } from './collections.ts';

/** What happens to an entry that the device of a blocked account hands over: the office decides on it, or it is the author's alone. */
export type WhenBlocked = 'toOffice' | 'dropped';

const WHEN_BLOCKED: { readonly [K in RecordKind]: WhenBlocked } = {
  school: 'toOffice',
  schoolYear: 'toOffice',
  class: 'toOffice',
  subject: 'toOffice',
  person: 'toOffice',
  personalData: 'toOffice',
  enrolment: 'toOffice',
  assignment: 'toOffice',
  bellScheme: 'toOffice',
  timetableEntry: 'toOffice',
  lesson: 'toOffice',
  attendanceDay: 'toOffice',
  // Whether somebody has seen a notice is theirs alone, and nothing to decide on.
  conflictNotice: 'dropped',
};

/**
 * What happens to an entry of this kind after a block (docs/adr/0009). Of a kind that is not known nothing is dropped: it may have been
 * written by a later version of the app.
 */
export function whenBlocked(kind: unknown): WhenBlocked {
  const isKnown = typeof kind === 'string' && Object.hasOwn(WHEN_BLOCKED, kind);
  return isKnown ? WHEN_BLOCKED[kind as RecordKind] : 'toOffice';
}
