import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { ASSESSMENT_TYPES } from './assessment-types.ts';
import { shownAverage } from './averages.ts';
import { RECOVERY_EFFECTS, type GradeEntry } from './counted-grades.ts';
import { compareFractions, fraction, lowestTerms, type Fraction } from './fraction.ts';
import { readGrade } from './notation.ts';
import { pupilStanding } from './pupil-standing.ts';

const TENTHS = { scale: 'tenths', way: 'ofGrades', needed: {} } as const;
const shown = (exact: Fraction | undefined) => (exact ? shownAverage(exact, 2) : 'n.d.');

/** A grade as it is typed, in the cell of a column. */
function typed(text: string, changes: Partial<GradeEntry> = {}): GradeEntry {
  const read = readGrade(text);
  if (!read.ok) throw new Error(`${text}: ${read.failure}`);
  return { id: text, type: 'written', quarters: read.value, weight: 100, counts: true, ...changes };
}
const oral = (text: string, id = `oral ${text}`) => typed(text, { type: 'oral', id });

describe('a pupil in a subject and period', () => {
  it('D23: 6+, 7- and 5½ come to exactly 37/6, which is shown as 6.17', () => {
    const { average } = pupilStanding([typed('6+'), typed('7-'), typed('5½')], TENTHS);
    expect(lowestTerms(must(average, 'an average'))).toEqual(fraction(37, 6));
    expect(shown(average)).toBe('6.17');
  });

  it.each([
    ['8.10', [typed('6', { weight: 30 }), typed('9', { weight: 70 })]],
    ['7.00', [typed('8'), typed('5', { weight: 50 })]],
    ['n.d.', [typed('7', { weight: 0 })]],
    ['8.10', [typed('6', { weight: 30 }), typed('1', { quarters: undefined }), typed('9', { weight: 70 })]],
  ])('D58: %s, whatever is weighed, and n.d. where nothing is', (text, entries) => {
    expect(shown(pupilStanding(entries, TENTHS).average)).toBe(text);
  });

  it('D59: written 6 and 8 and an oral 5 are 7.00 and 5.00, 6.33 of all and 6.00 of the types; all is what a school gets that chose nothing', () => {
    const entries = [typed('6'), typed('8'), oral('5')];
    const { types, ofGrades, ofTypes, average } = pupilStanding(entries, TENTHS);
    expect(types.map((one) => [one.type, shown(one.average), one.count])).toEqual([
      ['written', '7.00', 2],
      ['oral', '5.00', 1],
    ]);
    expect([shown(ofGrades), shown(ofTypes), shown(average)]).toEqual(['6.33', '6.00', '6.33']);
    expect(shown(pupilStanding(entries, { ...TENTHS, way: 'ofTypes' }).average)).toBe('6.00');
  });

  it('D65: of two written and two oral ones who has two and one lacks an oral one', () => {
    const entries = [typed('6'), typed('8'), oral('5')];
    const { missing } = pupilStanding(entries, { ...TENTHS, needed: { written: 2, oral: 2 } });
    expect(missing).toEqual([{ type: 'oral', count: 1 }]);
  });

  it.each(['primary', 'religion'] as const)(
    'D27, D66: of words (%s) there is no average of any kind, none lacks, and nothing is said not to count',
    (scale) => {
      const words = [
        { ...typed('6'), id: 'a', quarters: undefined },
        { ...typed('6'), id: 'b' },
      ];
      const of = pupilStanding(words, { scale, way: 'ofTypes', needed: { written: 4 } });
      expect([of.average, of.ofGrades, of.ofTypes, of.types, of.counted, of.missing]).toEqual([
        undefined,
        undefined,
        undefined,
        [],
        [],
        [],
      ]);
      expect(of.notCounted.size).toBe(0);
    },
  );
});

/** What may be entered, each recovering one of those before it; no two the same one. */
const entered: fc.Arbitrary<readonly GradeEntry[]> = fc
  .array(
    fc.record({
      quarters: fc.option(fc.integer({ min: 4, max: 40 }), { nil: undefined, freq: 5 }),
      weight: fc.constantFrom(0, 30, 50, 85, 100),
      counts: fc.constantFrom(true, true, true, false),
      isWithdrawn: fc.constantFrom(false, false, false, true),
      type: fc.constantFrom(...ASSESSMENT_TYPES),
      recovers: fc.option(fc.tuple(fc.nat(14), fc.constantFrom(...RECOVERY_EFFECTS)), { nil: undefined }),
    }),
    { maxLength: 15 },
  )
  .map((drawn) => {
    const taken = new Set<number>();
    return drawn.map(({ recovers, ...one }, at): GradeEntry => {
      const [of, effect] = recovers ?? [at, 'both'];
      const isRecovery = of < at && !taken.has(of);
      if (isRecovery) taken.add(of);
      return { id: `${at}`, ...one, recovers: isRecovery ? { grade: `${of}`, effect } : undefined };
    });
  });

it('D56, D57, D59: averages are the same in whatever order the grades were entered, and equal to the exact fractions', () => {
  const inTwoOrders = entered.chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.shuffledSubarray([...entries], { minLength: entries.length, maxLength: entries.length }),
    ),
  );
  fc.assert(
    fc.property(inTwoOrders, ([entries, shuffled]) => {
      const [there, back] = [pupilStanding(entries, TENTHS), pupilStanding(shuffled, TENTHS)];
      expect(isSame(back.ofGrades, there.ofGrades)).toBe(true);
      expect(isSame(back.ofTypes, there.ofTypes)).toBe(true);
      expect(new Map(back.notCounted)).toEqual(new Map(there.notCounted));
      expect(idsOf(back)).toEqual(idsOf(there));

      // By whole numbers, in another way than the product's: the sums of each type over its weights.
      const sums = ASSESSMENT_TYPES.flatMap((type) => {
        const ofType = there.counted.filter((one) => one.type === type);
        const weights = ofType.reduce((sum, { weight }) => sum + weight, 0);
        const quarters = ofType.reduce((sum, one) => sum + one.quarters * one.weight, 0);
        return weights === 0 ? [] : [{ weights: BigInt(weights), quarters: BigInt(quarters) }];
      });
      const all = sums.reduce((sum, one) => sum + one.quarters, 0n);
      const weight = sums.reduce((sum, one) => sum + one.weights, 0n);
      const product = sums.reduce((so, one) => so * one.weights, 1n);
      const ofParts = sums.reduce((sum, one) => sum + (one.quarters * product) / one.weights, 0n);
      const exact = weight === 0n ? undefined : fraction(all, 4n * weight);
      const exactOfTypes = weight === 0n ? undefined : fraction(ofParts, 4n * product * BigInt(sums.length));
      expect(isSame(there.ofGrades, exact)).toBe(true);
      expect(isSame(there.ofTypes, exactOfTypes)).toBe(true);
    }),
  );
});

function isSame(one: Fraction | undefined, other: Fraction | undefined): boolean {
  return one && other ? compareFractions(one, other) === 0 : one === other;
}

function idsOf({ counted }: ReturnType<typeof pupilStanding>): readonly string[] {
  return counted.map(({ id }) => id).toSorted();
}
