import type { Instant, LocalTime, PersonId } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { sortEvents } from './attendance-state.ts';
import { hourPresence, movesOf } from './hour-presence.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';

/** What a teacher can mark for a pupil during an hour: one letter each in the roll call. */
export type RollCallMark =
  | { readonly kind: 'present' }
  /** Not here in this hour; `wholeDay` says that the pupil was at school in no hour, whatever was marked before. */
  | { readonly kind: 'absent'; readonly wholeDay?: boolean }
  | { readonly kind: 'late'; readonly time: LocalTime }
  | { readonly kind: 'exit'; readonly time: LocalTime }
  | { readonly kind: 'outOfClass' };

/** Who marks, in which lesson hour (with its clock times), when. */
export interface MarkedBy {
  readonly hour: number;
  readonly start: LocalTime;
  readonly end: LocalTime;
  readonly by: PersonId;
  readonly at: Instant;
  /** The hour is the first of the day: whoever comes before its bell is present, and has not come late. */
  readonly isFirst?: boolean;
  /** End of the last earlier hour in which the roll was called and the pupil was there: what no event says, a called roll does. */
  readonly presentUntil?: LocalTime;
  /** The later hours, in their order, in which somebody looked, and whether the pupil was there when they began. */
  readonly later?: readonly FoundHour[];
}

/** An hour of the day in which somebody looked for a pupil: by a roll that was called, or by a mark made in it. */
export interface FoundHour {
  readonly bell: LessonHour;
  /** The pupil was there when it began. */
  readonly isThere: boolean;
}

type Events = readonly AttendanceEvent[];

/**
 * The events of a pupil's day after a mark. Marking is idempotent. It takes back what was marked in this hour, and what others foresaw
 * for it; it never takes back or rewrites what a colleague marked in another hour (ADR 0011).
 *
 * Whoever is here although marked absent, or gone, before has come in: an entry at the start of this hour follows. Whoever is absent
 * now and was here before has gone: an exit at the start of this hour follows. Only `absent` with `wholeDay` clears the day.
 *
 * What a later hour has found holds on, though it stood on a mark of this hour alone: who was there then comes back at its start, and
 * who was not has gone by then (D8).
 */
export function markPupil(events: Events, mark: RollCallMark, marked: MarkedBy): Events {
  switch (mark.kind) {
    case 'present':
      return asFoundLater(seen(events, marked), marked);
    case 'outOfClass':
      return asFoundLater(outOfClass(events, marked), marked);
    case 'late':
      return asFoundLater(late(events, mark.time, marked), marked);
    case 'exit':
      return asFoundLater(gone(events, mark.time, marked), marked);
    case 'absent':
      if (mark.wholeDay === true) return [ofHour('absent', marked)];
      return asFoundLater(absent(events, marked), marked);
  }
}

/**
 * The events in their order, with what later hours have found: the going of somebody who is here now, and whom a later hour has not
 * found, and the coming back of somebody who has gone, and whom a later hour has found.
 */
function asFoundLater(events: Events, marked: MarkedBy): Events {
  let found = events;
  for (const { bell, isThere } of marked.later ?? []) {
    if (hourPresence(found, bell).inAtStart === isThere) continue;
    found = isThere ? [...found, moveAt('entry', bell.start, marked)] : goneBy(found, bell, marked);
  }
  return sortEvents(found);
}

/**
 * With an exit at the start of an hour that has not found the pupil. Who was to come as that hour began has not come: a going in the same
 * minute would say that the pupil had been there before it.
 */
function goneBy(events: Events, bell: LessonHour, marked: MarkedBy): Events {
  const come = events.filter(
    ({ kind, time, hour }) => !(kind === 'entry' && time === bell.start && hour === marked.hour),
  );
  return hourPresence(come, bell).inAtStart ? [...come, moveAt('exit', bell.start, marked)] : come;
}

/** Here for the whole hour. */
function seen(events: Events, marked: MarkedBy): Events {
  const { start, end } = marked;
  const others = withoutOwn(events, marked);
  // What was marked in this hour for a time outside it does not contradict it: an exit to come, the entry at its start.
  const own = ownOf(events, marked).filter(
    (event) =>
      (event.kind === 'exit' && timeOf(event) >= end) || (event.kind === 'entry' && timeOf(event) <= start),
  );
  const kept = withoutForecast([...others.filter((event) => !isInside(event, marked)), ...own], marked);
  const isHere = isInAtStart(others, marked) || own.some(({ kind }) => kind === 'entry');
  if (!isHere) return [...kept, moveAt('entry', start, marked)];
  // The next event is a coming, and nothing says when the pupil had gone: not before the end of this hour.
  return hourPresence(kept, marked).inAtStart ? kept : [...kept, moveAt('exit', end, marked)];
}

/** Whether the pupil was there when the hour began: by the events, or by an earlier roll where no event tells what came after it. */
function isInAtStart(others: Events, marked: MarkedBy): boolean {
  const isSeen = marked.presentUntil !== undefined && !others.some((event) => testifiesBefore(event, marked));
  return isSeen || hourPresence(others, marked).inAtStart;
}

/** Present elsewhere. Whoever came, or came back, in this hour has come all the same. */
function outOfClass(events: Events, marked: MarkedBy): Events {
  const own = ownOf(events, marked);
  const hasCome = movesOf(own).findLast((event) => isInside(event, marked))?.kind === 'entry';
  const here = hasCome
    ? withoutForecast([...withoutOwn(events, marked), ...movesOf(own)], marked)
    : seen(events, marked);
  return [...here, ofHour('outOfClass', marked)];
}

function late(events: Events, time: LocalTime, marked: MarkedBy): Events {
  const others = withoutOwn(events, marked);
  // Whoever was here and comes as the hour begins has never been away: an entry would say the opposite of the hours before.
  const isNoComing = marked.presentUntil !== undefined && isInAtStart(others, marked);
  if ((time === marked.start && isNoComing) || (time <= marked.start && marked.isFirst === true))
    return seen(events, marked);
  const kept = [
    ...others.filter((event) => !(event.kind === 'entry' && isInside(event, marked))),
    ...withoutRivals(ownOf(events, marked), 'entry', time, marked),
  ];
  const next = [...withoutForecast(kept, marked), moveAt('entry', time, marked)];
  return needsExit(kept, time, marked) ? [...next, moveAt('exit', marked.start, marked)] : next;
}

/**
 * Whether a late entry must be preceded by an exit at the start of its hour: without one it would say that a pupil whom an earlier roll
 * has seen had not been there. An exit before the entry, marked now or earlier in this hour, says so already.
 *
 * @param events the day without the entry, and without what it corrects
 */
function needsExit(events: Events, time: LocalTime, marked: MarkedBy): boolean {
  const { presentUntil, start } = marked;
  if (presentUntil === undefined || start >= time) return false;
  const others = withoutOwn(events, marked);
  const isSaid =
    movesOf(others).some((event) => event.time <= start) ||
    ownOf(events, marked).some((event) => event.kind === 'exit' && timeOf(event) <= time);
  return !isSaid && isInAtStart(others, marked);
}

function gone(events: Events, time: LocalTime, marked: MarkedBy): Events {
  const { start } = marked;
  const others = withoutOwn(events, marked);
  const own = ownOf(events, marked);
  const kept = [
    ...others.filter((event) => !isInside(event, marked) || (event.kind === 'entry' && timeOf(event) < time)),
    // Gone is gone: what this hour said of later is corrected by it, the exit after a coming back included.
    ...withoutRivals(own, 'exit', time, marked).filter((event) => timeOf(event) <= time),
    ...own.filter((event) => event.kind === 'outOfClass' && time > start),
  ];
  // A coming that was foreseen in an earlier hour falls away: whether the pupil comes back is looked for in what stays.
  const staying = withoutForecast(kept, marked);
  const next = [...staying, moveAt('exit', time, marked), ...back(staying, time, marked)];
  const hasCome = movesOf(kept).some((event) => event.kind === 'entry' && isInside(event, marked));
  const isHere = hasCome || isInAtStart(others, marked) || hourPresence(kept, marked).inAtStart;
  return isHere || time <= start ? next : [...next, moveAt('entry', start, marked)];
}

function absent(events: Events, marked: MarkedBy): Events {
  const { start, presentUntil } = marked;
  const others = withoutOwn(events, marked).filter((event) => !isInside(event, marked));
  const { inAtStart } = hourPresence(others, marked);
  const isKnown = others.some((event) => testifiesBefore(event, marked));
  if (!inAtStart && isKnown) return [...others, ...back(others, start, marked)];
  const wasHere = isKnown || presentUntil !== undefined;
  const next = [...others, ...back(others, start, marked)];
  if (wasHere) return [...next, moveAt('exit', start, marked)];
  // Nobody is absent and seen by marks of one hour: the coming that a later roll has found says alone that there was nobody before it.
  const isSaid = presentIn(marked) !== undefined && !hourPresence(next, marked).inAtStart;
  return isSaid ? next : [...next, ofHour('absent', marked)];
}

/** The coming back of somebody who is not here now, and whom a roll called later in the day has found. */
function back(events: Events, away: LocalTime, marked: MarkedBy): Events {
  const found = presentIn(marked);
  if (!found) return [];
  const isSaid = movesOf(events).some(({ time }) => time > away && time <= found.start);
  return isSaid ? [] : [moveAt('entry', found.start, marked)];
}

/** The first later hour that has found the pupil. */
function presentIn({ later = [] }: MarkedBy): LessonHour | undefined {
  return later.find(({ isThere }) => isThere)?.bell;
}

/** Whether an event tells where the pupil was before this hour. */
function testifiesBefore(event: AttendanceEvent, { hour, start }: MarkedBy): boolean {
  return event.time === undefined ? event.hour < hour : event.time <= start;
}

function ownOf(events: Events, { hour }: MarkedBy): Events {
  return events.filter((event) => event.hour === hour);
}

/** Own entries and exits without those that a new one corrects: of the same kind, with nothing of the other kind between them. */
function withoutRivals(own: Events, kind: 'entry' | 'exit', time: LocalTime, { at }: MarkedBy): Events {
  const moves = withoutTakenBack(movesOf(own), kind, time, at);
  const before = moves.findLast((event) => event.time <= time);
  const after = moves.find((event) => event.time > time);
  return moves.filter((event) => event.kind !== kind || (event !== before && event !== after));
}

/**
 * Somebody may go and be back, or come and go, in one minute: then both were typed, and both stand, in the order of their marks. Whatever
 * the minute says already is said again: what came after it in this minute is taken back.
 */
function withoutTakenBack(
  moves: ReturnType<typeof movesOf>,
  kind: 'entry' | 'exit',
  time: LocalTime,
  at: Instant,
): ReturnType<typeof movesOf> {
  const same = moves.find((event) => event.time === time && event.kind === kind);
  return moves.filter((event) => {
    if (event.time !== time) return true;
    if (event.kind === kind) return false;
    return same ? moves.indexOf(event) < moves.indexOf(same) : event.kind === 'exit' || event.at < at;
  });
}

function withoutOwn(events: Events, { hour }: MarkedBy): Events {
  return events.filter((event) => event.hour !== hour);
}

/** Entries foreseen in an earlier hour for a time after this one: somebody who is seen before has come, and comes no second time. */
function withoutForecast(events: Events, { hour, start, end }: MarkedBy): Events {
  const leaves = movesOf(events).find((event) => event.kind === 'exit' && event.time > start);
  return events.filter(
    (event) =>
      !(
        event.kind === 'entry' &&
        event.hour < hour &&
        timeOf(event) >= end &&
        (!leaves || timeOf(event) < leaves.time)
      ),
  );
}

function isInside(event: AttendanceEvent, { start, end }: MarkedBy): boolean {
  return event.time !== undefined && event.time > start && event.time < end;
}

function ofHour(kind: 'absent' | 'outOfClass', { hour, by, at }: MarkedBy): AttendanceEvent {
  return { kind, hour, by, at };
}

function moveAt(kind: 'entry' | 'exit', time: LocalTime, { hour, by, at }: MarkedBy): AttendanceEvent {
  return { kind, time, hour, by, at };
}

function timeOf(event: AttendanceEvent): string {
  return event.time ?? '';
}
