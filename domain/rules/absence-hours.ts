import type { BellHour } from '../records/bell-scheme.ts';
import { timeToMinutes } from '../base/local-date.ts';
import type { DayState } from './attendance-state.ts';

/**
 * Half units of absence of a pupil in one lesson hour: the whole unit when absent; for late and exit the missed minutes are added,
 * capped at the unit, and rounded down to half a unit (D10). Out of class counts as present.
 *
 * @returns an integer number of half units, from 0 to `hour.halfUnits`
 */
export function absentHalfUnits(state: DayState, hour: BellHour): number {
  if (state.absent) return hour.halfUnits;
  const start = timeToMinutes(hour.start);
  const length = timeToMinutes(hour.end) - start;
  const within = (minutes: number) => Math.min(length, Math.max(0, minutes));
  const missedBefore = state.entry === undefined ? 0 : within(timeToMinutes(state.entry) - start);
  const missedAfter = state.exit === undefined ? 0 : within(start + length - timeToMinutes(state.exit));
  const missed = Math.min(length, missedBefore + missedAfter);
  return Math.floor((missed * hour.halfUnits) / length);
}
