import { fraction, mean, plus, type Fraction } from '../fraction.ts';

/** How the points of a rubric become one score: their sum, or their mean (D54). */
export const RUBRIC_WAYS = ['sum', 'mean'] as const;
/** One of them. */
export type RubricWay = (typeof RUBRIC_WAYS)[number];

/** What is looked at in a test (indicatore), with the points of each of its levels. */
export interface RubricCriterion {
  readonly id: string;
  /** The points of the levels, in hundredths. */
  readonly levels: readonly number[];
}

/** What a filled rubric comes to, exact, in hundredths of a point, and the most that it can (D54). */
export interface RubricScore {
  readonly score: Fraction;
  readonly maximum: Fraction;
}

/** Points as a score is kept and shown: in hundredths, and of how many. */
export interface ScorePoints {
  readonly score: number;
  readonly maximum: number;
}

/**
 * The score of a rubric; undefined until each criterion has its level.
 *
 * @param chosen the place of the chosen level by criterion
 */
export function rubricScore(
  criteria: readonly RubricCriterion[],
  way: RubricWay,
  chosen: ReadonlyMap<string, number>,
): RubricScore | undefined {
  const points = criteria.flatMap(({ id, levels }) => levels[chosen.get(id) ?? -1] ?? []);
  if (criteria.length === 0 || points.length < criteria.length) return undefined;
  const best = criteria.map(({ levels }) => Math.max(...levels));
  return { score: together(points, way), maximum: together(best, way) };
}

function together(points: readonly number[], way: RubricWay): Fraction {
  const exact = points.map((each) => fraction(each));
  const sum = exact.reduce(plus, fraction(0));
  return way === 'sum' ? sum : (mean(exact) ?? sum);
}
