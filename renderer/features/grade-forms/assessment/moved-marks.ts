import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { absenceOfMark, type AbsenceOfMark } from '../../../../domain/school/assessing/mark-of-absent.ts';

/** A mark that goes to another day with its column, and what is recorded with it there. */
export interface MovedMark extends AbsenceOfMark {
  readonly pupil: PersonId;
  /** What is recorded with it now is of the day that it leaves, and not so on the other one. */
  readonly isOther: boolean;
}

/**
 * The marks of a column that goes to another day: for whom it is asked, because they were absent on that one, and what is recorded of it. What somebody has
 * confirmed was of the day before (D48, D49).
 *
 * @param absent on the day to which they go
 */
export function movedMarks(
  grades: readonly Pick<Grade, 'pupil' | 'value' | 'absentOnDay'>[],
  absent: ReadonlySet<PersonId>,
): readonly MovedMark[] {
  return grades.map(({ pupil, value, absentOnDay = false }) => {
    const absence = absenceOfMark(absent.has(pupil), undefined, value);
    return { pupil, ...absence, isOther: absentOnDay !== (absence.absentOnDay ?? false) };
  });
}
