import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { AssessedColumn } from '../grading/assessed-column.ts';
import type { WriteFacts } from '../write-facts.ts';

/** Why a pupil is not assessed in a column: not in the class on its day, or not in its group. */
export type NotAssessed = 'notEnrolled' | 'otherGroup';

/** Why what a pupil got in a column cannot go to another day with it (D48, D204); undefined where it can. Who was in another group before stays in it. */
export function whyNotMoved(
  { isInClass, isAssessed }: Pick<WriteFacts, 'isInClass' | 'isAssessed'>,
  column: AssessedColumn,
  pupil: PersonId,
  to: LocalDate,
): NotAssessed | undefined {
  if (isInClass?.(pupil, to) === false) return 'notEnrolled';
  const isLeft = isAssessed?.(column, pupil, column.day) === true && !isAssessed(column, pupil, to);
  return isLeft ? 'otherGroup' : undefined;
}
