import type { SubjectId } from '../../../../domain/base/ids.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';

/** In what capacity the lesson is signed: as the timetable says, for one of my subjects, or as a substitution. */
export type SignAs = 'planned' | 'substitution' | SubjectId;

/** What is done in the same act as the signature of the hour. */
export interface SignAct {
  /** The hours after it that are signed too. */
  readonly following?: readonly PlannedHour[];
  /** Topic and activity are written to this hour alone; else to all of them, where nothing is written yet. */
  readonly textsHereOnly?: boolean;
  /** The roll of the hour is confirmed. */
  readonly rollCall?: boolean;
}
