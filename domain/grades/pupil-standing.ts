import { ASSESSMENT_TYPES, type AssessmentType } from './assessment-types.ts';
import { averageOfGrades, averageOfTypes, type AverageWay } from './averages.ts';
import {
  countedGrades,
  type CountedGrade,
  type CountedGrades,
  type GradeEntry,
  type NotCountedReason,
} from './counted-grades.ts';
import { countEvents } from './events.ts';
import type { Fraction } from './fraction.ts';
import { missingGrades, type MissingGrades, type NeededGrades } from './needed-grades.ts';
import { hasAverages, type GradeScale } from './scales.ts';

/** The average of one type of assessment, and of how many grades. */
interface TypeStanding {
  readonly type: AssessmentType;
  readonly average: Fraction | undefined;
  readonly count: number;
}

/** How a pupil stands in a subject and period: what counts, what it comes to, what is lacking. */
export interface PupilStanding {
  readonly counted: readonly CountedGrade[];
  /** What would count were it a course of numbers: in a scale of words they are in no average (D27), and its teacher may go by them (D71). */
  readonly numbers: readonly CountedGrade[];
  /** Why the others are not in the average (D63), by what they are entered as. */
  readonly notCounted: ReadonlyMap<string, NotCountedReason>;
  /** The average that the school uses, exact (D59); undefined where nothing counts (D58), and in a scale that has none (D66). */
  readonly average: Fraction | undefined;
  readonly ofGrades: Fraction | undefined;
  readonly ofTypes: Fraction | undefined;
  /** Of the types of which something counts, in their order. */
  readonly types: readonly TypeStanding[];
  /** What the collegio wants and is not there yet (D65). */
  readonly missing: MissingGrades;
  /** What was written instead of a number, with how often (D52). */
  readonly events: ReturnType<typeof countEvents>;
}

/** By what a course is reckoned: its scale, and what the school has decided. */
interface StandingRules {
  readonly scale: GradeScale;
  readonly way: AverageWay;
  /** How many grades of which type it wants (D65). */
  readonly needed: NeededGrades;
}

/** What counts where there are no averages. */
const NOT_RECKONED: CountedGrades = { counted: [], notCounted: new Map() };

/**
 * How a pupil stands, from what was entered of one subject and period in the order of its days (D52, D56–D59, D63, D65). All averages of pupils are made of
 * what is found to count here, also that of a year (D60) and one with marks that are only supposed. Of words there is none (D66): nothing is missing from it,
 * and nothing is said not to count.
 */
export function pupilStanding(
  entries: readonly GradeEntry[],
  { scale, way, needed }: StandingRules,
): PupilStanding {
  const isReckoned = hasAverages(scale);
  const numbers = countedGrades(entries);
  const { counted, notCounted } = isReckoned ? numbers : NOT_RECKONED;
  const [ofGrades, ofTypes] = [averageOfGrades(counted), averageOfTypes(counted)];
  return {
    counted,
    numbers: numbers.counted,
    notCounted,
    average: way === 'ofTypes' ? ofTypes : ofGrades,
    ofGrades,
    ofTypes,
    types: ASSESSMENT_TYPES.flatMap((type) => {
      const ofType = counted.filter((grade) => grade.type === type);
      return ofType.length === 0 ? [] : [{ type, average: averageOfGrades(ofType), count: ofType.length }];
    }),
    missing: isReckoned ? missingGrades(entries, { notCounted }, needed) : [],
    events: countEvents(entries.filter(({ isWithdrawn }) => isWithdrawn !== true)),
  };
}
