import { fraction, type Fraction } from './fraction.ts';
import { reaches } from './averages.ts';
import { QUARTERS, type Quarters } from './notation.ts';

/** How a value stands to what is sufficient, shown by a colour and by a sign that is none (D64). */
export type Standing = 'sufficient' | 'nearly' | 'low' | 'notCounted';

/** What is sufficient in tenths, in quarters. */
export const SUFFICIENT_TENTHS: Quarters = 6 * QUARTERS;

/** How a number of points stands to what its scale calls sufficient: at most one point below is nearly so (D64). */
export function standingOf(
  exact: Fraction,
  sufficient: Quarters = SUFFICIENT_TENTHS,
): Exclude<Standing, 'notCounted'> {
  if (reaches(exact, sufficient)) return 'sufficient';
  return reaches(exact, sufficient - QUARTERS) ? 'nearly' : 'low';
}

/** The same of one grade. */
export function standingOfGrade(quarters: Quarters, sufficient?: Quarters): Exclude<Standing, 'notCounted'> {
  return standingOf(fraction(quarters, QUARTERS), sufficient);
}
