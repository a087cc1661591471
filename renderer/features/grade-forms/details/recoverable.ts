import type { ClassId, PersonId } from '../../../../domain/base/ids.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import { byDay } from '../../../../domain/grades/serials.ts';
import type { ScorePoints } from '../../../../domain/grades/points/rubric.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import { pointsOfRubric } from '../../../../domain/kinds/grade/as-entry.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { assessmentOfGrade, gradeId } from '../../../../domain/record/grade-key.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { gradesIn, whyNoRecovery } from '../../../../domain/school/grading/recovery.ts';

/** A grade that another one may recover. */
export interface Recoverable {
  /** The key of its assessment. */
  readonly assessment: string;
  readonly of: Pick<Assessment, 'type' | 'day' | 'topic'>;
  readonly value: Grade['value'];
  /** Points of the whole test, in hundredths, of a score. */
  readonly maximum: number | undefined;
  /** What its filled rubric comes to (D54). */
  readonly filled?: ScorePoints | undefined;
  /** The class in which it was given, where that is the one of before (D81). */
  readonly ofClass?: ClassId;
  /** It was recovered, and withdrawn since: it stands in the list for what the recovery says. */
  readonly isCancelled: boolean;
}

/**
 * The grades of a pupil that one in this column may recover, the latest first, by the rule of whoever takes it in (D56, D81); and the one that it recovers already,
 * whatever has become of that.
 */
export function recoverableFor(
  { assessment, pupil }: { readonly assessment: Assessment; readonly pupil: PersonId },
  course: {
    readonly assessments: readonly Assessment[];
    readonly grades: readonly Grade[];
    readonly earlier: readonly EarlierGrade[];
  },
  year: Pick<SchoolYear, 'periods'> | undefined,
): readonly Recoverable[] {
  if (!year) return [];
  const known = gradesIn(course, pupil);
  const by = { id: gradeId(assessment.id, pupil), day: assessment.day };
  const isOffered = (id: string) => whyNoRecovery(year, by, id, known) === undefined;
  const ofPupil = new Map(
    course.grades.filter((grade) => grade.pupil === pupil).map((grade) => [grade.assessment, grade]),
  );
  const recovered = ofPupil.get(assessment.id)?.recovers?.assessment;
  const own = course.assessments.flatMap((column): readonly (Recoverable & { serial: number })[] => {
    const { id, serial, test } = column;
    const value = ofPupil.get(id)?.value ?? {};
    const isCancelled = column.cancelled !== undefined || isEmptyValue(value);
    if (id !== recovered && (isCancelled || !isOffered(gradeId(id, pupil)))) return [];
    const filled = pointsOfRubric(column, value);
    return [{ assessment: id, of: column, serial, value, maximum: test?.maximum, filled, isCancelled }];
  });
  const brought = course.earlier.flatMap((record): readonly (Recoverable & { serial: number })[] => {
    if (record.pupil !== pupil) return [];
    const { grade, value, maximum, ofClass } = record;
    const id = assessmentOfGrade(grade, pupil);
    const isCancelled = record.cancelled === true || isEmptyValue(value);
    if (id !== recovered && (isCancelled || !isOffered(grade))) return [];
    return [{ assessment: id, of: record, serial: 0, value, maximum, ofClass, isCancelled }];
  });
  return [...own, ...brought].toSorted((a, b) =>
    byDay({ ...b.of, serial: b.serial, id: b.assessment }, { ...a.of, serial: a.serial, id: a.assessment }),
  );
}
