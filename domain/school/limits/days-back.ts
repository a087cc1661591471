import type { Instant, LocalDate } from '../../base/ids.ts';
import { addDays, dayOfInstant } from '../../base/local-date.ts';
import type { SchoolPolicies } from '../../kinds/school/record.ts';

/**
 * Whether a day lies further back than somebody may still write in it (D107): the limit is for teachers, and not for the principal's staff. When it was written decides, and not when it arrives: of
 * work done without a line nothing is refused that would have been taken with it.
 */
export function isTooFarBack(
  day: LocalDate,
  recordedAt: Instant,
  {
    policies: { daysBack },
    answersFor,
  }: { readonly policies: Pick<SchoolPolicies, 'daysBack'>; readonly answersFor?: boolean },
): boolean {
  return answersFor !== true && daysBack !== undefined && day < addDays(dayOfInstant(recordedAt), -daysBack);
}
