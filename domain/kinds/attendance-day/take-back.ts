import { equalJson } from '../../base/canonical-json.ts';
import { sortEvents } from './attendance-state.ts';
import type { AttendanceEvent } from './record.ts';
import type { MarkedBy } from './roll-call.ts';

type Events = readonly AttendanceEvent[];

/** A mark in a pupil's day: the events before it, and those that it left. */
export interface MadeMark {
  readonly before: Events;
  readonly after: Events;
}

/** The same thing said again, by whomever, is nothing new; what has no time of its own belongs to an hour. */
export function whatHappened({ kind, time, hour }: AttendanceEvent): unknown {
  return { kind, time, hour: time === undefined ? hour : undefined };
}

/**
 * The events of a day without one mark, and with what that mark had taken away, as it was: what anybody has marked since stays. Undefined
 * where nothing can be taken back, because what the mark brought stands no more, or a colleague has gone on from it in its hour.
 */
export function takenBack(
  current: Events,
  { before, after }: MadeMark,
  { by, hour }: Pick<MarkedBy, 'by' | 'hour'>,
): Events | undefined {
  const taken = without(before, after, equalJson);
  // What its author has said again since is the same mark at another time; what a colleague says by now is theirs.
  const brought = without(after, before, equalJson).map(
    (event) =>
      current.find((other) => equalJson(event, other)) ??
      current.find((other) => other.by === by && isSameMark(event, other)),
  );
  if (brought.includes(undefined)) return undefined;
  const since = without(current, after, isSameMark);
  if (taken.length > 0 && since.some((event) => event.hour === hour && event.by !== by)) return undefined;
  const rest = current.filter((event) => !brought.includes(event));
  return sortEvents([...rest, ...without(taken, since, saysSame)]);
}

/** One person's word of one hour, whenever it was said. */
function isSameMark(one: AttendanceEvent, other: AttendanceEvent): boolean {
  return one.by === other.by && one.hour === other.hour && saysSame(one, other);
}

function saysSame(one: AttendanceEvent, other: AttendanceEvent): boolean {
  return equalJson(whatHappened(one), whatHappened(other));
}

/** Those of which the other list has none. */
function without(
  events: Events,
  others: Events,
  isSame: (one: AttendanceEvent, other: AttendanceEvent) => boolean,
): Events {
  return events.filter((event) => !others.some((other) => isSame(event, other)));
}
