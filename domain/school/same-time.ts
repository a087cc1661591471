import type { LocalTime } from '../base/ids.ts';

/** From when to when something takes place on a day: from the first to before the last. */
export interface TimesOfDay {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** Whether two hours of a day meet: hours of one number are at other times in classes with other bells, and hours of other numbers may meet. */
export function meet(one: TimesOfDay, other: TimesOfDay): boolean {
  return one.start < other.end && other.start < one.end;
}
