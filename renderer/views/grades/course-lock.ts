import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { isPeriodFrozen } from '../../../domain/school/grading/frozen-period.ts';
import { isYearClosed } from '../../../domain/school/limits/closed-year.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** Why nothing of a course is written: its year is closed or only read (D198), the subject is not mine on the day, or its period is closed (D24). */
export type CourseLock = 'yearClosed' | 'notMine' | 'periodClosed';

/** A course, on which day it is mine or not, and of which period something would be written; undefined for a day in none. */
interface CourseIn {
  readonly of: Parameters<SchoolFacts['hasCourse']>[0];
  readonly day: LocalDate;
  readonly period: number | undefined;
}

/** What of it stands in the way of writing in a course, in the words of what would be refused; undefined where nothing does. */
export function courseLock(
  facts: Pick<SchoolFacts, 'yearOn' | 'hasCourse'>,
  now: Instant,
  { of, day, period }: CourseIn,
): CourseLock | undefined {
  const year = facts.yearOn(day);
  if (isYearClosed(year ?? null, now)) return 'yearClosed';
  if (!facts.hasCourse(of, day)) return 'notMine';
  const isFrozen = year && period !== undefined && isPeriodFrozen(year, of.schoolClass, period);
  return isFrozen ? 'periodClosed' : undefined;
}
