import type { SchoolDayClass } from '../../views/school-day.ts';

/** The hours of a class that were over by a time and that nobody has signed. */
export function unsignedHours(
  { hours }: Pick<SchoolDayClass, 'hours'>,
  time: string,
): SchoolDayClass['hours'] {
  return hours.filter(({ signed, planned }) => !signed && planned.end <= time);
}
