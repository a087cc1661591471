import type { AttendanceEvent } from '../../../domain/records/attendance-day.ts';
import { movesOf, type HourPresence } from '../../../domain/rules/hour-presence.ts';
import type { PupilHour } from '../register.ts';

/** The entries and exits of a day that the mark of an hour does not say itself, in their order. */
export function otherMoves(
  events: readonly AttendanceEvent[],
  { mark, time }: Pick<HourPresence, 'mark' | 'time'>,
): PupilHour['moves'] {
  const said = mark === 'late' ? 'entry' : mark === 'exited' ? 'exit' : undefined;
  return movesOf(events).flatMap(({ kind, time: at }) => {
    if (kind !== 'entry' && kind !== 'exit') return [];
    return kind === said && at === time ? [] : [{ kind, time: at }];
  });
}
