/** A number held exactly. The denominator is above zero; both may have factors in common. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction of whole numbers; the denominator must be above zero. */
export function fraction(numerator: number | bigint, denominator: number | bigint = 1): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

/** The sum of two fractions. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** The product of two fractions. */
export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** One fraction over another, which must be above zero. */
export function over(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };
}

/** The arithmetic mean; undefined of none. */
export function mean(all: readonly Fraction[]): Fraction | undefined {
  if (all.length === 0) return undefined;
  return times(
    all.reduce((sum, each) => plus(sum, each), fraction(0)),
    fraction(1, all.length),
  );
}

/** Below zero where the first is the smaller, zero where both are equal. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The same number with nothing in common above and below. */
export function lowestTerms({ numerator, denominator }: Fraction): Fraction {
  const common = greatestCommon(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / common, denominator: denominator / common };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

/** The nearest whole number; a half goes up. */
export function roundHalfUp({ numerator, denominator }: Fraction): number {
  return Number(floorOf(2n * numerator + denominator, 2n * denominator));
}

/** The nearest whole number; a half goes down. */
export function roundHalfDown({ numerator, denominator }: Fraction): number {
  return -Number(floorOf(-2n * numerator + denominator, 2n * denominator));
}

/** The next whole number that is not above. */
export function floor({ numerator, denominator }: Fraction): number {
  return Number(floorOf(numerator, denominator));
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? quotient - 1n : quotient;
}
