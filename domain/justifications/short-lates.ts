import type { LocalDate } from '../base/ids.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { periodOn } from '../school/calendar.ts';

/** How many short late entries of a period lie before a day: after so many as the school allows, the next is an ordinary one (D103). */
export function shortLatesBefore(shortOn: readonly LocalDate[], day: LocalDate, year: SchoolYear): number {
  const period = periodOn(year, day);
  return shortOn.filter((each) => each < day && periodOn(year, each) === period).length;
}
