import type { AttendanceMode } from '../school-year/record.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { pupilInHour } from './pupil-in-hour.ts';
import type { HoursOfDay } from './prepared-marks.ts';
import type { AttendanceEvent } from './record.ts';

type Events = readonly AttendanceEvent[];

/** What a school year calls absences by that has not chosen (D102). */
export const DEFAULT_MODE: AttendanceMode = 'daily';

/**
 * The hours of a day in which a pupil is absent. They make the one thing of the day that is justified: it is there with the first absent
 * hour and gone with the last (D102).
 */
export function absentHours(events: Events, ofDay: HoursOfDay): readonly number[] {
  return ofDay.bells
    .filter((bell) => pupilInHour(events, ofDay, bell).mark === 'absent')
    .map(({ hour }) => hour);
}

/** Whether a change of a day adds an hour of absence: what was justified of the day has to be justified anew (D102). */
export function addsAbsentHour(before: Events, after: Events, ofDay: HoursOfDay): boolean {
  const known = new Set(absentHours(before, ofDay));
  return absentHours(after, ofDay).some((hour) => !known.has(hour));
}

/**
 * Whether a pupil is ticked as absent beforehand when an hour is called that says nothing of them yet: whoever was not there when the
 * hour before it ended (D102). It is a proposal; who calls the roll says what stands.
 */
export function isProposedAbsent(events: Events, ofDay: HoursOfDay, hour: LessonHour): boolean {
  if (events.some((event) => event.hour === hour.hour)) return false;
  const before = ofDay.bells.findLast((bell) => bell.hour < hour.hour);
  return before !== undefined && !pupilInHour(events, ofDay, before).inAtEnd;
}
