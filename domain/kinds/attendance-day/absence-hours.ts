import { timeToMinutes } from '../../base/local-date.ts';
import type { BellHour } from '../bell-scheme/record.ts';
import { DEFAULT_ROUNDING, type AbsenceRounding } from '../school/record.ts';
import type { DayState } from './attendance-state.ts';
import { hourPresence } from './hour-presence.ts';

/** A lesson hour whose absent part is counted: its clock times, and its length in half units. */
export type CountedHour = Pick<BellHour, 'start' | 'end' | 'halfUnits'>;

/**
 * Half units of absence of a pupil in one lesson hour: the whole unit when absent; the minutes missed by each entry and each exit are
 * added, capped at the unit, and rounded as the school does (D10). Out of class counts as present.
 *
 * @returns an integer number of half units, from 0 to `hour.halfUnits`
 */
export function absentHalfUnits(
  state: DayState,
  hour: BellHour,
  rounding: AbsenceRounding = DEFAULT_ROUNDING,
): number {
  return roundedHalfUnits(hourPresence(state.events, hour).missedMinutes, hour, rounding);
}

/**
 * The missed minutes of an hour in half units, rounded: down to half a unit (D10), or to the nearest whole unit, of which half a one is
 * already the next. Integers alone are divided, so that 25 of 50 minutes are a half and not a little less; and no hour counts for more
 * than it is long.
 */
export function roundedHalfUnits(
  missedMinutes: number,
  { start, end, halfUnits }: CountedHour,
  rounding: AbsenceRounding,
): number {
  const minutes = timeToMinutes(end) - timeToMinutes(start);
  const missed = missedMinutes * halfUnits;
  if (rounding === 'halfDown') return Math.floor(missed / minutes);
  return Math.min(halfUnits, 2 * Math.floor((missed + minutes) / (2 * minutes)));
}
