import type { SchoolDayClass } from '../../views/school-day.ts';

/** The hours of a class that were over by a time and that nobody has signed, but for those in which the school did not expect it (D106). */
export function unsignedHours(
  { hours }: Pick<SchoolDayClass, 'hours'>,
  time: string,
): SchoolDayClass['hours'] {
  return hours.filter(({ signed, planned, isUnexpected }) => !signed && !isUnexpected && planned.end <= time);
}
