import type { LocalDate } from '../base/ids.ts';
import { addDays } from '../base/local-date.ts';
import type { JustificationState } from '../kinds/justification/item-state.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import { isLessonDay } from '../school/calendar.ts';

/** What follows from a return without a justification (D88). */
export interface Reminders {
  /** The day on which family and coordinator are reminded: the return and the lesson day after it are tolerated. */
  readonly remindOn?: LocalDate;
  /** The day on which a warning (richiamo) is proposed to the coordinator, once: no later day proposes it again. */
  readonly proposeWarningOn?: LocalDate;
}

/** Lesson days after the return that nobody is reminded of. */
const TOLERATED = 1;

/**
 * When somebody hears of an absence without a reason after the pupil has come back. The register writes no warning by itself: it proposes
 * one, and each item proposes at most one, on one day.
 *
 * @param hasLessons the lesson days of the pupil's class, where it has other ones than the year
 */
export function reminders(
  returned: LocalDate,
  state: JustificationState,
  year: SchoolYear,
  { justification }: Pick<SchoolPolicies, 'justification'>,
  hasLessons?: HasLessons,
): Reminders {
  if (state !== 'toJustify' && state !== 'rejected') return {};
  const remindOn = lessonDayAfter(year, returned, TOLERATED + 1, hasLessons);
  const after = justification?.warnAfterDays;
  const warnOn = after === undefined ? undefined : lessonDayAfter(year, returned, after, hasLessons);
  return {
    ...(remindOn === undefined ? {} : { remindOn }),
    ...(warnOn === undefined ? {} : { proposeWarningOn: warnOn }),
  };
}

/** Whether a warning is proposed on a day (D88): on one, once for each item, and on no day after it again. */
export function proposesWarning(
  { proposeWarningOn }: Pick<Reminders, 'proposeWarningOn'>,
  today: LocalDate,
): boolean {
  return proposeWarningOn === today;
}

/** On which of the school's lesson days a class has lessons. */
export type HasLessons = (day: LocalDate) => boolean;

/** The lesson day of a class that is so many after another one; undefined where the year has not as many. */
export function lessonDayAfter(
  year: SchoolYear,
  day: LocalDate,
  count: number,
  hasLessons: HasLessons = () => true,
): LocalDate | undefined {
  let left = count;
  let next = day;
  while (left > 0) {
    next = addDays(next, 1);
    if (next > year.lessonsTo) return undefined;
    if (isLessonDay(year, next) && hasLessons(next)) left -= 1;
  }
  return next;
}
