import { compareFractions, fraction, roundHalfUp, times, type Fraction } from './fraction.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** A grade in quarters of a point: 25 is 6.25, which schools write 6+ (D21). */
export type Quarters = number;

/** Quarters in a point. */
export const QUARTERS = 4;
/** From which whole point to which one grades in tenths go (D46). */
export const TENTHS = { lowest: 1, highest: 10 } as const;
/** The lowest and the highest grade there are, in quarters (D46). */
export const LOWEST_GRADE: Quarters = TENTHS.lowest * QUARTERS;
/** There is no 10+ (D21). */
export const HIGHEST_GRADE: Quarters = TENTHS.highest * QUARTERS;

/** How fine grades may be: quarters, halves or whole points. */
export const GRADE_STEPS = ['quarter', 'half', 'whole'] as const;

/** Which grades a school has its teachers give (D50, D51). */
export interface GradeRules {
  /** How fine they are. */
  readonly step: (typeof GRADE_STEPS)[number];
  /** The lowest that may be given, in quarters; commonly 2, 3 or 4 points. */
  readonly lowest: Quarters;
  /** Whether a number between two steps goes to the nearest one, half up, instead of being refused. */
  readonly rounds: boolean;
}

/** How fine grades are and the lowest one, as far as a school has chosen (D51). */
export type ChosenSteps = Partial<Pick<GradeRules, 'step' | 'lowest'>> | undefined;

/** What a school goes by that has not chosen. */
export const DEFAULT_GRADE_RULES: GradeRules = { step: 'quarter', lowest: LOWEST_GRADE, rounds: false };

/** Why what was typed is no grade that may be given. */
export type GradeFault = 'notAGrade' | 'outOfRange' | 'betweenSteps' | 'belowLowest';

const STEP_IN_QUARTERS = { quarter: 1, half: 2, whole: 4 } as const;
/** What a sign after a whole grade adds, in quarters. Minus is typed in three ways. */
const SIGNS: Readonly<Record<string, number>> = {
  '': 0,
  '+': 1,
  '½': 2,
  '1/2': 2,
  '-': -1,
  '−': -1,
  '–': -1,
};

/**
 * Reads a grade as teachers type it (D50): `6`, `6+`, `7-`, `6½`, `6 1/2`, `6,5`, `6.25`, and `6/7` for six and a half. What is none is refused with
 * its reason, never brought to what it may have meant (D46).
 */
export function readGrade(
  text: string,
  rules: GradeRules = DEFAULT_GRADE_RULES,
): Result<Quarters, GradeFault> {
  const exact = quartersOf(text.trim());
  if (exact === undefined) return fail('notAGrade');
  const isWithin =
    compareFractions(exact, fraction(LOWEST_GRADE)) >= 0 &&
    compareFractions(exact, fraction(HIGHEST_GRADE)) <= 0;
  if (!isWithin) return fail('outOfRange');
  const nearest = nearestStep(exact, rules.step);
  if (!rules.rounds && compareFractions(exact, fraction(nearest)) !== 0) return fail('betweenSteps');
  // What is below the lowest one is between no two grades that the school gives.
  return compareFractions(exact, fraction(rules.lowest)) < 0 ? fail('belowLowest') : ok(nearest);
}

/** The grade that a school gives which is nearest to what was reckoned, half up: none between its steps, and none below its lowest one (D51). */
export function nearestGiven(exact: Fraction, chosen: ChosenSteps): Quarters {
  const { step, lowest } = { ...DEFAULT_GRADE_RULES, ...chosen };
  return Math.max(lowest, nearestStep(exact, step));
}

function nearestStep(exact: Fraction, step: GradeRules['step']): Quarters {
  const size = STEP_IN_QUARTERS[step];
  return roundHalfUp(times(exact, fraction(1, size))) * size;
}

/** Whether a school gives a grade (D50, D51). */
export function isGiven(quarters: Quarters, { step, lowest }: Pick<GradeRules, 'step' | 'lowest'>): boolean {
  return quarters % STEP_IN_QUARTERS[step] === 0 && quarters >= lowest && quarters <= HIGHEST_GRADE;
}

/** Whether something is a grade that there is, of any school (D21, D46). */
export function isGrade(value: unknown): value is Quarters {
  return (
    typeof value === 'number' && Number.isInteger(value) && value >= LOWEST_GRADE && value <= HIGHEST_GRADE
  );
}

/** A grade as it is shown: `6+`, `6½`, `7-` (D21). */
export function writeGrade(quarters: Quarters): string {
  const whole = Math.floor((quarters + 1) / QUARTERS);
  return `${whole}${['', '+', '½', '-'][quarters % QUARTERS]}`;
}

/** The exact number of quarters that a text says; undefined where it says none. */
function quartersOf(text: string): Fraction | undefined {
  const signed = /^(\d{1,2})\s?([+\-−–½]|1\/2)?$/.exec(text);
  if (signed) return fraction(Number(signed[1]) * QUARTERS + (SIGNS[signed[2] ?? ''] ?? 0));
  const between = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (between && Number(between[2]) === Number(between[1]) + 1)
    return fraction(Number(between[1]) * QUARTERS + 2);
  // As many decimals as a spreadsheet writes of a mean.
  const decimal = /^(\d{1,2})[.,](\d{1,20})$/.exec(text);
  if (!decimal) return undefined;
  const [, whole = '', decimals = ''] = decimal;
  return times(fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length)), fraction(QUARTERS));
}
