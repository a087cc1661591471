import type { LocalDate } from '../base/ids.ts';

/** Something that holds from a day to a day, both included; without an end it lasts. */
interface Span {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** Whether a span holds on a day. */
export function holdsOn(span: Span, day: LocalDate): boolean {
  return span.from <= day && (span.to === undefined || day <= span.to);
}

/** Whether two spans share at least one day. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.to === undefined || b.from <= a.to) && (b.to === undefined || a.from <= b.to);
}
