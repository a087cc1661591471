import type { LocalDate } from '../base/ids.ts';
import { localDate } from '../base/local-date.ts';
import type { Enrolment } from '../records/enrolment.ts';
import { startYearOf } from './calendar.ts';
import { holdsOn } from './validity.ts';

/** Last day of the school year that begins in a calendar year (D1). */
export function lastDayOfYear(startYear: number): LocalDate {
  return localDate(startYear + 1, 8, 31);
}

/**
 * The enrolment that tells a pupil's class on a day (S4, D6), for page, letters, header and student access alike: the one that holds, the
 * newest of several; else the one that begins next, since letters are printed and pupils get in before the first day of lessons.
 *
 * Between 1 September and the day on which the school has its first class of the new year, nobody can be told from a leaver: the class of
 * the year that has just ended stands until then. Undefined for whoever is in no class, or has left it before the end of that year.
 *
 * @param own the enrolments of one pupil, of any year
 * @param hasClassesOf whether the school has any class of the school year that begins in a calendar year
 */
export function enrolmentToday<E extends Pick<Enrolment, 'class' | 'from' | 'to'>>(
  own: readonly E[],
  day: LocalDate,
  hasClassesOf: (startYear: number) => boolean,
): E | undefined {
  const current = newest(own.filter((one) => holdsOn(one, day)));
  if (current) return current;
  const coming = own.filter((one) => one.from > day && (one.to === undefined || one.to >= one.from));
  const next = coming.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (next) return next;
  const startYear = startYearOf(day);
  if (hasClassesOf(startYear)) return undefined;
  return newest(own.filter((one) => holdsOn(one, lastDayOfYear(startYear - 1))));
}

function newest<E extends Pick<Enrolment, 'from'>>(some: readonly E[]): E | undefined {
  return some.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}
