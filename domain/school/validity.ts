import type { ClassId, LocalDate } from '../base/ids.ts';
import { startYearOfClass } from '../kinds/class/record.ts';
import { startYearOf } from './calendar.ts';

/** Something that holds from a day to a day, both included; without an end it lasts. */
interface Span {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** The class of an enrolment or an assignment. */
  readonly class?: ClassId;
}

/**
 * Whether a span holds on a day. What is bound to a class (an enrolment, an assignment) holds at most in the school year of that class
 * (D1: to 31 August), whether or not somebody has ended it: nobody is in two classes because last year's list was never closed.
 */
export function holdsOn(span: Span, day: LocalDate): boolean {
  if (day < span.from || (span.to !== undefined && day > span.to)) return false;
  const startYear = span.class === undefined ? undefined : startYearOfClass(span.class);
  return startYear === undefined || startYear === startYearOf(day);
}

/** Whether two spans share at least one day. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}
