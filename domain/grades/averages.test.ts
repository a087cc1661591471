import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, lowestTerms, type Fraction } from './fraction.ts';
import type { AssessmentType } from './assessment-types.ts';
import {
  average,
  averageOfGrades,
  averageOfTypes,
  averageOfYear,
  overallAverage,
  shownAverage,
} from './averages.ts';
import { countedGrades, type CountedGrade, type GradeEntry } from './counted-grades.ts';
import { countEvents } from './events.ts';
import { missingGrades, type NeededGrades } from './needed-grades.ts';
import { standingOf, standingOfGrade } from './standing.ts';

const grade = (points: number, changes: Partial<CountedGrade> = {}): CountedGrade => ({
  id: `${points}`,
  type: 'written',
  quarters: points * 4,
  weight: 100,
  ...changes,
});
const oral = (points: number) => grade(points, { type: 'oral' });
const entry = (id: string, points: number | undefined, changes: Partial<GradeEntry> = {}): GradeEntry => ({
  id,
  type: 'written',
  quarters: points === undefined ? undefined : points * 4,
  weight: 100,
  counts: true,
  ...changes,
});
const shown = (exact: Fraction | undefined) => (exact ? shownAverage(exact, 2) : 'n.d.');
const averageOf = (...entries: GradeEntry[]) => shown(averageOfGrades(countedGrades(entries).counted));

describe('D23, D57 the average of grades', () => {
  it('D23: is the weighted mean, exact, shown with two decimals', () => {
    const three = averageOfGrades([grade(6.25), grade(6.75), grade(5.5)]);
    expect(three && lowestTerms(three)).toEqual(fraction(37, 6));
    expect(shown(three)).toBe('6.17');
    expect(shown(averageOfGrades([grade(8), grade(5, { weight: 50 })]))).toBe('7.00');
  });

  it('D57: is rounded once, when shown: 199 times 5.50 and one 5.25 is shown 5.50 and is 5.49875', () => {
    const exact = averageOfGrades([...Array.from({ length: 199 }, () => grade(5.5)), grade(5.25)]);
    expect(shown(exact)).toBe('5.50');
    expect(exact).toBeDefined();
    expect(Number(exact?.numerator) / Number(exact?.denominator)).toBe(5.49875);
  });

  it('D57: is shown with one decimal where the school wants it, half up', () => {
    expect(shownAverage(fraction(625, 100), 1)).toBe('6.3');
    expect(shownAverage(fraction(6), 1)).toBe('6.0');
  });

  it('D57: is the same in any order, and equal to the exact fraction', () => {
    const any = fc.record({
      quarters: fc.integer({ min: 4, max: 40 }),
      weight: fc.integer({ min: 1, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (grades) => {
        const all = grades.map(({ quarters, weight }, at) => grade(0, { id: `${at}`, quarters, weight }));
        const there = averageOfGrades(all);
        const back = averageOfGrades(all.toReversed());
        expect(there).toEqual(back);
        const weights = all.reduce((sum, { weight }) => sum + weight, 0);
        const sum = all.reduce((total, each) => total + each.quarters * each.weight, 0);
        expect(there && there.numerator * BigInt(4 * weights) === BigInt(sum) * there.denominator).toBe(true);
      }),
    );
  });
});

describe('D58 weights', () => {
  it.each([
    ['9.00', [grade(9, { weight: 100 })]],
    ['8.10', [grade(6, { weight: 30 }), grade(9, { weight: 70 })]],
    ['7.00', [grade(8), grade(5, { weight: 50 })]],
    ['n.d.', []],
  ])('D58: comes to %s', (text, grades) => {
    expect(shown(averageOfGrades(grades))).toBe(text);
  });

  it('D58: a weight of 0 is out of the average, which is then none and never 0', () => {
    expect(averageOf(entry('a', 7, { weight: 0 }))).toBe('n.d.');
    expect(countedGrades([entry('a', 7, { weight: 0 })]).notCounted).toEqual(new Map([['a', 'weight']]));
  });

  it('D58: what has no number leaves the average of the others as it is', () => {
    expect(
      averageOf(entry('a', 6, { weight: 30 }), entry('b', undefined), entry('c', 9, { weight: 70 })),
    ).toBe('8.10');
  });
});

describe('D59, D60, D62 averages of types, of the year, of all subjects', () => {
  it('D59: the mean of grades and the mean of types differ', () => {
    const grades = [grade(6), grade(8), oral(5)];
    expect(shown(average(grades, 'ofGrades'))).toBe('6.33');
    expect(shown(average(grades, 'ofTypes'))).toBe('6.00');
    expect(averageOfTypes([])).toBeUndefined();
  });

  it('D60: the year stands on the last period, on all grades, or on the periods’ averages', () => {
    const periods = [[grade(6), grade(6), grade(6)], [grade(8)]];
    expect(shown(averageOfYear(periods, 'lastPeriod', 'ofGrades'))).toBe('8.00');
    expect(shown(averageOfYear(periods, 'wholeYear', 'ofGrades'))).toBe('6.50');
    expect(shown(averageOfYear(periods, 'meanOfPeriods', 'ofGrades'))).toBe('7.00');
  });

  it('D60: a period without grades has no say, and the last one without grades has no average', () => {
    expect(shown(averageOfYear([[grade(6)], []], 'meanOfPeriods', 'ofGrades'))).toBe('6.00');
    expect(averageOfYear([[grade(6)], []], 'lastPeriod', 'ofGrades')).toBeUndefined();
  });

  it('D62: all subjects that have an average count alike', () => {
    expect(shown(overallAverage([fraction(7), fraction(6), undefined]))).toBe('6.50');
    expect(overallAverage([undefined])).toBeUndefined();
  });
});

describe('D61 what a family sees', () => {
  it('D61: is computed from what it may see alone', () => {
    const visible = [entry('a', 8), entry('b', 7)];
    expect(averageOf(...visible)).toBe('7.50');
    expect(averageOf(...visible, entry('c', 3))).toBe('6.00');
  });

  it('D61: says nothing of a grade that recovers one of them and is not seen yet', () => {
    const first = entry('a', 4);
    const recovery = entry('b', 7, { recovers: { grade: 'a', effect: 'replaces' } });
    expect(averageOf(first, recovery)).toBe('7.00');
    expect(averageOf(first)).toBe('4.00');
    expect(averageOf(recovery)).toBe('7.00');
  });
});

describe('D52, D53, D63 what is not in the average', () => {
  it('D52: unprepared is told in words and leaves the average of the others', () => {
    const entries = [entry('a', undefined, { event: 'unprepared' }), entry('b', 7), entry('c', 8)];
    expect(averageOf(...entries)).toBe('7.50');
    expect(countedGrades(entries).counted).toHaveLength(2);
    expect(countEvents(entries)).toEqual([{ event: 'unprepared', count: 1 }]);
  });

  it('D52: signs for taking part are counted, each for itself', () => {
    const signs = (['participationPlus', 'participationPlus', 'participationMinus'] as const).map(
      (event, at) => entry(`${at}`, undefined, { event }),
    );
    expect(averageOf(entry('x', 6), ...signs)).toBe('6.00');
    expect(countEvents(signs)).toEqual([
      { event: 'participationPlus', count: 2 },
      { event: 'participationMinus', count: 1 },
    ]);
  });

  it('D45, D53: a judgement alone and points without a conversion leave the average as it is, whatever they weigh', () => {
    const entries = [
      entry('words', undefined),
      entry('points', undefined, { isRawScore: true, weight: 50 }),
      entry('mark', 7),
    ];
    expect(averageOf(...entries)).toBe('7.00');
    expect(Object.fromEntries(countedGrades(entries).notCounted)).toEqual({
      words: 'noNumber',
      points: 'rawScore',
    });
    expect(averageOf(...entries.slice(0, 2))).toBe('n.d.');
  });

  it('D63: each says why', () => {
    const { notCounted } = countedGrades([
      entry('event', undefined, { event: 'notDone' }),
      entry('score', undefined, { isRawScore: true }),
      entry('words', undefined),
      entry('chosen', 6, { counts: false }),
      entry('weightless', 6, { weight: 0 }),
      entry('gone', 6, { isWithdrawn: true }),
      entry('old', 4),
      entry('new', 7, { recovers: { grade: 'old', effect: 'replaces' } }),
    ]);
    expect(Object.fromEntries(notCounted)).toEqual({
      event: 'event',
      score: 'rawScore',
      words: 'noNumber',
      chosen: 'choice',
      weightless: 'weight',
      gone: 'withdrawn',
      old: 'recovered',
    });
  });
});

describe('D56 recoveries', () => {
  const recovered = (first: number, second: number, effect: 'replaces' | 'better' | 'both') =>
    averageOf(entry('a', first), entry('b', second, { recovers: { grade: 'a', effect } }));

  it.each([
    [4, 7, 'replaces', '7.00'],
    [4, 7, 'better', '7.00'],
    [4, 7, 'both', '5.50'],
    [4, 3, 'replaces', '3.00'],
    [4, 3, 'better', '4.00'],
    [4, 4, 'better', '4.00'],
  ] as const)('D56: %d then %d, %s, is %s', (first, second, effect, text) => {
    expect(recovered(first, second, effect)).toBe(text);
  });

  it('D56: a recovery that is no better says so of itself, and not what it recovers', () => {
    const recovery = (points: number) => entry('b', points, { recovers: { grade: 'a', effect: 'better' } });
    const why = (points: number) =>
      Object.fromEntries(countedGrades([entry('a', 4), recovery(points)]).notCounted);
    expect(why(3)).toEqual({ b: 'notBetter' });
    expect(why(7)).toEqual({ a: 'recovered' });
  });

  it('D56: withdrawing the 7 brings the 4 back', () => {
    const withdrawn = entry('b', 7, { recovers: { grade: 'a', effect: 'replaces' }, isWithdrawn: true });
    expect(averageOf(entry('a', 4), withdrawn)).toBe('4.00');
  });

  it('D56: a recovery of a recovery stands in the place of what stood, also where the one between was in vain or is withdrawn', () => {
    const chain = (between: Partial<GradeEntry>, points: number) =>
      averageOf(
        entry('a', 5),
        entry('b', points, { recovers: { grade: 'a', effect: 'better' }, ...between }),
        entry('c', 6, { recovers: { grade: 'b', effect: 'replaces' } }),
      );
    expect(chain({}, 5.5)).toBe('6.00');
    expect(chain({}, 3)).toBe('6.00');
    expect(chain({ isWithdrawn: true }, 9)).toBe('6.00');
  });

  it('D56: a test that was missed is recovered by the grade alone', () => {
    const missed = entry('a', undefined, { event: 'absentAtTest' });
    expect(averageOf(missed, entry('b', 7, { recovers: { grade: 'a', effect: 'both' } }))).toBe('7.00');
  });

  it('D56: two that claim to recover each other end', () => {
    const one = entry('a', 4, { recovers: { grade: 'b', effect: 'replaces' } });
    const other = entry('b', 7, { recovers: { grade: 'a', effect: 'replaces' } });
    expect(averageOf(one, other)).toBe('7.00');
  });

  it('D56: of two of the same day either recovers the other, whichever comes first in their order; of a circle one link is none', () => {
    const oral = entry('a', 7, { type: 'oral', recovers: { grade: 'b', effect: 'replaces' } });
    const written = entry('b', 4);
    for (const entries of [
      [oral, written],
      [written, oral],
    ]) {
      expect(averageOf(...entries)).toBe('7.00');
      expect(countedGrades(entries).notCounted.get('b')).toBe('recovered');
    }
    const circle = ['a', 'b', 'c'].map((id, at) =>
      entry(id, 5 + at, { recovers: { grade: 'bca'[at] ?? '', effect: 'replaces' } }),
    );
    expect(averageOf(...circle)).toBe('6.00');
    expect(countedGrades(circle).counted.map(({ id }) => id)).toEqual(['b']);
  });

  it('D56: of two recoveries of one grade that stand all the same the second stands in the place of the first', () => {
    const second = (effect: 'replaces' | 'better' | 'both', points: number) =>
      averageOf(
        entry('a', 4),
        entry('b', 6, { recovers: { grade: 'a', effect: 'replaces' } }),
        entry('c', points, { recovers: { grade: 'a', effect } }),
      );
    expect([second('replaces', 5), second('better', 5), second('both', 8)]).toEqual(['5.00', '6.00', '7.00']);
  });

  it('D56: whatever recovers what, each entry counts or says why not, and something counts where anything could', () => {
    const any = fc.array(
      fc.record({
        points: fc.option(fc.integer({ min: 4, max: 40 }), { nil: undefined }),
        of: fc.nat(12),
        effect: fc.constantFrom('replaces', 'better', 'both', undefined),
        isWithdrawn: fc.boolean(),
        type: fc.constantFrom<AssessmentType>('written', 'oral'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (drawn) => {
        const entries = drawn.map(({ points, of, effect, isWithdrawn, type }, at) =>
          entry(`${at}`, points === undefined ? undefined : points / 4, {
            type,
            isWithdrawn,
            recovers: effect && { grade: `${of}`, effect },
          }),
        );
        const { counted, notCounted } = countedGrades(entries);
        const told = [...counted.map(({ id }) => id), ...notCounted.keys()];
        expect(new Set(told).size).toBe(told.length);
        expect(told).toHaveLength(entries.length);
        const could = entries.some(
          ({ quarters, isWithdrawn }) => quarters !== undefined && isWithdrawn !== true,
        );
        expect(counted.length > 0).toBe(could);
      }),
    );
  });
});

describe('D64 how a value stands to what is sufficient', () => {
  it.each([
    [6, 'sufficient'],
    [5.75, 'nearly'],
    [5, 'nearly'],
    [4.75, 'low'],
  ])('D64: %d is %s', (points, standing) => {
    expect(standingOfGrade(points * 4)).toBe(standing);
  });

  it('D64: follows the sufficiency of the scale, and an average exactly', () => {
    expect(standingOfGrade(22, 22)).toBe('sufficient');
    expect(standingOf(fraction(5_999, 1000))).toBe('nearly');
    expect(standingOf(fraction(4_999, 1000))).toBe('low');
  });
});

describe('D65 how many grades there must be', () => {
  const missingOf = (entries: readonly GradeEntry[], needed: NeededGrades) =>
    missingGrades(entries, countedGrades(entries), needed);

  it('D65: says what is missing of each type', () => {
    const entries = [entry('a', 6), entry('b', 7), entry('c', 6, { type: 'oral' })];
    expect(missingOf(entries, { written: 2, oral: 2 })).toEqual([{ type: 'oral', count: 1 }]);
    expect(missingOf(entries, {})).toEqual([]);
  });

  it('D65, D56: a test that was recovered was held, whatever stands in its place; what was kept out of the average was not', () => {
    const replaced = [
      entry('a', 4),
      entry('b', 7, { type: 'oral', recovers: { grade: 'a', effect: 'replaces' } }),
    ];
    expect(missingOf(replaced, { written: 1, oral: 1 })).toEqual([]);
    const inVain = [entry('a', 6), entry('b', 5, { recovers: { grade: 'a', effect: 'better' } })];
    expect(missingOf(inVain, { written: 2 })).toEqual([]);
    const others = [
      entry('chosen', 6, { counts: false }),
      entry('weightless', 6, { weight: 0 }),
      entry('gone', 6, { isWithdrawn: true }),
      entry('event', undefined, { event: 'absentAtTest' }),
      entry('points', undefined, { isRawScore: true }),
    ];
    expect(missingOf(others, { written: 1 })).toEqual([{ type: 'written', count: 1 }]);
  });
});
