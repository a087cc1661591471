import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { movesOf } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { PupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { PupilHour } from './class-hour.ts';

/** The entries and exits of a day that the mark of an hour does not say itself, in their order. */
export function otherMoves(
  events: readonly AttendanceEvent[],
  { mark, time, isReturn }: Pick<PupilInHour, 'mark' | 'time' | 'isReturn'>,
): PupilHour['moves'] {
  const said = mark === 'late' || isReturn ? 'entry' : mark === 'exited' ? 'exit' : undefined;
  return movesOf(events).flatMap(({ kind, time: at }) => {
    if (kind !== 'entry' && kind !== 'exit') return [];
    return kind === said && at === time ? [] : [{ kind, time: at }];
  });
}
