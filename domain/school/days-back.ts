import type { Instant, LocalDate } from '../base/ids.ts';
import { addDays, dayOfInstant } from '../base/local-date.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';

/**
 * Whether a day lies further back than a teacher may still write in it (D107). When it was written decides, and not when it arrives: of
 * work done without a line nothing is refused that would have been taken with it.
 */
export function isTooFarBack(
  day: LocalDate,
  recordedAt: Instant,
  { daysBack }: Pick<SchoolPolicies, 'daysBack'>,
): boolean {
  return daysBack !== undefined && day < addDays(dayOfInstant(recordedAt), -daysBack);
}
