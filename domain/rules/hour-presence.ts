import type { LocalTime } from '../base/ids.ts';
import { timeToMinutes } from '../base/local-date.ts';
import type { AttendanceEvent } from '../records/attendance-day.ts';

/** One letter for a pupil in one hour: present, absent, late, early exit, out of class (D22: shown with a legend). */
export type HourMark = 'present' | 'absent' | 'late' | 'exited' | 'outOfClass';

/** A lesson hour with its number and its clock times. */
export interface LessonHour {
  readonly hour: number;
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** How a pupil stands in one lesson hour. */
export interface HourPresence {
  readonly mark: HourMark;
  /** Clock time that the mark is about: of the entry when late, of the exit when gone. */
  readonly time?: LocalTime;
  /** Whether the pupil is at school when the hour begins, and when it ends. */
  readonly inAtStart: boolean;
  readonly inAtEnd: boolean;
  /** Minutes of the hour that the pupil was not at school. */
  readonly missedMinutes: number;
}

type Events = readonly AttendanceEvent[];
/** An entry or an exit. */
type Move = AttendanceEvent & { readonly time: LocalTime };

/**
 * How a pupil stands in one hour, from all events of the day (D8: any number of them, in any order).
 *
 * What happened inside the hour speaks first: who enters in it was not there before, who leaves it was, out of class or not. Then what was marked in the hour
 * itself. Otherwise the last event before the hour holds on; without one the next event tells what was before it: an absence or an
 * entry says "not yet come", an exit "here". A day without events was a presence.
 */
export function hourPresence(events: Events, hour: LessonHour): HourPresence {
  const moves = movesOf(events);
  const inside = moves.filter(({ time }) => time > hour.start && time < hour.end);
  const isOut = events.some((event) => event.kind === 'outOfClass' && event.hour === hour.hour);
  if (inside.length > 0) {
    const { missedMinutes, inAtEnd } = missedInside(inside, hour);
    const last = inside.at(-1);
    const inAtStart = inside[0]?.kind === 'exit';
    const hasLeft = last?.kind === 'exit';
    if (!last || (isOut && !hasLeft)) return { mark: 'outOfClass', inAtStart, inAtEnd, missedMinutes };
    const mark = hasLeft ? 'exited' : 'late';
    return { mark, time: last.time, inAtStart, inAtEnd, missedMinutes };
  }
  const length = timeToMinutes(hour.end) - timeToMinutes(hour.start);
  const whole = (mark: HourMark, time?: LocalTime): HourPresence => {
    const isIn = mark === 'present' || mark === 'outOfClass';
    const rest = { inAtStart: isIn, inAtEnd: isIn, missedMinutes: isIn ? 0 : length };
    return { mark, ...(time === undefined ? {} : { time }), ...rest };
  };
  if (events.some((event) => event.kind === 'absent' && event.hour === hour.hour)) return whole('absent');
  if (isOut) return whole('outOfClass');
  const before = latest(
    moves.findLast(({ time }) => time <= hour.start),
    events.filter((event) => event.time === undefined && event.hour < hour.hour),
  );
  if (before) {
    if (before.kind === 'exit') return whole('exited', before.time);
    return whole(before.kind === 'absent' ? 'absent' : 'present');
  }
  const next = earliest(
    moves.find(({ time }) => time >= hour.end),
    events.filter((event) => event.time === undefined && event.hour > hour.hour),
  );
  return whole(next?.kind === 'absent' || next?.kind === 'entry' ? 'absent' : 'present');
}

/** Whether a pupil is at school at a time of a lesson hour: for lists that are read at that very minute. */
export function isAtSchool(events: Events, hour: LessonHour, time: LocalTime): boolean {
  const { inAtStart, inAtEnd } = hourPresence(events, hour);
  const inside = movesOf(events).filter((move) => move.time > hour.start && move.time < hour.end);
  if (time >= hour.end) return inAtEnd;
  const last = inside.findLast((move) => move.time <= time);
  return last ? last.kind === 'entry' : inAtStart;
}

/** Entries and exits in the order in which they happened; of the same minute, the one marked in the earlier hour comes first. */
export function movesOf(events: Events): readonly Move[] {
  return events
    .filter((event): event is Move => event.time !== undefined)
    .toSorted((a, b) => a.time.localeCompare(b.time) || a.hour - b.hour || a.at.localeCompare(b.at));
}

function missedInside(
  inside: readonly Move[],
  hour: LessonHour,
): Pick<HourPresence, 'missedMinutes' | 'inAtEnd'> {
  let since = timeToMinutes(hour.start);
  let isIn = inside[0]?.kind === 'exit';
  let missedMinutes = 0;
  for (const { kind, time } of inside) {
    const now = timeToMinutes(time);
    if (!isIn) missedMinutes += now - since;
    since = now;
    isIn = kind === 'entry';
  }
  if (!isIn) missedMinutes += timeToMinutes(hour.end) - since;
  return { missedMinutes, inAtEnd: isIn };
}

/** Of the last entry or exit and the last mark without a time, the one of the later hour; an entry ends the absence of its own hour. */
function latest(move: Move | undefined, untimed: Events): AttendanceEvent | undefined {
  const mark = untimed.toSorted((a, b) => a.hour - b.hour).at(-1);
  if (!move || !mark) return move ?? mark;
  return move.hour >= mark.hour ? move : mark;
}

function earliest(move: Move | undefined, untimed: Events): AttendanceEvent | undefined {
  const mark = untimed.toSorted((a, b) => a.hour - b.hour)[0];
  if (!move || !mark) return move ?? mark;
  return move.hour <= mark.hour ? move : mark;
}
