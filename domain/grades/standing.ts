import { fraction, type Fraction } from './fraction.ts';
import { reaches } from './averages.ts';
import { QUARTERS, type Quarters } from './notation.ts';
import { isEnough, SCALE_LEVELS, type GradeScale, type JudgementCode } from './scales.ts';

/** How a value stands to what is sufficient, shown by a colour and by a sign that is none (D64). */
export type Standing = 'sufficient' | 'nearly' | 'low' | 'notCounted';

/** The colours in which it may be shown: green, orange and red, or blue and red as on paper (D64). */
export const GRADE_PALETTES = ['green', 'blue'] as const;

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

/** How a judgement stands: in a scale of words the next below what is sufficient is nearly so (D64, D68). */
export function standingOfLevel(scale: GradeScale, code: JudgementCode): Exclude<Standing, 'notCounted'> {
  if (isEnough(scale, code)) return 'sufficient';
  const levels = SCALE_LEVELS[scale];
  const above = levels[levels.findIndex((level) => level.code === code) - 1];
  return above?.isSufficient === true ? 'nearly' : 'low';
}

/** How what somebody got stands: by the number that it comes to, else by its judgement; undefined of what is neither (D64, D68). */
export function standingOfMark(
  scale: GradeScale,
  {
    quarters,
    level,
  }: { readonly quarters?: Quarters | undefined; readonly level?: JudgementCode | undefined },
): Exclude<Standing, 'notCounted'> | undefined {
  if (quarters !== undefined) return standingOfGrade(quarters);
  return level === undefined ? undefined : standingOfLevel(scale, level);
}

/** Whether what stands so is below what its scale calls sufficient (D64, D68): of what does not count nothing is said. */
export function isBelow(standing: Standing | undefined): boolean {
  return standing === 'nearly' || standing === 'low';
}
