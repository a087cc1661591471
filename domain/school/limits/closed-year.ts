import type { ClassId, Instant, LocalDate } from '../../base/ids.ts';
import { dayOfInstant, localDate } from '../../base/local-date.ts';
import { startYearOfClass } from '../../kinds/class/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { lastDayOfYear } from '../class-of-pupil.ts';

/**
 * Whether a school year was closed when something of it was recorded (D198): of work done without a line before the year was closed
 * nothing is refused.
 */
export function isYearClosed(year: Pick<SchoolYear, 'closedOn'> | null, recordedAt: Instant): boolean {
  return year?.closedOn !== undefined && dayOfInstant(recordedAt) > year.closedOn;
}

/** A school year, as far as it decides on what is written of it. */
export type ClosableYear = Pick<SchoolYear, 'startYear' | 'closedOn'>;

/** The members by which records of all kinds say when they hold. */
export interface Dated {
  readonly kind: string;
  readonly day?: LocalDate;
  readonly startYear?: number;
  readonly class?: ClassId;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

/** The members that say when a record holds, and of a school year whether it is closed: a change of them alone changes nothing of a day on which it held before and after. */
export const SAYS_WHEN: readonly string[] = [
  'from',
  'to',
  'validFrom',
  'validTo',
  'closedOn',
] satisfies readonly (keyof Dated | keyof ClosableYear)[];

/** First and last day; without a last one it lasts. */
interface Days {
  readonly from: LocalDate;
  readonly to?: LocalDate | undefined;
}

/** The days of one school year on which something holds; undefined where it holds on none of them, or is of no school year. */
export function daysInYear(dated: Dated, startYear: number): Required<Days> | undefined {
  const days = daysOf(dated);
  if (!days) return undefined;
  const [first, last] = [localDate(startYear, 9, 1), lastDayOfYear(startYear)];
  const from = days.from < first ? first : days.from;
  const to = days.to === undefined || days.to > last ? last : days.to;
  return from <= to ? { from, to } : undefined;
}

/** Whether something is of a school year or of none: what is of other years alone is not. */
export function isOfYear(dated: Dated, startYear: number): boolean {
  return daysOf(dated) === undefined || daysInYear(dated, startYear) !== undefined;
}

/** A record as it stands where a school year is only read: that year is closed on each of its days, whether or not the school has closed it. */
export function asReadOnly<R extends Pick<Dated, 'kind' | 'startYear'>>(record: R): R {
  if (record.kind !== 'schoolYear' || record.startYear === undefined) return record;
  return { ...record, closedOn: localDate(record.startYear, 8, 31) };
}

function daysOf(dated: Dated): Days | undefined {
  if (dated.day !== undefined) return { from: dated.day, to: dated.day };
  const startYear = dated.startYear ?? (dated.class && startYearOfClass(dated.class));
  const { from = dated.validFrom, to = dated.validTo } = dated;
  if (startYear === undefined) return from && { from, to };
  const [first, last] = [localDate(startYear, 9, 1), lastDayOfYear(startYear)];
  // What is bound to a class holds at most in its year, whether or not somebody has ended it.
  return { from: from ?? first, to: to !== undefined && to < last ? to : last };
}
