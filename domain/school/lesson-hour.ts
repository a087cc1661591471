import type { LocalTime } from '../base/ids.ts';

/** A lesson hour with its number and its clock times. */
export interface LessonHour {
  readonly hour: number;
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** From when to when something takes place on a day. */
export type TimesOfDay = Pick<LessonHour, 'start' | 'end'>;

/** Whether two hours of a day meet: hours of one number are at other times in classes with other bells, and hours of other numbers may meet. */
export function meet(one: TimesOfDay, other: TimesOfDay): boolean {
  return one.start < other.end && other.start < one.end;
}
