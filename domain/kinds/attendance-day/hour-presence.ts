import type { LocalTime } from '../../base/ids.ts';
import { timeToMinutes } from '../../base/local-date.ts';
import { minutesIn, type MinuteSpan } from '../../school/minute-span.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import type { AttendanceEvent } from './record.ts';

/** One letter for a pupil in one hour: present, absent, late, early exit, out of class (D22: shown with a legend). */
export type HourMark = 'present' | 'absent' | 'late' | 'exited' | 'outOfClass';

/** How a pupil stands in one lesson hour. */
export interface HourPresence {
  readonly mark: HourMark;
  /** Clock time that the mark is about: of the entry when late, of the exit when gone. */
  readonly time?: LocalTime;
  /** What else happened in the hour: who came late and left again was late too, and counts there. */
  readonly also: readonly HourMark[];
  /** Whether the pupil is at school when the hour begins, and when it ends. */
  readonly inAtStart: boolean;
  readonly inAtEnd: boolean;
  /** When in the hour the pupil was not at school, and how many minutes that makes. */
  readonly missed: readonly MinuteSpan[];
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
  const inside = movesInside(moves, hour);
  const isOut = events.some((event) => event.kind === 'outOfClass' && event.hour === hour.hour);
  if (inside.length > 0) {
    const { missed, inAtEnd } = missedInside(inside, hour);
    const last = inside.at(-1);
    const inAtStart = inside[0]?.kind === 'exit';
    const hasLeft = last?.kind === 'exit';
    const mark = isOut && !hasLeft ? 'outOfClass' : hasLeft ? 'exited' : 'late';
    const also = marksInside(inside, isOut).filter((each) => each !== mark);
    const time = mark === 'outOfClass' ? undefined : last?.time;
    const missedMinutes = minutesIn(missed);
    return { mark, ...(time === undefined ? {} : { time }), also, inAtStart, inAtEnd, missed, missedMinutes };
  }
  const whole = (mark: HourMark, time?: LocalTime): HourPresence => {
    const isIn = mark === 'present' || mark === 'outOfClass';
    const missed = isIn ? [] : [{ from: timeToMinutes(hour.start), to: timeToMinutes(hour.end) }];
    const rest = { also: [], inAtStart: isIn, inAtEnd: isIn, missed, missedMinutes: minutesIn(missed) };
    return { mark, ...(time === undefined ? {} : { time }), ...rest };
  };
  const said = decidingEvent(events, hour);
  if (!said) return whole('present');
  const { kind, time } = said;
  if (isSaidAfter(said, hour)) return whole(kind === 'absent' || kind === 'entry' ? 'absent' : 'present');
  if (kind === 'exit') return whole('exited', time);
  if (kind === 'absent') return whole('absent');
  return whole(isOut ? 'outOfClass' : 'present');
}

/**
 * The event that gives a pupil's mark in one hour: its author is who marked the pupil there. Undefined where the hour is a presence of
 * which no event tells. The order is that of {@link hourPresence}.
 */
export function decidingEvent(events: Events, hour: LessonHour): AttendanceEvent | undefined {
  const moves = movesOf(events);
  const own = (kind: AttendanceEvent['kind']) =>
    events.find((event) => event.kind === kind && event.hour === hour.hour);
  const inside = moves.findLast(({ time }) => time > hour.start && time < hour.end);
  if (inside) return inside.kind === 'exit' ? inside : (own('outOfClass') ?? inside);
  return (
    own('absent') ??
    own('outOfClass') ??
    latest(
      moves.findLast(({ time }) => time <= hour.start),
      events.filter((event) => event.time === undefined && event.hour < hour.hour),
    ) ??
    earliest(
      moves.find(({ time }) => time >= hour.end),
      events.filter((event) => event.time === undefined && event.hour > hour.hour),
    )
  );
}

function isSaidAfter({ time, hour: ofHour }: AttendanceEvent, { hour, end }: LessonHour): boolean {
  return time === undefined ? ofHour > hour : time >= end;
}

/** Whether a pupil is at school at a time of a lesson hour, or after it and before the next one: for lists that are read at that very minute. */
export function isAtSchool(events: Events, hour: LessonHour, time: LocalTime): boolean {
  const { inAtStart, inAtEnd } = hourPresence(events, hour);
  const inside = movesInside(movesOf(events), hour);
  if (time >= hour.end) {
    const since = movesOf(events).findLast((move) => move.time >= hour.end && move.time <= time);
    return since ? since.kind === 'entry' : inAtEnd;
  }
  const last = inside.findLast((move) => move.time <= time);
  return last ? last.kind === 'entry' : inAtStart;
}

/** Whether two lists of a day's events say the same of one hour: how a pupil stood, what was missed, and each coming and going in it. */
export function saySameOfHour(one: Events, other: Events, hour: LessonHour): boolean {
  // Asked of every hour of every day that arrives: nothing is written out to be compared.
  const [was, is] = [hourPresence(one, hour), hourPresence(other, hour)];
  return (
    was.mark === is.mark &&
    was.missedMinutes === is.missedMinutes &&
    sameList(was.also, is.also, (a, b) => a === b) &&
    sameList(
      movesInside(movesOf(one), hour),
      movesInside(movesOf(other), hour),
      (a, b) => a.kind === b.kind && a.time === b.time,
    )
  );
}

function sameList<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => {
      const beside = other[index];
      return beside !== undefined && same(item, beside);
    })
  );
}

/** The hour that a minute of the day belongs to: the one that has begun last; before the first bell, the first. */
export function hourAt<Hour extends LessonHour>(hours: readonly Hour[], time: LocalTime): Hour | undefined {
  const inOrder = hours.toSorted((a, b) => a.start.localeCompare(b.start));
  return inOrder.findLast(({ start }) => start <= time) ?? inOrder[0];
}

/**
 * Entries and exits in the order in which they happened; of the same minute, the one marked in the earlier hour comes first, then the one
 * marked before. Of one moment, which no hand makes, the exit comes first.
 */
export function movesOf(events: Events): readonly Move[] {
  return events
    .filter((event): event is Move => event.time !== undefined)
    .toSorted(
      (a, b) =>
        a.time.localeCompare(b.time) ||
        a.hour - b.hour ||
        a.at.localeCompare(b.at) ||
        b.kind.localeCompare(a.kind),
    );
}

/** When somebody came to school, in order. */
export function entriesOf(events: Events): readonly LocalTime[] {
  return movesOf(events).flatMap(({ kind, time }) => (kind === 'entry' ? [time] : []));
}

/** Those that happened while the hour went on. */
function movesInside(moves: readonly Move[], { start, end }: LessonHour): readonly Move[] {
  return moves.filter(({ time }) => time > start && time < end);
}

/** All marks that an hour has in which somebody came or went, each once. */
function marksInside(inside: readonly Move[], isOut: boolean): readonly HourMark[] {
  const moved = inside.map(({ kind }) => (kind === 'exit' ? 'exited' : 'late'));
  return [...new Set<HourMark>([...moved, ...(isOut ? (['outOfClass'] as const) : [])])];
}

function missedInside(inside: readonly Move[], hour: LessonHour): Pick<HourPresence, 'missed' | 'inAtEnd'> {
  let since = timeToMinutes(hour.start);
  let isIn = inside[0]?.kind === 'exit';
  const missed: MinuteSpan[] = [];
  for (const { kind, time } of inside) {
    const now = timeToMinutes(time);
    if (!isIn && now > since) missed.push({ from: since, to: now });
    since = now;
    isIn = kind === 'entry';
  }
  if (!isIn) missed.push({ from: since, to: timeToMinutes(hour.end) });
  return { missed, inAtEnd: isIn };
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
