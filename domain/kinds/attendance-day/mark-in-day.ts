import type { AttendanceEvent } from './record.ts';
import { sortEvents } from './attendance-state.ts';
import { hasBegun } from '../../school/before-its-time.ts';
import { hourPresence } from './hour-presence.ts';
import { isPrepared, speakingOf, type HoursOfDay } from './prepared-marks.ts';
import { markPupil, type MarkedBy, type RollCallMark } from './roll-call.ts';

type Events = readonly AttendanceEvent[];

/**
 * The events of a pupil's day after a mark, in an hour that runs, is over, or is to come.
 *
 * In an hour to come a mark without a time is prepared (D19): it stands in its own hour, writes neither an entry nor an exit, and leaves
 * what was marked elsewhere. What colleagues have prepared for later hours stays, and decides nothing here.
 */
export function markInDay(events: Events, mark: RollCallMark, marked: MarkedBy, ofDay: HoursOfDay): Events {
  const inOwnHour = ofDay.mode === 'hourly' ? markOfHour(events, mark, marked, ofDay) : undefined;
  if (inOwnHour) return sortEvents(inOwnHour);
  // Absent all day is said on purpose, of every hour.
  if (mark.kind === 'absent' && mark.wholeDay === true) return markPupil(events, mark, marked);
  const later = events.filter((event) => event.hour > marked.hour && isPrepared(event, ofDay));
  const others = events.filter((event) => !later.includes(event));
  return sortEvents([...markedAmong(others, mark, withoutHeld(marked, later), ofDay), ...later]);
}

/**
 * An absence, or its taking back, where absences are called hour by hour (D102): it stands in its own hour, and says of no other hour that
 * somebody has gone or come. Undefined for what the day is marked with in both modes: whoever comes or goes, and whom another hour has
 * seen coming or going in this one.
 */
function markOfHour(
  events: Events,
  mark: RollCallMark,
  { hour, start, end, by, at }: MarkedBy,
  ofDay: HoursOfDay,
): Events | undefined {
  const absentIn = (number: number): AttendanceEvent => ({ kind: 'absent', hour: number, by, at });
  const others = events.filter((event) => event.hour !== hour);
  if (mark.kind === 'absent' && mark.wholeDay === true) return ofDay.bells.map((bell) => absentIn(bell.hour));
  const isMoving = others.some(({ time }) => time !== undefined && time > start && time < end);
  if (isMoving) return undefined;
  if (mark.kind === 'absent') return [...others, absentIn(hour)];
  const bell = { hour, start, end };
  const isHere = hourPresence(speakingOf(others, ofDay, bell), bell).inAtStart;
  return mark.kind === 'present' && isHere ? others : undefined;
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

/** An absence that was prepared for a later hour holds by itself: nobody has to have gone for it. */
function withoutHeld(marked: MarkedBy, prepared: Events): MarkedBy {
  const { absentIn, ...rest } = marked;
  const isHeld = prepared.some(({ kind, hour }) => kind === 'absent' && hour === absentIn?.hour);
  return isHeld ? rest : marked;
}
