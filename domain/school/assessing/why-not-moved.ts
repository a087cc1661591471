import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import type { AssessedColumn } from '../grading/assessed-column.ts';
import { mayRecover, type ColumnRecovery } from '../grading/recovery.ts';
import type { WriteFacts } from '../write-facts.ts';

/** Why a pupil is not assessed in a column: not in the class on its day, or not in its group. */
export type NotAssessed = 'notEnrolled' | 'otherGroup';
/** Why what a pupil got stays where it is: also because a recovery would be none any more. */
export type NotMoved = NotAssessed | 'breaksRecovery';

/**
 * Why what a pupil got in a column cannot go to another day with it (D48, D56, D204); undefined where it can. Who was in another group before stays in it, and a
 * recovery that was none already is no worse.
 */
export function whyNotMoved(
  {
    isInClass,
    isAssessed,
    recoveries = [],
    year,
  }: Pick<WriteFacts, 'isInClass' | 'isAssessed' | 'recoveries' | 'year'>,
  column: AssessedColumn,
  pupil: PersonId,
  to: LocalDate,
): NotMoved | undefined {
  if (isInClass?.(pupil, to) === false) return 'notEnrolled';
  const isLeft = isAssessed?.(column, pupil, column.day) === true && !isAssessed(column, pupil, to);
  if (isLeft) return 'otherGroup';
  const own = year ? recoveries.filter((one) => one.pupil === pupil) : [];
  const isBroken = own.some((one) => year && holds(one, column.day, year) && !holds(one, to, year));
  return isBroken ? 'breaksRecovery' : undefined;
}

/** Whether a recovery is one while the column stands on a day. */
function holds({ other, isOfColumn }: ColumnRecovery, on: LocalDate, year: SchoolYear): boolean {
  return isOfColumn ? mayRecover(year, other, on) : mayRecover(year, on, other);
}
