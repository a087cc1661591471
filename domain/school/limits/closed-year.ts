import type { Instant } from '../../base/ids.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';

/**
 * Whether a school year was closed when something of it was recorded (D198): of work done without a line before the year was closed
 * nothing is refused.
 */
export function isYearClosed(year: Pick<SchoolYear, 'closedOn'> | null, recordedAt: Instant): boolean {
  return year?.closedOn !== undefined && dayOfInstant(recordedAt) > year.closedOn;
}
