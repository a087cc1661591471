import type { Actor } from '../../access/actor.ts';
import type { RefusalReason } from '../../access/refusal.ts';
import type { ClassId, Instant, LocalDate, SubjectId } from '../../base/ids.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { isLessonDay, startYearOf } from '../calendar.ts';
import { isFrozen } from '../grading/frozen-period.ts';
import { isYearClosed } from '../limits/closed-year.ts';
import type { WriteFacts } from '../write-facts.ts';
import { mayTeach } from '../written-hour.ts';

/** Why nobody assesses anything of a class on a day. */
type DayFault = 'futureDay' | 'noLessonDay' | 'yearClosed' | 'periodClosed';

/**
 * Why nothing of a class is assessed on a day, at a moment and by whomever (D24): the day has not come, it has no lessons, its year is closed (D198), or the term
 * meeting of its period is open (D28). Undefined where something may be.
 */
export function assessingDayFault(
  year: SchoolYear | null | undefined,
  { class: schoolClass, day }: { readonly class: ClassId; readonly day: LocalDate },
  at: Instant,
): DayFault | undefined {
  if (day > dayOfInstant(at)) return 'futureDay';
  if (!year || !isLessonDay(year, day)) return 'noLessonDay';
  if (isYearClosed(year, at)) return 'yearClosed';
  return isFrozen(year, schoolClass, day) ? 'periodClosed' : undefined;
}

/** What is assessed: on which day, in which course, and when it was written. */
interface Assessed {
  readonly day: LocalDate;
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly recordedAt: Instant;
}

/**
 * Why nothing of a course may be assessed on a day (D24): only whoever has the subject in the class on it does, not before the day has come, and
 * not once the term meeting of its period is open. Days that are over are open until then. What is moved to another day is moved within its school year,
 * out of no period that is closed, and by nobody who did not have the subject on the day on which it was.
 *
 * Civics is no exception: its team are those to whom the office has given it in the class, as the law has it given to several teachers of the class, and
 * not whoever teaches there (D31, D70). No hour of the subject is asked for, so that each of them assesses on any day of lessons (W9).
 */
export function assessingFault(
  actor: Actor,
  previous: Assessed | null,
  next: Assessed,
  facts: WriteFacts,
): RefusalReason | undefined {
  // Who supports a pupil in a subject assesses nobody in it (F.5).
  const isTheirs = (on: LocalDate) => facts.assesses?.(on).includes(next.subject) === true;
  if (!mayTeach(actor, facts) || !isTheirs(next.day)) return 'forbidden';
  if (previous && !isTheirs(previous.day)) return 'forbidden';
  const { year } = facts;
  const ofDay = assessingDayFault(year, next, next.recordedAt);
  if (ofDay || !previous || !year) return ofDay;
  if (startYearOf(previous.day) !== year.startYear) return 'identityChanged';
  return isFrozen(year, next.class, previous.day) ? 'periodClosed' : undefined;
}
