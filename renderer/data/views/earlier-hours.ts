import type { AttendanceEvent } from '../../../domain/records/attendance-day.ts';
import type { BellHour } from '../../../domain/records/bell-scheme.ts';
import { dayState, hourMark } from '../../../domain/rules/attendance-state.ts';
import type { PupilHour } from '../register.ts';

/**
 * How a pupil stood in the hours before this one, where somebody looked: an absence holds for the whole day, but shown in an hour
 * without roll call it would claim that a colleague had called the roll there, and in one called before the absence was marked, that
 * the colleague had marked it.
 */
export function earlierHours(
  events: readonly AttendanceEvent[],
  bells: readonly BellHour[],
  before: number,
  rolled: ReadonlySet<number>,
): PupilHour['earlier'] {
  const state = dayState(events);
  const marked = new Set(events.map(({ hour }) => hour));
  const absentFrom = events.find(({ kind }) => kind === 'absent')?.hour ?? 0;
  return bells
    .filter(({ hour }) => hour < before && hour >= absentFrom && (rolled.has(hour) || marked.has(hour)))
    .map((bell) => ({ hour: bell.hour, mark: hourMark(state, bell) }));
}
