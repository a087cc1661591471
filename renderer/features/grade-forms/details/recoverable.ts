import type { PersonId } from '../../../../domain/base/ids.ts';
import { byDay } from '../../../../domain/grades/serials.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import { gradeId, type Grade } from '../../../../domain/kinds/grade/record.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { pupilGradesIn, whyNoRecovery } from '../../../../domain/school/grading/recovery.ts';

/** A grade that another one may recover. */
export interface Recoverable {
  readonly assessment: Assessment;
  readonly grade: Grade;
}

/** The grades of a pupil that one in this column may recover, the latest first, by the rule of whoever takes it in (D56). */
export function recoverableFor(
  { assessment, pupil }: { readonly assessment: Assessment; readonly pupil: PersonId },
  { assessments, grades }: { readonly assessments: readonly Assessment[]; readonly grades: readonly Grade[] },
  year: Pick<SchoolYear, 'periods'> | undefined,
): readonly Recoverable[] {
  if (!year) return [];
  const known = pupilGradesIn(pupil, assessments, grades);
  const by = { id: gradeId(assessment.id, pupil), day: assessment.day };
  const given = new Map(
    grades
      .filter((grade) => grade.pupil === pupil && !isEmptyValue(grade.value))
      .map((grade) => [grade.assessment, grade]),
  );
  return assessments
    .toSorted((a, b) => byDay(b, a))
    .flatMap((earlier): readonly Recoverable[] => {
      const grade = given.get(earlier.id);
      const isOffered = grade && !earlier.cancelled && !whyNoRecovery(year, by, grade.id, known);
      return isOffered ? [{ assessment: earlier, grade }] : [];
    });
}
