import type { LocalDate } from '../../../domain/base/ids.ts';
import { localDate } from '../../../domain/base/local-date.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';

/** What distinguishes one school year of a demonstration school from another. */
export interface YearPlan extends Pick<
  SchoolYear,
  'startYear' | 'lessonsFrom' | 'lessonsTo' | 'periods' | 'closures' | 'closedOn'
> {
  /** Whether a teacher is on leave in it, and somebody else has all the hours. */
  readonly hasSupply: boolean;
}

/** A day of the school year that begins in a calendar year: September to December are in that one, the rest in the next. */
export function dayOfYear(startYear: number, month: number, day: number): LocalDate {
  return localDate(month >= 9 ? startYear : startYear + 1, month, day);
}
