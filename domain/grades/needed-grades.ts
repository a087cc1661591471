import { ASSESSMENT_TYPES, type AssessmentType } from './assessment-types.ts';
import type { CountedGrade } from './counted-grades.ts';

/** How many grades of each type the collegio wants in a period (D65); none of those that are not named. */
export type NeededGrades = Readonly<Partial<Record<AssessmentType, number>>>;

/** What a pupil lacks of them, by type; nothing where nothing is missing (D65). */
export function missingGrades(
  counted: readonly CountedGrade[],
  needed: NeededGrades,
): readonly { readonly type: AssessmentType; readonly count: number }[] {
  return ASSESSMENT_TYPES.flatMap((type) => {
    const count = (needed[type] ?? 0) - counted.filter((grade) => grade.type === type).length;
    return count > 0 ? [{ type, count }] : [];
  });
}
