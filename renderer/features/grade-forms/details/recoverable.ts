import type { PersonId } from '../../../../domain/base/ids.ts';
import { isRecoveredBy } from '../../../../domain/grades/counted-grades.ts';
import { byDay } from '../../../../domain/grades/serials.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { mayRecover } from '../../../../domain/school/grading/recovery.ts';

/** A grade that another one may recover. */
export interface Recoverable {
  readonly assessment: Assessment;
  readonly grade: Grade;
}

/**
 * The grades of a pupil that one in this column may recover, the latest first (D56): those of the same subject and period that are not of a later day, and
 * none that is recovered by another one already, nor one that recovers this one.
 */
export function recoverableFor(
  { assessment, pupil }: { readonly assessment: Assessment; readonly pupil: PersonId },
  course: { readonly assessments: readonly Assessment[]; readonly grades: readonly Grade[] },
  year: Pick<SchoolYear, 'periods'> | undefined,
): readonly Recoverable[] {
  if (!year) return [];
  const own = new Map(
    course.grades
      .filter((grade) => grade.pupil === pupil && !isEmptyValue(grade.value))
      .map((grade) => [grade.assessment, grade]),
  );
  const recovered = new Map(
    [...own.values()].flatMap(({ assessment: by, recovers }): readonly [string, string][] =>
      recovers && by !== assessment.id ? [[by, recovers.assessment]] : [],
    ),
  );
  const taken = new Set(recovered.values());
  const { id, day } = assessment;
  return course.assessments
    .filter((one) => one.id !== id && !one.cancelled && mayRecover(year, one.day, day))
    .filter((one) => !taken.has(one.id) && !isRecoveredBy(recovered, id, one.id))
    .toSorted((a, b) => byDay(b, a))
    .flatMap((earlier) => {
      const grade = own.get(earlier.id);
      return grade ? [{ assessment: earlier, grade }] : [];
    });
}
