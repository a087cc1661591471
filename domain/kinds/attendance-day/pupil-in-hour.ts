import type { LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import {
  decidingEvent,
  hourPresence,
  movesOf,
  saySameOfHour,
  type HourMark,
  type HourPresence,
} from './hour-presence.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { withoutAbsence } from './no-absence.ts';
import { speakingOf, type HoursOfDay } from './prepared-marks.ts';

type Events = readonly AttendanceEvent[];

/** How a pupil stands in one hour, as every page says and counts it. */
export interface PupilInHour extends HourPresence {
  /** The pupil had been at school before, and came back at the time of the mark: present, and not late (D9). */
  readonly isReturn?: true;
}

/**
 * How a pupil stands in one hour of a day. The row, the counts, the card of the hour, the office and the printed list all ask this, so
 * that one pupil bears one mark in an hour wherever it is read.
 */
export function pupilInHour(events: Events, ofDay: HoursOfDay, hour: LessonHour): PupilInHour {
  const said = speakingOf(events, ofDay, hour);
  const presence = withoutAbsence(hourPresence(said, hour), hour, ofDay);
  const coming = lateComing(said, hour);
  const isReturn = presence.mark === 'late' && coming !== presence.time;
  // Who comes late and then comes back in the same hour counts as late for the first coming alone.
  const others = presence.also.filter((mark) => mark !== 'late');
  const also: readonly HourMark[] =
    coming !== undefined && (isReturn || presence.mark !== 'late') ? ['late', ...others] : others;
  return isReturn ? { ...presence, mark: 'present', also, isReturn } : { ...presence, also };
}

/**
 * When somebody came late to an hour: the arrival of the day, or the coming of somebody who was in the hour before and not there when this
 * one began, of which the exit at its start tells. Whoever comes after another exit is back.
 */
function lateComing(events: Events, { hour, start, end }: LessonHour): LocalTime | undefined {
  const moves = movesOf(events);
  const index = moves.findIndex(({ time }) => time > start && time < end);
  const [before, first] = [moves[index - 1], moves[index]];
  const isLate = !before || (before.kind === 'exit' && before.hour === hour && before.time === start);
  return first?.kind === 'entry' && isLate ? first.time : undefined;
}

/**
 * The event whose author is named beside the mark of an hour. Nobody is named for a presence of which only another hour tells that it
 * leaves, or was elsewhere, later: there nobody has marked this pupil.
 */
export function whoMarked(events: Events, ofDay: HoursOfDay, hour: LessonHour): AttendanceEvent | undefined {
  const said = speakingOf(events, ofDay, hour);
  const event = decidingEvent(said, hour);
  const isPresence = hourPresence(said, hour).mark === 'present';
  return isPresence && event?.hour !== hour.hour && event?.kind !== 'entry' ? undefined : event;
}

/** Whether a pupil was at school in no hour of the day, and somebody has said so. */
export function isAbsentAllDay(events: Events, ofDay: HoursOfDay): boolean {
  if (events.length === 0) return false;
  return ofDay.bells.every((bell) => pupilInHour(events, ofDay, bell).mark === 'absent');
}

/** Whether two lists of a day's events say the same of one hour, as {@link saySameOfHour}. */
export function saySameInHour(one: Events, other: Events, ofDay: HoursOfDay, hour: LessonHour): boolean {
  return saySameOfHour(speakingOf(one, ofDay, hour), speakingOf(other, ofDay, hour), hour);
}

/**
 * The events of a day that are told as comings and goings. "Present" marked for somebody of whom another hour says the contrary is kept
 * as an entry at the beginning of its hour; where nobody had been away, at the first bell above all, it was no coming (A3).
 */
export function toldEvents(events: Events, bells: readonly LessonHour[]): Events {
  const moves = movesOf(events);
  const dropped = moves.filter((event, index) => {
    const { kind, time, hour } = event;
    if (kind !== 'entry') return false;
    const before = moves[index - 1];
    const wasAway = events.some(
      (other) => other.kind === 'absent' && other.hour < hour && (!before || other.hour > before.hour),
    );
    if (!before) return !wasAway && bells[0] !== undefined && time <= bells[0].start;
    const isAtStart = bells.some((bell) => bell.hour === hour && bell.start === time);
    return isAtStart && !wasAway && before.kind === 'entry';
  });
  return events.filter((event) => !dropped.some((other) => other === event));
}
