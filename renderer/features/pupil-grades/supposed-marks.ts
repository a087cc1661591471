import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AssessmentType } from '../../../domain/grades/assessment-types.ts';
import { average, reaches, type AverageWay } from '../../../domain/grades/averages.ts';
import { USUAL_WEIGHT, type CountedGrade } from '../../../domain/grades/counted-grades.ts';
import type { Fraction } from '../../../domain/grades/fraction.ts';
import {
  HIGHEST_GRADE,
  isGiven,
  readGrade,
  type GradeRules,
  type Quarters,
} from '../../../domain/grades/notation.ts';
import { SUFFICIENT_TENTHS } from '../../../domain/grades/standing.ts';

/** What stands between spaces; a half that is typed behind a space belongs to the number before it. */
const WORD = /\d+\s+(?:½|1\/2)(?![^\s;])|[^\s;]+/g;

/** What there is, and how it is reckoned. */
export interface Supposing {
  readonly counted: readonly CountedGrade[];
  readonly way: AverageWay;
  readonly rules: GradeRules;
  /** Of which type the supposed marks are. */
  readonly type: AssessmentType;
}

/** The marks that somebody supposes, one after the other with spaces between, `6 1/2` among them (D50); the first that is none is answered. */
export function readSupposed(
  text: string,
  { rules }: Pick<Supposing, 'rules'>,
): Result<readonly Quarters[], string> {
  const words = (text.match(WORD) ?? []).map((word) => word.replace(/\s+/, ' '));
  const read: Quarters[] = [];
  for (const word of words) {
    const mark = readGrade(word, rules);
    if (!mark.ok) return fail(word);
    read.push(mark.value);
  }
  return ok(read);
}

/** What the average would be with some more marks, exact; nothing is written anywhere. */
export function supposedAverage(
  marks: readonly Quarters[],
  { counted, way, type }: Omit<Supposing, 'rules'>,
): Fraction | undefined {
  const more = marks.map((quarters, index) => ({
    id: `supposed.${index}`,
    type,
    quarters,
    weight: USUAL_WEIGHT,
  }));
  return average([...counted, ...more], way);
}

/** The lowest mark that one more test would need for what is sufficient, of those that the school gives; undefined where none is enough. */
export function neededMark({ rules, ...of }: Supposing): Quarters | undefined {
  for (let quarters = rules.lowest; quarters <= HIGHEST_GRADE; quarters += 1) {
    if (!isGiven(quarters, rules)) continue;
    const exact = supposedAverage([quarters], of);
    if (exact && reaches(exact, SUFFICIENT_TENTHS)) return quarters;
  }
  return undefined;
}
