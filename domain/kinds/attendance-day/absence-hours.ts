import { timeToMinutes } from '../../base/local-date.ts';
import type { BellHour } from '../bell-scheme/record.ts';
import type { DayState } from './attendance-state.ts';
import { hourPresence } from './hour-presence.ts';

/**
 * Half units of absence of a pupil in one lesson hour: the whole unit when absent; the minutes missed by each entry and each exit are
 * added, capped at the unit, and rounded down to half a unit (D10). Out of class counts as present.
 *
 * @returns an integer number of half units, from 0 to `hour.halfUnits`
 */
export function absentHalfUnits(state: DayState, hour: BellHour): number {
  const length = timeToMinutes(hour.end) - timeToMinutes(hour.start);
  return Math.floor((hourPresence(state.events, hour).missedMinutes * hour.halfUnits) / length);
}
