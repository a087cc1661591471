import type { Instant } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';

/**
 * The hour of a class that is meant when it is asked for without one: today the hour that runs, else the next one, else the last; on another day the one
 * looked at before, where the class has it, else its first.
 */
export function hourToShow(
  hours: readonly Pick<BellHour, 'hour' | 'end'>[],
  before: Pick<HourPlace, 'day'> & Partial<Pick<HourPlace, 'hour'>>,
  now: Instant,
): number {
  const { day: today, time } = schoolDayAndTime(now);
  const meant =
    before.day === today
      ? (hours.find(({ end }) => time < end) ?? hours.at(-1))
      : (hours.find(({ hour }) => hour === before.hour) ?? hours[0]);
  return meant?.hour ?? before.hour ?? 1;
}
