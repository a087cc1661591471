import type { LocalDate, LocalTime } from '../../base/ids.ts';
import type { AttendanceMode, SchoolYear } from '../school-year/record.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { dayState } from './attendance-state.ts';
import { hourAt, hourPresence, movesOf } from './hour-presence.ts';
import { pupilInHour } from './pupil-in-hour.ts';
import type { HoursOfDay } from './prepared-marks.ts';
import type { AttendanceEvent } from './record.ts';

type Events = readonly AttendanceEvent[];

/** What a school year calls absences by that has not chosen (D102). */
export const DEFAULT_MODE: AttendanceMode = 'daily';

/** How absences are called in a school year, whoever knows it or not. */
export function modeOf(year: Pick<SchoolYear, 'attendanceMode'> | null | undefined): AttendanceMode {
  return year?.attendanceMode ?? DEFAULT_MODE;
}

/** A day of a class as the marks of its pupils are read, each hour as whoever asks has it. */
export interface HoursOf<Hour extends LessonHour> extends Omit<HoursOfDay, 'bells'> {
  readonly bells: readonly Hour[];
}

/** A day of a class as its marks are read: the bells and how absences are called, from what is known of the school around it. */
export function hoursOfDay<Hour extends LessonHour>(
  day: LocalDate,
  { hours, year }: { readonly hours: readonly Hour[]; readonly year: SchoolYear | null | undefined },
): HoursOf<Hour> {
  return { day, bells: hours, mode: modeOf(year) };
}

/**
 * The hours of a day in which a pupil is absent. They make the one thing of the day that is justified: it is there with the first absent
 * hour and gone with the last (D102).
 */
export function absentHours(events: Events, ofDay: HoursOfDay): readonly number[] {
  return ofDay.bells
    .filter((bell) => pupilInHour(events, ofDay, bell).mark === 'absent')
    .map(({ hour }) => hour);
}

/**
 * The absence of a day as it is justified, or none. By the day it is that of whoever was at school in no hour; by the hour it is made of
 * the hours that were called absent, but for those of which a coming or a going tells: whoever came late or has left justifies that (D93).
 */
export function absenceOfDay(
  events: Events,
  ofDay: HoursOfDay,
): { readonly hours?: readonly number[] } | undefined {
  if (ofDay.mode === 'daily') return dayState(events).absent ? {} : undefined;
  const moves = movesOf(events);
  const isUntold = (hour: number) => {
    const bell = ofDay.bells.find((each) => each.hour === hour);
    return !bell || moves.length === 0 || hourPresence(moves, bell).inAtStart;
  };
  const hours = events.flatMap(({ kind, hour }) => (kind === 'absent' && isUntold(hour) ? [hour] : []));
  return hours.length > 0 ? { hours: [...new Set(hours)].toSorted((a, b) => a - b) } : undefined;
}

/** Whether a pupil is away on a day, as far as is known at a minute of it: by the day for all of it, by the hour in the hour that goes on. */
export function isAbsentAt(events: Events, ofDay: HoursOfDay, time: LocalTime): boolean {
  if (ofDay.mode === 'daily') return dayState(events).absent;
  const bell = hourAt(ofDay.bells, time);
  return bell !== undefined && pupilInHour(events, ofDay, bell).mark === 'absent';
}

/**
 * Whether a pupil is ticked as absent beforehand when an hour is called that says nothing of them yet: whoever was not there when the
 * hour before it ended, where absences are called by the hour (D102). It is a proposal; who calls the roll says what stands.
 */
export function isProposedAbsent(events: Events, ofDay: HoursOfDay, hour: LessonHour): boolean {
  if (ofDay.mode === 'daily' || events.some((event) => event.hour === hour.hour)) return false;
  const before = ofDay.bells.findLast((bell) => bell.hour < hour.hour);
  return before !== undefined && !pupilInHour(events, ofDay, before).inAtEnd;
}
