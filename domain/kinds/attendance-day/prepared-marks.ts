import type { LocalDate } from '../../base/ids.ts';
import type { NoAbsence } from './no-absence.ts';
import type { AttendanceEvent } from './record.ts';
import type { AttendanceMode } from '../school-year/record.ts';
import { hasBegun } from '../../school/before-its-time.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';

type Events = readonly AttendanceEvent[];

/** The lesson hours of a pupil's day: by them it is known which marks were made before their hour began, and what of them was no absence. */
export interface HoursOfDay extends NoAbsence {
  readonly day: LocalDate;
  readonly bells: readonly LessonHour[];
  /** How absences are called in the school year (D102). Whoever asks about a day says it: forgotten, each hour would be read as the day. */
  readonly mode: AttendanceMode;
}

/** Whether a mark without a time was made before its hour began (D19): it says what its author means to find there, and nothing else. */
export function isPrepared({ hour, time, at }: AttendanceEvent, { day, bells }: HoursOfDay): boolean {
  const bell = bells.find((candidate) => candidate.hour === hour);
  return time === undefined && bell !== undefined && !hasBegun({ day, start: bell.start }, at);
}

/** Whether an event speaks of its own hour alone: an absence, where absences are called hour by hour (D102). */
export function isOfItsHour({ kind }: AttendanceEvent, { mode }: Pick<HoursOfDay, 'mode'>): boolean {
  return mode === 'hourly' && kind === 'absent';
}

/**
 * The events of a day that may speak of an hour. What was prepared for a later one says nothing of it: its author has seen nobody in this
 * hour, neither missing nor there. Where absences are called hour by hour each stands for its own hour (D102).
 */
export function speakingOf(events: Events, ofDay: HoursOfDay, { hour }: LessonHour): Events {
  const isOfOther = (event: AttendanceEvent) => event.hour !== hour && isOfItsHour(event, ofDay);
  return events.filter((event) => !isOfOther(event) && (event.hour <= hour || !isPrepared(event, ofDay)));
}
