import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { isLessonDay } from '../../../domain/school/calendar.ts';
import type { LessonHour } from '../../../domain/school/lesson-hour.ts';
import { classHasLessons } from '../../../domain/school/timetable-day.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** What the calendar and the bells say of a day of a class, whichever day is being typed. */
export interface ClassDay {
  /** The school has lessons, and the class comes on such a day of the week. */
  readonly hasLessons: boolean;
  /** In their order; none where the school has not said when its hours are. */
  readonly bells: readonly LessonHour[];
}

/** The day of a class that a form is about. */
export function classDay(
  facts: Pick<SchoolFacts, 'view' | 'yearOn' | 'bellHours'>,
  schoolClass: ClassId,
  day: LocalDate,
): ClassDay {
  const year = facts.yearOn(day);
  return {
    hasLessons: year !== undefined && isLessonDay(year, day) && classHasLessons(facts.view, schoolClass, day),
    bells: facts.bellHours(schoolClass, day).toSorted((a, b) => a.hour - b.hour),
  };
}
