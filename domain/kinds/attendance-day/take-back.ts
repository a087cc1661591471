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
 * The events of a day without one mark, and with what that mark had taken away: what anybody has marked since stays. Undefined where
 * nothing can be taken back, because what the mark brought stands no more, or a colleague has gone on from it in its hour.
 */
export function takenBack(
  current: Events,
  { before, after }: MadeMark,
  { by, hour }: Pick<MarkedBy, 'by' | 'hour'>,
): Events | undefined {
  const brought = without(after, before);
  const taken = without(before, after);
  if (without(brought, ofPerson(current, by)).length > 0) return undefined;
  const since = without(current, after).filter((event) => event.hour === hour && event.by !== by);
  if (taken.length > 0 && since.length > 0) return undefined;
  const rest = without(current, brought);
  return sortEvents([...rest, ...without(taken, rest)]);
}

function ofPerson(events: Events, person: MarkedBy['by']): Events {
  return events.filter(({ by }) => by === person);
}

/** Those of which the other list says nothing. */
function without(events: Events, others: Events): Events {
  return events.filter(
    (event) => !others.some((other) => equalJson(whatHappened(event), whatHappened(other))),
  );
}
