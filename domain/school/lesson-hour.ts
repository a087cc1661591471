import type { LocalTime } from '../base/ids.ts';

/** A lesson hour with its number and its clock times. */
export interface LessonHour {
  readonly hour: number;
  readonly start: LocalTime;
  readonly end: LocalTime;
}
