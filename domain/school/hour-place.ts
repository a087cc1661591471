import type { ClassId, LocalDate } from '../base/ids.ts';

/** Where a lesson hour is. */
export interface HourPlace {
  readonly day: LocalDate;
  readonly schoolClass: ClassId;
  readonly hour: number;
}
