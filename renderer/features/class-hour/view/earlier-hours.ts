import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import type { HoursOfDay } from '../../../../domain/kinds/attendance-day/prepared-marks.ts';
import { pupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { PupilHour } from './class-hour.ts';

/**
 * How a pupil stood in the hours before this one, where somebody looked: an absence holds for the whole day, but shown in an hour
 * without roll call it would claim that a colleague had called the roll there, and in one called before the absence was marked, that
 * the colleague had marked it.
 */
export function earlierHours(
  events: readonly AttendanceEvent[],
  ofDay: HoursOfDay,
  before: number,
  rolled: ReadonlySet<number>,
): PupilHour['earlier'] {
  const marked = new Set(events.map(({ hour }) => hour));
  // An absence with nothing before it was not said of the hours before its own.
  const from = events.every(({ kind }) => kind === 'absent') ? Math.min(...marked) : undefined;
  const first = from === undefined || !Number.isFinite(from) ? 0 : from;
  return ofDay.bells
    .filter(({ hour }) => hour < before && hour >= first && (rolled.has(hour) || marked.has(hour)))
    .map((bell) => {
      const { mark, also, isReturn } = pupilInHour(events, ofDay, bell);
      return { hour: bell.hour, mark, also, ...(isReturn ? { isReturn } : {}) };
    });
}
