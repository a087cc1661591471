import { compareFractions, fraction, mean, roundHalfUp, times, type Fraction } from './fraction.ts';
import { groupBy } from '../base/group-by.ts';
import type { CountedGrade } from './counted-grades.ts';
import { QUARTERS } from './notation.ts';

/** How the grades of a subject become one number: each grade alike, or each type of assessment alike (D59). */
export const AVERAGE_WAYS = ['ofGrades', 'ofTypes'] as const;
/** One of them. */
export type AverageWay = (typeof AVERAGE_WAYS)[number];

/** What a final proposal stands on: the last period, the whole year, or the mean of the periods’ averages (D60). */
export const YEAR_BASES = ['lastPeriod', 'wholeYear', 'meanOfPeriods'] as const;
/** One of them. */
export type YearBasis = (typeof YEAR_BASES)[number];

/** How many decimals a school shows of an average (D57). */
export type Decimals = 1 | 2;

/**
 * The weighted mean of grades (media delle valutazioni), exact, in points (D23, D57, D58). Undefined where nothing counts: an average of nothing is shown
 * as such, never as 0.
 */
export function averageOfGrades(grades: readonly CountedGrade[]): Fraction | undefined {
  const weights = grades.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  if (weights === 0n) return undefined;
  const quarters = grades.reduce((sum, grade) => sum + BigInt(grade.quarters) * BigInt(grade.weight), 0n);
  return fraction(quarters, weights * BigInt(QUARTERS));
}

/** The mean of the averages of the types of assessment (media dei tipi), exact (D59). */
export function averageOfTypes(grades: readonly CountedGrade[]): Fraction | undefined {
  const types = [...groupBy(grades, ({ type }) => type).values()];
  return mean(types.flatMap((ofType) => averageOfGrades(ofType) ?? []));
}

/** The average of grades in a school’s way. */
export function average(grades: readonly CountedGrade[], way: AverageWay): Fraction | undefined {
  return way === 'ofTypes' ? averageOfTypes(grades) : averageOfGrades(grades);
}

/** What the year comes to, from what counts in each of its periods, in their order (D60). A period without grades has no say in the mean. */
export function averageOfYear(
  periods: readonly (readonly CountedGrade[])[],
  basis: YearBasis,
  way: AverageWay,
): Fraction | undefined {
  if (basis === 'wholeYear') return average(periods.flat(), way);
  const averages = periods.map((ofPeriod) => average(ofPeriod, way));
  return basis === 'lastPeriod' ? averages.at(-1) : mean(averages.flatMap((each) => each ?? []));
}

/** The mean of the averages of several subjects that have one (media generale); religion and behaviour are not among them (D62). */
export function overallAverage(subjects: readonly (Fraction | undefined)[]): Fraction | undefined {
  return mean(subjects.flatMap((each) => each ?? []));
}

/** An average as it is shown, rounded this once, half up (D57); with a point before its decimals, which a language writes in its own way. */
export function shownAverage(exact: Fraction, decimals: Decimals): string {
  const units = 10 ** decimals;
  const rounded = roundHalfUp(times(exact, fraction(units)));
  return (rounded / units).toFixed(decimals);
}

/** Whether an average, or a grade, reaches what a scale calls sufficient, in quarters. */
export function reaches(exact: Fraction, quarters: number): boolean {
  return compareFractions(exact, fraction(quarters, QUARTERS)) >= 0;
}
