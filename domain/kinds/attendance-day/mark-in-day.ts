import type { AttendanceEvent } from './record.ts';
import { sortEvents } from './attendance-state.ts';
import { hasBegun } from '../../school/before-its-time.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { hourPresence, type HourPresence } from './hour-presence.ts';
import { isOfItsHour, isPrepared, speakingOf, type HoursOfDay } from './prepared-marks.ts';
import { markPupil, type MarkedBy, type RollCallMark } from './roll-call.ts';

type Events = readonly AttendanceEvent[];

/**
 * The events of a pupil's day after a mark, in an hour that runs, is over, or is to come.
 *
 * In an hour to come a mark without a time is prepared (D19): it stands in its own hour, writes neither an entry nor an exit, and leaves
 * what was marked elsewhere. What colleagues have prepared for later hours stays, and decides nothing here. Nor does the absence of another
 * hour where absences are called hour by hour (D102): whoever comes or goes in this one has been there all the same.
 */
export function markInDay(events: Events, mark: RollCallMark, marked: MarkedBy, ofDay: HoursOfDay): Events {
  const inOwnHour = ofDay.mode === 'hourly' ? markOfHour(events, mark, marked, ofDay) : undefined;
  if (inOwnHour) return sortEvents(inOwnHour);
  // Absent all day is said on purpose, of every hour.
  if (mark.kind === 'absent' && mark.wholeDay === true) return markPupil(events, mark, marked);
  const aside = events.filter(
    (event) =>
      (event.hour > marked.hour && isPrepared(event, ofDay)) ||
      (event.hour !== marked.hour && isOfItsHour(event, ofDay)),
  );
  const others = events.filter((event) => !aside.includes(event));
  return sortEvents([...markedAmong(others, mark, withoutHeld(marked, aside), ofDay), ...aside]);
}

/**
 * An absence, or its taking back, where absences are called hour by hour (D102): it stands in its own hour, and says of no other hour that
 * somebody has gone or come. Undefined for what the day is marked with in both modes: whoever comes or goes, whom another hour has seen
 * coming or going in this one, and what has to be written down for another hour, which stood on what this one said before.
 */
function markOfHour(
  events: Events,
  mark: RollCallMark,
  marked: MarkedBy,
  ofDay: HoursOfDay,
): Events | undefined {
  const { hour, start, end, by, at } = marked;
  const absentIn = (number: number): AttendanceEvent => ({ kind: 'absent', hour: number, by, at });
  const others = events.filter((event) => event.hour !== hour);
  if (mark.kind === 'absent' && mark.wholeDay === true) return ofDay.bells.map((bell) => absentIn(bell.hour));
  const isMoving = others.some(({ time }) => time !== undefined && time > start && time < end);
  if (isMoving) return undefined;
  const next = mark.kind === 'absent' ? [...others, absentIn(hour)] : others;
  const isHere = presenceIn(others, marked, ofDay).inAtStart;
  const isOfHour = mark.kind === 'absent' || (mark.kind === 'present' && isHere);
  return isOfHour && isAsFound(next, events, marked, ofDay) ? next : undefined;
}

/** Whether events say of the other hours what these have found. */
function isAsFound(
  next: Events,
  events: Events,
  { presentUntil, later = [] }: MarkedBy,
  ofDay: HoursOfDay,
): boolean {
  const missed = (of: Events, bell: LessonHour) => presenceIn(of, bell, ofDay).missedMinutes;
  const before = ofDay.bells.find(({ end }) => end === presentUntil);
  return (
    (!before || missed(next, before) === missed(events, before)) &&
    later.every(({ bell, isThere }) => presenceIn(next, bell, ofDay).inAtStart === isThere)
  );
}

function presenceIn(events: Events, bell: LessonHour, ofDay: HoursOfDay): HourPresence {
  return hourPresence(speakingOf(events, ofDay, bell), bell);
}

function markedAmong(events: Events, mark: RollCallMark, marked: MarkedBy, ofDay: HoursOfDay): Events {
  const { hour, start, at, by } = marked;
  const isTimed = mark.kind === 'late' || mark.kind === 'exit';
  const isAhead = !hasBegun({ day: ofDay.day, start }, at);
  if (isTimed || !isAhead) {
    const isSaid = events.some(
      (event) => event.kind === 'absent' && event.hour === hour && isPrepared(event, ofDay),
    );
    // Confirmed or not, it stays what it was: to make an exit of it, its hour has to say so.
    return isSaid && mark.kind === 'absent' ? events : markPupil(events, mark, marked);
  }
  const others = events.filter((event) => event.hour !== hour);
  return mark.kind === 'present' ? others : [...others, { kind: mark.kind, hour, by, at }];
}

/** An absence that was prepared for a later hour, or stands for that hour alone, holds by itself: nobody has to have gone for it. */
function withoutHeld(marked: MarkedBy, aside: Events): MarkedBy {
  const { later = [], ...rest } = marked;
  const isHeld = (number: number) => aside.some(({ kind, hour }) => kind === 'absent' && hour === number);
  return { ...rest, later: later.filter(({ bell, isThere }) => isThere || !isHeld(bell.hour)) };
}
