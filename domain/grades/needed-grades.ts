import { ASSESSMENT_TYPES, type AssessmentType } from './assessment-types.ts';
import type { CountedGrades, GradeEntry, NotCountedReason } from './counted-grades.ts';

/** How many grades of each type the collegio wants in a period (D65); none of those that are not named. */
export type NeededGrades = Readonly<Partial<Record<AssessmentType, number>>>;

/** Why a grade whose test was held for the average may not be in it: another one stands in its place (D56). */
const HELD: ReadonlySet<NotCountedReason | undefined> = new Set([undefined, 'recovered', 'notBetter']);

/** What is missing, by type. */
export type MissingGrades = readonly { readonly type: AssessmentType; readonly count: number }[];

/**
 * What a pupil lacks of them, by type; nothing where nothing is missing (D65). A grade is one of those that the collegio wants where its test was held for the
 * average: it is in it, or another one stands in its place. One that was recovered stays a grade, crossed out (D56, D63): whoever recovers a written test has held
 * it, and does not owe it again. What its teacher keeps out of the average, an event or points without a grade are none.
 */
export function missingGrades(
  entries: readonly Pick<GradeEntry, 'id' | 'type'>[],
  { notCounted }: Pick<CountedGrades, 'notCounted'>,
  needed: NeededGrades,
): MissingGrades {
  const held = entries.filter(({ id }) => HELD.has(notCounted.get(id)));
  return ASSESSMENT_TYPES.flatMap((type) => {
    const count = (needed[type] ?? 0) - held.filter((grade) => grade.type === type).length;
    return count > 0 ? [{ type, count }] : [];
  });
}

/** How many grades are missing in all. */
export function countMissing(missing: MissingGrades): number {
  return missing.reduce((sum, { count }) => sum + count, 0);
}
