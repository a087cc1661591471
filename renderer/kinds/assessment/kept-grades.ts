import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { isEmptyCell } from '../../../domain/grades/said-value.ts';
import { isAssessedIn } from '../../../domain/hours/taking/pupils-taking.ts';
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
  { facts, ...course }: CourseRecords & { readonly facts: Pick<SchoolFacts, 'view' | 'writeFacts'> },
  column: Assessment,
  to: LocalDate,
): readonly KeptGrade[] {
  const recoveries = recoveriesOf(column.id, course);
  const isAssessed = isAssessedIn.bind(undefined, facts.view);
  return course.grades.flatMap((grade) => {
    const { assessment, pupil } = grade;
    if (assessment !== column.id || isEmptyCell(grade)) return [];
    const { enrolment, year } = facts.writeFacts(column.class, to, pupil);
    const isInClass = () => enrolment === 'enrolled' || enrolment === 'leftToday';
    const reason = whyNotMoved({ isInClass, isAssessed, recoveries, year }, column, pupil, to);
    return reason === undefined ? [] : [{ pupil, reason }];
  });
}
