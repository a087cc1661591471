import { toInstant, type Instant, type LocalDate } from '../../domain/base/ids.ts';
import { minutesToTime, schoolDayAndTime } from '../../domain/base/local-date.ts';

const MINUTE = 60_000;
const NOON = 720;
const offsets = new Map<LocalDate, number>();

/** The instant at which the school's clock shows so many minutes since midnight of a day. */
export function instantAt(day: LocalDate, minutes: number, seconds = 0): Instant {
  let offset = offsets.get(day);
  if (offset === undefined) {
    offset = offsetOn(day);
    offsets.set(day, offset);
  }
  return toInstant(Date.parse(`${day}T00:00:00Z`) + (minutes - offset) * MINUTE + seconds * 1000);
}

/** Minutes by which Italian time is ahead of UTC at noon: the clock changes on Sundays, when there are no lessons. */
function offsetOn(day: LocalDate): number {
  const winter = toInstant(Date.parse(`${day}T00:00:00Z`) + (NOON - 60) * MINUTE);
  return schoolDayAndTime(winter).time === minutesToTime(NOON) ? 60 : 120;
}
