import type { ClassId, LocalDate } from '../base/ids.ts';

/** Where a lesson hour is. */
export interface HourPlace {
  readonly day: LocalDate;
  readonly schoolClass: ClassId;
  readonly hour: number;
  /** The group whose lesson is meant, or `WHOLE_CLASS`; absent: the one that the timetable gives to whoever looks (D204). */
  readonly group?: string;
}

/** The lesson of the whole class, where its hours are parted too. */
export const WHOLE_CLASS = '';
