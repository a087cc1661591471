import type { LocalTime } from '../../../domain/base/ids.ts';
import type { TeacherHour } from '../../data/register.ts';

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

/** The hour to open by itself: the running one, else the next, else the last one of the day. */
export function hourToOpen(
  hours: readonly TeacherHour[],
  time: LocalTime | undefined,
): TeacherHour | undefined {
  const { current, next } = dayPosition(hours, time);
  return current ?? next ?? (time === undefined ? hours[0] : hours.at(-1));
}
