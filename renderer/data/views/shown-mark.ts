import type { LocalDate } from '../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../domain/records/attendance-day.ts';
import type { BellHour } from '../../../domain/records/bell-scheme.ts';
import { hourPresence, type HourPresence } from '../../../domain/rules/hour-presence.ts';
import { isPreparedAbsence } from '../../../domain/rules/prepared-absence.ts';

/** The mark of an hour as its row shows it. */
type ShownMark = Pick<HourPresence, 'mark' | 'time' | 'also'> & {
  /** The events of the day that are to be said beside the mark. */
  readonly others: readonly AttendanceEvent[];
};

/** What was marked in an hour: an absence that was prepared is shown as one, although the day keeps it as an exit (D19). */
export function shownMark(events: readonly AttendanceEvent[], day: LocalDate, bell: BellHour): ShownMark {
  const { mark, time, also } = hourPresence(events, bell);
  const others = events.filter((event) => !isPreparedAbsence(event, day, bell));
  if (mark === 'exited' && time === bell.start && others.length < events.length)
    return { mark: 'absent', also, others };
  return { mark, ...(time === undefined ? {} : { time }), also, others: events };
}
