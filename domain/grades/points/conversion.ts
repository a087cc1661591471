import { fraction, plus, times, type Fraction } from '../fraction.ts';
import { HIGHEST_GRADE, isGrade, nearestGiven, type ChosenSteps, type Quarters } from '../notation.ts';

/** A corner of a conversion by pieces: from so many percent of the maximum on, such a grade. */
export interface ConversionPoint {
  /** Whole percent, 0 to 100. */
  readonly percent: number;
  readonly quarters: Quarters;
}

/** How the score of a test becomes a grade; it is kept with the test (D53). */
export type Conversion =
  | { readonly way: 'linear'; readonly lowest: Quarters }
  | { readonly way: 'pieces'; readonly points: readonly ConversionPoint[] };

/**
 * The grade of a score, to the nearest quarter, half up (D53); where the school gives none so fine or so low, the nearest that it gives (D51). What is kept with
 * the test is not touched by that, and what was reckoned is rounded this once.
 *
 * @param part the score over its maximum
 */
export function convert(part: Fraction, conversion: Conversion, chosen: ChosenSteps): Quarters {
  return nearestGiven(
    conversion.way === 'linear'
      ? between(part, { percent: 0, quarters: conversion.lowest }, { percent: 100, quarters: HIGHEST_GRADE })
      : byPieces(part, conversion.points),
    chosen,
  );
}

/** Whether the corners of a conversion go from none to all of the score, and never down. */
export function isConversion(conversion: Conversion): boolean {
  if (conversion.way === 'linear') return isGrade(conversion.lowest);
  const { points } = conversion;
  return (
    points.length >= 2 &&
    points[0]?.percent === 0 &&
    points.at(-1)?.percent === 100 &&
    points.every(({ quarters }) => isGrade(quarters)) &&
    points.every((point, at) => {
      const before = points[at - 1];
      return !before || (before.percent < point.percent && before.quarters <= point.quarters);
    })
  );
}

function byPieces(part: Fraction, points: readonly ConversionPoint[]): Fraction {
  const isUpTo = ({ percent }: ConversionPoint) =>
    part.numerator * 100n <= BigInt(percent) * part.denominator;
  const at = Math.max(1, points.findIndex(isUpTo));
  const [from, to] = [points[at - 1], points[at]];
  if (!from || !to) throw new Error('A conversion by pieces has two corners at least');
  return between(part, from, to);
}

/** Between two corners, in proportion. */
function between(part: Fraction, from: ConversionPoint, to: ConversionPoint): Fraction {
  const along = plus(times(part, fraction(100)), fraction(-from.percent));
  return plus(
    fraction(from.quarters),
    times(along, fraction(to.quarters - from.quarters, to.percent - from.percent)),
  );
}

/** A conversion as it is reckoned with, of the plain members with which it is kept. */
export function toConversion({
  way,
  lowest = 0,
  points = [],
}: {
  readonly way: Conversion['way'];
  readonly lowest?: Quarters;
  readonly points?: readonly ConversionPoint[];
}): Conversion {
  return way === 'linear' ? { way, lowest } : { way, points };
}
