import type { Instant, LocalTime, PersonId } from '../base/ids.ts';
import type { AttendanceEvent } from '../records/attendance-day.ts';
import { sortEvents } from './attendance-state.ts';

/** What a teacher can mark for a pupil during an hour: one letter each in the roll call. */
export type RollCallMark =
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' }
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
}

type Events = readonly AttendanceEvent[];

/**
 * The events of a pupil's day after a mark: marking is idempotent, and takes back only what contradicts it in this hour.
 *
 * Whoever is here now although a colleague marked the absence in an earlier hour has come in since: the absence becomes a late entry at
 * the start of this hour, and the colleague's hours stay absent. A late entry before this hour and an exit after it are nobody's to
 * erase here. Absent clears everything else; a late entry keeps an exit that comes after it, an exit an entry that came before it.
 */
export function markPupil(events: Events, mark: RollCallMark, marked: MarkedBy): Events {
  const isOutNow = (event: AttendanceEvent) => event.kind === 'outOfClass' && event.hour === marked.hour;
  const { hour, by, at } = marked;
  const signed = { hour, by, at };
  switch (mark.kind) {
    case 'present':
      return arrived(events, marked).filter(
        (event) => !isOutNow(event) && !contradictsPresence(event, marked),
      );
    case 'absent':
      return [{ kind: 'absent', ...signed }];
    case 'late': {
      const kept = events.filter(
        (event) =>
          (event.kind === 'outOfClass' && !isOutNow(event)) ||
          (event.kind === 'exit' && timeOf(event) > mark.time),
      );
      return sortEvents([...kept, { kind: 'entry', time: mark.time, ...signed }]);
    }
    case 'exit': {
      const kept = arrived(events, marked).filter(
        (event) => event.kind === 'outOfClass' || (event.kind === 'entry' && timeOf(event) < mark.time),
      );
      return sortEvents([...kept, { kind: 'exit', time: mark.time, ...signed }]);
    }
    case 'outOfClass': {
      const kept = arrived(events, marked).filter(
        (event) => !isOutNow(event) && !contradictsPresence(event, marked),
      );
      return sortEvents([...kept, { kind: 'outOfClass', ...signed }]);
    }
  }
}

/** The day of somebody who is seen in this hour: an absence of this hour was a slip, one of an earlier hour ends here. */
function arrived(events: Events, { hour, start, by, at }: MarkedBy): Events {
  const absence = events.find((event) => event.kind === 'absent');
  if (!absence) return events;
  const others = events.filter((event) => event !== absence);
  return absence.hour < hour ? sortEvents([...others, { kind: 'entry', time: start, hour, by, at }]) : others;
}

/** A late entry during or after this hour, or an exit before its end, cannot be when the pupil is here for the whole of it. */
function contradictsPresence(event: AttendanceEvent, { start, end }: MarkedBy): boolean {
  if (event.kind === 'entry') return timeOf(event) > start;
  return event.kind === 'exit' && timeOf(event) < end;
}

function timeOf(event: AttendanceEvent): string {
  return event.time ?? '';
}
