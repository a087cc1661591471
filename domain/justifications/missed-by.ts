import { timeToMinutes } from '../base/local-date.ts';
import { movesOf } from '../kinds/attendance-day/hour-presence.ts';
import type { NoAbsence } from '../kinds/attendance-day/no-absence.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { DayItem } from '../kinds/justification/item-state.ts';
import type { LessonHour } from '../school/lesson-hour.ts';
import { minutesWithout, WHOLE_DAY, type MinuteSpan } from '../school/minute-span.ts';

/** A day of a pupil, and the lessons that the class had on it. */
interface MissedDay {
  readonly events: readonly AttendanceEvent[];
  readonly lessons: readonly LessonHour[];
}

/**
 * Whether the school itself has caused all that somebody missed by an absence, a late entry or an exit (D98): they were elsewhere in its
 * name, or it did not expect the class. What begins or ends at the clock time of an activity, and lasts longer, is their own.
 */
export function isMissedForSchool(
  item: DayItem,
  day: MissedDay,
  { elsewhere = [], classAway = [] }: NoAbsence,
): boolean {
  const free = [...elsewhere, ...classAway];
  return free.length > 0 && minutesWithout(missedBy(item, day), free).length === 0;
}

/** What of the lessons of a day was missed by one thing of it; of a day without known lessons, the day itself. */
function missedBy({ item, time, hours }: DayItem, { events, lessons }: MissedDay): readonly MinuteSpan[] {
  const spans = lessons.map(({ start, end }) => ({ from: timeToMinutes(start), to: timeToMinutes(end) }));
  const all = spans.length > 0 ? spans : [WHOLE_DAY];
  if (item === 'absence')
    return hours === undefined ? all : all.filter((_, index) => isOneOf(hours, lessons[index]));
  if (time === undefined) return all;
  const at = timeToMinutes(time);
  if (item === 'late') return within(all, { ...WHOLE_DAY, to: at });
  const back = movesOf(events).find((move) => move.kind === 'entry' && move.time > time);
  return within(all, { from: at, to: back ? timeToMinutes(back.time) : WHOLE_DAY.to });
}

function isOneOf(hours: readonly number[], lesson: LessonHour | undefined): boolean {
  return lesson === undefined || hours.includes(lesson.hour);
}

function within(spans: readonly MinuteSpan[], { from, to }: MinuteSpan): readonly MinuteSpan[] {
  return minutesWithout(spans, [
    { ...WHOLE_DAY, to: from },
    { ...WHOLE_DAY, from: to },
  ]);
}
