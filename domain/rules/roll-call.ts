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

/** Who marks, in which lesson hour, when. */
export interface MarkedBy {
  readonly hour: number;
  readonly by: PersonId;
  readonly at: Instant;
}

/**
 * The events of a pupil's day after a mark: marking is idempotent, and what the mark contradicts is taken back.
 *
 * Present clears the absence, the late entry, the exit and this hour's out-of-class mark; absent clears everything else; a late entry
 * turns an absence into a late arrival and keeps an exit that comes after it; an exit keeps an entry that came before it.
 */
export function markPupil(
  events: readonly AttendanceEvent[],
  mark: RollCallMark,
  marked: MarkedBy,
): readonly AttendanceEvent[] {
  const isOutNow = (event: AttendanceEvent) => event.kind === 'outOfClass' && event.hour === marked.hour;
  switch (mark.kind) {
    case 'present':
      return events.filter((event) => event.kind === 'outOfClass' && !isOutNow(event));
    case 'absent':
      return [{ kind: 'absent', ...marked }];
    case 'late': {
      const kept = events.filter(
        (event) =>
          (event.kind === 'outOfClass' && !isOutNow(event)) ||
          (event.kind === 'exit' && (event.time ?? '') > mark.time),
      );
      return sortEvents([...kept, { kind: 'entry', time: mark.time, ...marked }]);
    }
    case 'exit': {
      const kept = events.filter(
        (event) => event.kind === 'outOfClass' || (event.kind === 'entry' && (event.time ?? '') < mark.time),
      );
      return sortEvents([...kept, { kind: 'exit', time: mark.time, ...marked }]);
    }
    case 'outOfClass': {
      const kept = events.filter((event) => event.kind !== 'absent' && !isOutNow(event));
      return sortEvents([...kept, { kind: 'outOfClass', ...marked }]);
    }
  }
}
