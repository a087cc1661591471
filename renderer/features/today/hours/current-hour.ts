import type { LocalTime } from '../../../../domain/base/ids.ts';
import { timeToMinutes } from '../../../../domain/base/local-date.ts';
import type { TeacherHour } from '../../../views/hours/teacher-day.ts';

/** Where the day stands: the hour running now, else the next one. */
export interface DayPosition {
  readonly current?: TeacherHour;
  readonly next?: TeacherHour;
}

/** Finds the running and the next hour at a time of the day; `undefined` for a time on another day. */
export function dayPosition(hours: readonly TeacherHour[], time: LocalTime | undefined): DayPosition {
  if (time === undefined) return {};
  const current = hours.find(({ planned }) => planned.start <= time && time < planned.end);
  const next = hours.find(({ planned }) => planned.start > time);
  return { ...(current ? { current } : {}), ...(next ? { next } : {}) };
}

/** "Soon" is time enough to walk to the class, not a free hour. */
const SOON_MINUTES = 15;

/** The hour to open by itself: the running one, else the one that begins within minutes; of another day its first. */
export function hourToOpen(
  hours: readonly TeacherHour[],
  time: LocalTime | undefined,
): TeacherHour | undefined {
  if (time === undefined) return hours[0];
  const { current, next } = dayPosition(hours, time);
  return current ?? (next && isSoon(next, time) ? next : undefined);
}

/** How an hour stands in its day: it runs, it begins within minutes, or it is the next one, later. */
export type HourMoment = 'now' | 'soon' | 'next';

/** What is said of an hour on its card, at a time of its day. */
export function momentOf(
  hour: TeacherHour,
  { current, next }: DayPosition,
  time: LocalTime | undefined,
): HourMoment | undefined {
  if (time === undefined) return undefined;
  if (hour === current) return 'now';
  if (hour !== next) return undefined;
  return isSoon(hour, time) ? 'soon' : 'next';
}

function isSoon({ planned }: TeacherHour, time: LocalTime): boolean {
  return timeToMinutes(planned.start) - timeToMinutes(time) <= SOON_MINUTES;
}
