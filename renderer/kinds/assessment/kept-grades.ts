import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { isEmptyCell } from '../../../domain/grades/said-value.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { whyNotMoved, type NotMoved } from '../../../domain/school/assessing/why-not-moved.ts';
import { recoveriesOf } from '../../../domain/school/grading/recovery.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** What was written down in a course, and what its pupils have brought along. */
export interface CourseRecords {
  readonly assessments: readonly Assessment[];
  readonly grades: readonly Grade[];
  readonly earlier: readonly EarlierGrade[];
}

/** A pupil whose grade stays where it is. */
interface KeptGrade {
  readonly pupil: PersonId;
  readonly reason: NotMoved;
}

/** Whose grades cannot go to another day with their column, and why, by what this device knows (D48, D56, D204). */
export function keptGrades(
  { facts, ...course }: CourseRecords & { readonly facts: Pick<SchoolFacts, 'writeFacts'> },
  column: Assessment,
  to: LocalDate,
): readonly KeptGrade[] {
  const around = { ...facts.writeFacts(column.class, to), recoveries: recoveriesOf(column.id, course) };
  return course.grades.flatMap((grade) => {
    const { assessment, pupil } = grade;
    if (assessment !== column.id || isEmptyCell(grade)) return [];
    const reason = whyNotMoved(around, column, pupil, to);
    return reason === undefined ? [] : [{ pupil, reason }];
  });
}
