import type { Instant, LocalDate } from '../../base/ids.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import { closedDayFault } from '../limits/closed-period.ts';
import type { WriteFacts } from '../write-facts.ts';
import { dayRefusal } from '../written-hour.ts';

/**
 * Whether an hour of a day that is over may still be given to whoever stood in there (D209): as long as a teacher may sign it, by the days
 * back and the signing window of the school (D107, D19), and until the meeting of its period (D104). That whoever gives it may write further back decides nothing.
 */
export function isSignableLater(
  { day, hour }: { readonly day: LocalDate; readonly hour: number },
  recordedAt: Instant,
  { answersFor: _staff, ...facts }: WriteFacts,
): boolean {
  if (closedDayFault(day, facts, recordedAt) !== undefined) return false;
  return dayRefusal({ day, recordedAt }, facts, hour) === undefined;
}

/** Whether an hour was given to somebody when its day was over: what nobody knew on the day may be taken back as it was given. */
export function isGivenLater({
  day,
  recordedAt,
}: {
  readonly day: LocalDate;
  readonly recordedAt: Instant;
}): boolean {
  return dayOfInstant(recordedAt) > day;
}
