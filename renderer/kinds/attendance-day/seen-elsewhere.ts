import type { AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { pupilInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { isPrepared, type HoursOfDay } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import type { LessonHour } from '../../../domain/school/lesson-hour.ts';
import type { SeenElsewhere } from './elsewhere.ts';

/**
 * The nearest hour before one in which somebody looked and the pupil was there, and all hours after it in which somebody looked: by a roll
 * that was called or by a mark made in it. What a roll says of a pupil without a mark stands in no event. A mark that was prepared has not
 * looked: only the roll of its hour does.
 */
export function seenElsewhere(
  events: readonly AttendanceEvent[],
  ofDay: HoursOfDay,
  hour: number,
  rolled: ReadonlySet<number>,
): SeenElsewhere {
  const marked = new Set(events.flatMap((event) => (isPrepared(event, ofDay) ? [] : [event.hour])));
  const isThere = (bell: LessonHour) => pupilInHour(events, ofDay, bell);
  const looked = ofDay.bells.filter((bell) => rolled.has(bell.hour) || marked.has(bell.hour));
  const before = looked.findLast(
    (bell) => bell.hour < hour && (isThere(bell).inAtStart || isThere(bell).inAtEnd),
  );
  const later = looked
    .filter((bell) => bell.hour > hour)
    .map((bell) => ({ bell, isThere: isThere(bell).inAtStart }));
  return {
    ...(before ? { before: { hour: before.hour, until: before.end } } : {}),
    ...(later.length > 0 ? { later } : {}),
  };
}
