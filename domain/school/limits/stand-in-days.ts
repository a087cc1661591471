import type { Instant, LocalDate } from '../../base/ids.ts';
import { addDays, dayOfInstant } from '../../base/local-date.ts';

/** How many days after an hour somebody may still say that they stood in there, in a class of others, where the school has assigned it to nobody. */
export const STAND_IN_DAYS = 7;

/**
 * Whether it is too late for a teacher to say of themselves that they stood in for a colleague (D209, D107): the whole staff reads who was
 * where, and of an hour long gone nobody can say any more. What the school has assigned is signed as long as anything may be written.
 */
export function isTooLateToStandIn(day: LocalDate, recordedAt: Instant): boolean {
  return day < addDays(dayOfInstant(recordedAt), -STAND_IN_DAYS);
}
