import { ASSESSMENT_TYPES, type AssessmentType } from '../../../../domain/grades/assessment-types.ts';
import { averageOfGrades, averageOfTypes } from '../../../../domain/grades/averages.ts';
import {
  countedGrades,
  type CountedGrade,
  type GradeEntry,
  type NotCountedReason,
} from '../../../../domain/grades/counted-grades.ts';
import { countEvents } from '../../../../domain/grades/events.ts';
import type { Fraction } from '../../../../domain/grades/fraction.ts';
import { missingGrades } from '../../../../domain/grades/needed-grades.ts';
import { hasAverages, type GradeScale } from '../../../../domain/grades/scales.ts';
import type { GradingPolicies } from '../../../../domain/kinds/school/grading-policies.ts';

/** The average of one type of assessment, and of how many grades. */
export interface TypeStanding {
  readonly type: AssessmentType;
  readonly average: Fraction | undefined;
  readonly count: number;
}

/** How a pupil stands in a subject and period: what counts, what it comes to, what is lacking. */
export interface PupilStanding {
  readonly counted: readonly CountedGrade[];
  readonly notCounted: ReadonlyMap<string, NotCountedReason>;
  /** The average that the school uses (D59); undefined where nothing counts (D58). */
  readonly average: Fraction | undefined;
  readonly ofGrades: Fraction | undefined;
  readonly ofTypes: Fraction | undefined;
  /** Of the types of which something counts, in their order. */
  readonly types: readonly TypeStanding[];
  /** What the collegio wants and is not there yet (D65). */
  readonly missing: ReturnType<typeof missingGrades>;
  /** What was written instead of a number, with how often (D52). */
  readonly events: ReturnType<typeof countEvents>;
}

/** Reckons how a pupil stands from what was entered, in the order of its days (D52, D56–D59, D65). */
export function pupilStanding(
  entries: readonly GradeEntry[],
  { average = 'ofGrades', needed = {} }: GradingPolicies,
  scale: GradeScale,
): PupilStanding {
  const { counted, notCounted } = countedGrades(entries);
  const [ofGrades, ofTypes] = [averageOfGrades(counted), averageOfTypes(counted)];
  return {
    counted,
    notCounted,
    average: average === 'ofTypes' ? ofTypes : ofGrades,
    ofGrades,
    ofTypes,
    types: ASSESSMENT_TYPES.flatMap((type) => {
      const ofType = counted.filter((grade) => grade.type === type);
      return ofType.length === 0 ? [] : [{ type, average: averageOfGrades(ofType), count: ofType.length }];
    }),
    missing: missingGrades(counted, hasAverages(scale) ? needed : {}),
    events: countEvents(entries.filter(({ isWithdrawn }) => isWithdrawn !== true)),
  };
}
