import type { Instant, LocalDate } from '../../base/ids.ts';
import { dayOfInstant } from '../../base/local-date.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { asColumnSays, type AssessedColumn, type AssessedGrade } from './assessed-column.ts';
import { heldBackUntil } from './seen-by-family.ts';

/** Whether families never see a mark, or from which day on (D76). */
export type HeldBack = 'hidden' | LocalDate;

/** From when on its family sees a mark as it stands now (D76); undefined where it never does. */
export function shownToFamilyFrom(
  grade: AssessedGrade,
  column: Pick<AssessedColumn, 'visible' | 'embargo' | 'showsSince'>,
  year: Pick<SchoolYear, 'periods' | 'heldBack'>,
): Instant | undefined {
  return asColumnSays(grade, column).visible ? heldBackUntil(grade, column, year) : undefined;
}

/** What holds a mark back that families see from a moment on; undefined where on that day nothing does, but for the half hour after it was written (D76). */
export function heldBackOf(from: Instant | undefined, today: LocalDate): HeldBack | undefined {
  if (from === undefined) return 'hidden';
  const day = dayOfInstant(from);
  return day > today ? day : undefined;
}

/** Whether a family sees at a moment what it sees from another on. */
export function isShown(from: Instant | undefined, now: Instant): boolean {
  return from !== undefined && from <= now;
}
