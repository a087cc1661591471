import type { LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { TeacherHour } from '../../../views/hours/teacher-day.ts';
import { hourToOpen } from './current-hour.ts';

/** The hour that the page of a day opens by itself; none where the day has no hours, and outside one’s lessons. */
export interface Opening {
  readonly day: LocalDate;
  readonly hour: TeacherHour | undefined;
}

/** What the page of a day opens by itself, at a time of that day, or at no time of it. */
export function openingOf(
  day: LocalDate,
  hours: readonly TeacherHour[],
  time: LocalTime | undefined,
): Opening {
  return { day, hour: hourToOpen(hours, time) };
}

/** Where an hour of the timetable is written. */
export function placeOf({ planned }: TeacherHour): HourPlace {
  return { day: planned.day, schoolClass: planned.class, hour: planned.hour };
}

/** Whether two hours are one and the same. */
export function isSamePlace(a: HourPlace | undefined, b: HourPlace | undefined): boolean {
  return a?.day === b?.day && a?.schoolClass === b?.schoolClass && a?.hour === b?.hour;
}

/** Whether an hour is that of a row, which may be that of several classes. */
export function isInRow(row: TeacherHour, place: HourPlace | undefined): boolean {
  return [row, ...(row.joined ?? [])].some((one) => isSamePlace(placeOf(one), place));
}

/** What is to become of an hour that opened by itself, now that another one would open. */
export interface Leaving {
  readonly held: Opening;
  /** The hour as it stands now. */
  readonly hour: TeacherHour | undefined;
  /** The address follows the time; a day in the address stays what it is. */
  readonly followsTime: boolean;
  /** Somebody is writing, or the focus is where keys write. */
  readonly isInUse: boolean;
}

/**
 * Whether the page may go on to the next hour by itself: only where nothing is left to be done in the one that it shows, and nobody writes. Letters of a
 * topic would mark the pupils of another class.
 */
export function mayGoOn({ held, hour, followsTime, isInUse }: Leaving): boolean {
  if (!followsTime) return false;
  if (!held.hour) return true;
  return !isInUse && hour !== undefined && hour.signedByMe && hour.rollCallTaken;
}
