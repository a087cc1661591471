import type { LocalDate } from '../base/ids.ts';
import { localDate } from '../base/local-date.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
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
 * From 1 September until the lists of the new year tell who has gone, nobody can be told from a leaver: the class of the year that has
 * just ended stands until then, also while the list of a class or two is there (`turnOfYear`). Undefined for whoever is in no class, or has
 * left it before the end of that year.
 *
 * @param own the enrolments of one pupil, of any year
 * @param isListed whether the lists of the school year that begins in a calendar year tell what has become of a class of the year before
 */
export function enrolmentToday<E extends Pick<Enrolment, 'class' | 'from' | 'to'>>(
  own: readonly E[],
  day: LocalDate,
  isListed: (startYear: number, last: E['class']) => boolean,
): E | undefined {
  const current = newest(own.filter((one) => holdsOn(one, day)));
  if (current) return current;
  const coming = own.filter((one) => one.from > day && (one.to === undefined || one.to >= one.from));
  const next = coming.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (next) return next;
  const startYear = startYearOf(day);
  const last = newest(own.filter((one) => holdsOn(one, lastDayOfYear(startYear - 1))));
  return last && !isListed(startYear, last.class) ? last : undefined;
}

function newest<E extends Pick<Enrolment, 'from'>>(some: readonly E[]): E | undefined {
  return some.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
}
