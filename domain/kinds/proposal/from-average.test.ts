import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import { checkSchema } from '../../base/check-schema.ts';
import { averageOfYear, shownAverage } from '../../grades/averages.ts';
import { compareFractions, fraction, over, plus, type Fraction } from '../../grades/fraction.ts';
import { FINAL_SCALES, PROPOSAL_ROUNDINGS, proposedGrade } from '../../grades/proposals.ts';
import { kinds } from '../registry.ts';
import { DEFAULT_GRADING } from '../school/grading-policies.ts';
import {
  averageByBasis,
  hasMoved,
  isSameAverage,
  prefillFor,
  proposalBasis,
  saidOf,
  toProposed,
  toStored,
} from './from-average.ts';

describe('what a proposal stands on', () => {
  test('D60: its period, and in the last one what the school has chosen', () => {
    const of = { periods: 2, yearBasis: 'wholeYear' } as const;
    expect([0, 1].map((period) => proposalBasis(period, of))).toEqual(['period', 'wholeYear']);
    expect(proposalBasis(1, { ...DEFAULT_GRADING, periods: 2 })).toBe('lastPeriod');
    expect(proposalBasis(0, { periods: 1, yearBasis: 'wholeYear' })).toBe('period');
  });

  test('D60: is reckoned of the periods that the basis names', () => {
    const grade = (id: string, points: number) => ({
      id,
      type: 'written' as const,
      quarters: points * 4,
      weight: 100,
    });
    const periods = [[grade('a', 4)], [grade('b', 8), grade('c', 9)]];
    const reckoned = (basis: Parameters<typeof averageByBasis>[1]) => {
      const { average, count } = must(averageByBasis(periods, basis, 'ofGrades'), 'an average');
      return [shownAverage(average, 2), count];
    };
    expect(reckoned('period')).toEqual(['8.50', 2]);
    expect(reckoned('lastPeriod')).toEqual(['8.50', 2]);
    expect(reckoned('wholeYear')).toEqual(['7.00', 3]);
    expect(reckoned('meanOfPeriods')).toEqual(['6.25', 3]);
    expect(averageByBasis([[]], 'period', 'ofGrades')).toBeUndefined();
  });

  test('D69, D71, D73: comes to a grade of the scale of its subject, or to a judgement of religion', () => {
    const low = fraction(5, 4);
    const tenths = (special: 'ordinary' | 'civics' | 'behaviour') =>
      prefillFor({ scale: 'tenths', subject: { name: 'x', special } }, low, 'halfUp');
    expect(tenths('ordinary')).toEqual({ grade: 1 });
    expect(tenths('civics')).toEqual({ grade: 3 });
    expect(tenths('behaviour')).toEqual({ grade: 5 });
    const religion = { scale: 'religion', subject: { name: 'x', special: 'religion' } } as const;
    expect(prefillFor(religion, fraction(13, 2), 'halfDown')).toEqual({ level: 'sufficient' });
  });
});

describe('what is written of it', () => {
  const row = { average: fraction(76, 10), prefill: { grade: 8 } };

  test('D73: the same number beside another average is confirmed anew, and says then what the marks come to', () => {
    const own = toProposed({ grade: 7 }, { average: fraction(66, 10), prefill: { grade: 7 } });
    const now = { average: fraction(74, 10), prefill: { grade: 7 } };
    expect(hasMoved({ own, average: fraction(66, 10) }, 'tenths')).toBe(false);
    expect(hasMoved({ own, ...now }, 'tenths')).toBe(true);
    const again = toProposed(saidOf(own), now);
    expect(again).toEqual({ grade: 7, origin: 'average', average: { numerator: 37, denominator: 5 } });
    expect(hasMoved({ own: again, ...now }, 'tenths')).toBe(false);
    // Marks that were all withdrawn leave no average beside it.
    expect(hasMoved({ own }, 'tenths')).toBe(true);
    expect(toProposed(saidOf(own), {})).toEqual({ grade: 7, origin: 'own' });
  });

  test('D71: what words come to moves for those alone who ask for it', () => {
    const own = { level: 'good', origin: 'average', average: { numerator: 7, denominator: 1 } } as const;
    expect(hasMoved({ own }, 'religion')).toBe(false);
    expect(hasMoved({ own, average: fraction(8) }, 'religion')).toBe(true);
    expect(hasMoved({}, 'tenths')).toBe(false);
  });

  test('D73: the average’s where the teacher takes what it comes to, with the exact average', () => {
    expect(toProposed({ grade: 8 }, row)).toEqual({
      grade: 8,
      origin: 'average',
      average: { numerator: 38, denominator: 5 },
    });
  });

  test('D73: the teacher’s own where it is another, with the average all the same', () => {
    expect(toProposed({ grade: 7 }, row)).toMatchObject({ grade: 7, origin: 'own' });
    expect(toProposed({ notClassified: true }, row)).toMatchObject({ notClassified: true, origin: 'own' });
    expect(toProposed({ level: 'good' }, {})).toEqual({ level: 'good', origin: 'own' });
  });

  test('D71: a judgement that the numbers come to is the average’s, and keeps it', () => {
    const ofNumbers = { average: fraction(13, 2), prefill: { level: 'fair' } } as const;
    expect(toProposed({ level: 'fair' }, ofNumbers)).toEqual({
      level: 'fair',
      origin: 'average',
      average: { numerator: 13, denominator: 2 },
    });
    expect(toProposed({ level: 'good' }, ofNumbers).origin).toBe('own');
  });

  test('nothing said is nothing proposed', () => {
    expect(toProposed({}, row)).toEqual({});
  });

  test('D57, D73: an average is held in its lowest terms', () => {
    expect(toStored(fraction(3n * 10n ** 40n, 10n ** 40n))).toEqual({ numerator: 3, denominator: 1 });
  });

  test('D73: what three types of many weights come to over two periods is taken as the average’s all the same', () => {
    // How many tests of each weight there were: their sums have few factors in common.
    const times = [
      { written: [1, 2, 5, 3], oral: [1, 3, 1, 5], practical: [1, 3, 3, 3] },
      { written: [1, 3, 3, 5], oral: [1, 3, 4, 4], practical: [1, 5, 1, 1] },
    ];
    const periods = times.map((ofPeriod) =>
      (['written', 'oral', 'practical'] as const).flatMap((type) =>
        ofPeriod[type].flatMap((count, at) =>
          Array.from({ length: count }, (_, which) => ({
            id: `${type}.${at}.${which}`,
            type,
            quarters: 22 + ((at * 5 + which * 3) % 9),
            weight: [85, 68, 33, 45][at] ?? 0,
          })),
        ),
      ),
    );
    const exact = must(averageOfYear(periods, 'meanOfPeriods', 'ofTypes'), 'an average');
    const prefill = proposedGrade(exact, FINAL_SCALES.subject, 'halfUp');
    const proposed = toProposed({ grade: prefill }, { average: exact, prefill: { grade: prefill } });
    const { average } = proposed;
    if (!average) throw new Error('it has an average');
    // No whole numbers that a record holds are the average itself.
    expect(compareFractions(fraction(average.numerator, average.denominator), exact)).not.toBe(0);
    expect(isSameAverage(average, exact)).toBe(true);
    const [sample] = kinds.proposal.samples;
    const record = { ...sample, proposed };
    expect(checkSchema(kinds.proposal.schema, record)).toBe(true);
    expect(kinds.proposal.contradiction(record)).toBeUndefined();
  });

  test('D57, D73: what is held comes to the same as the average, however it is rounded', () => {
    const part = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(part, part, fc.integer({ min: 0, max: 39 }), (a, b, quarters) => {
        const [small, large] = a < b ? [a, b] : [b, a];
        const exact = plus(fraction(quarters, 4), over(fraction(small), fraction(4n * large)));
        const { numerator, denominator } = toStored(exact);
        expect([numerator, denominator].every(Number.isSafeInteger)).toBe(true);
        const held = fraction(numerator, denominator);
        const said = (of: Fraction) => [
          ...PROPOSAL_ROUNDINGS.map((way) => proposedGrade(of, FINAL_SCALES.subject, way)),
          shownAverage(of, 1),
          shownAverage(of, 2),
          compareFractions(of, fraction(10)) <= 0,
        ];
        expect(said(held)).toEqual(said(exact));
      }),
    );
  });
});
