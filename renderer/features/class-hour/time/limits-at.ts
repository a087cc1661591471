import type { LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import { minutesToTime } from '../../../../domain/base/local-date.ts';
import type { ClassHour } from '../view/class-hour.ts';
import type { TimeLimits } from './typed-time.ts';

/** Of a day that is over, everything has happened. */
const DAY_END = minutesToTime(24 * 60 - 1);

/** Which times can be typed in an hour of a day at a moment of the school. */
export function limitsAt(
  hour: Pick<ClassHour, 'bell' | 'hours' | 'mayRunAhead'> & {
    readonly isOfHourAlone?: ClassHour['isOfHourAlone'] | undefined;
  },
  day: LocalDate,
  now: { readonly day: LocalDate; readonly time: LocalTime },
): TimeLimits {
  const passed = now.day === day ? now.time : now.day > day ? DAY_END : undefined;
  const clock = hour.mayRunAhead || now.day !== day ? undefined : now.time;
  return {
    span: hour.bell,
    hours: hour.hours,
    isOfHourAlone: hour.isOfHourAlone === true,
    ...(clock === undefined ? {} : { now: clock }),
    ...(passed === undefined ? {} : { passed }),
  };
}
