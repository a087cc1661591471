import { describe, expect, it } from 'vitest';
import { fraction, over } from '../fraction.ts';
import { convert, isConversion, type Conversion } from './conversion.ts';
import { rubricScore } from './rubric.ts';

const linear = (lowest: number): Conversion => ({ way: 'linear', lowest: lowest * 4 });
/** 60 % is sufficient. */
const pieces: Conversion = {
  way: 'pieces',
  points: [
    { percent: 0, quarters: 8 },
    { percent: 60, quarters: 24 },
    { percent: 100, quarters: 40 },
  ],
};

describe('D53 scores of a test', () => {
  it.each([
    [1, 7.25],
    [2, 7.5],
  ])('D53: 35 of 50, in a line from %d, is %d', (lowest, points) => {
    expect(convert(fraction(35, 50), linear(lowest), undefined) / 4).toBe(points);
  });

  it.each([
    [0, 2],
    [30, 4],
    [55, 5.75],
    [60, 6],
    [70, 7],
    [85, 8.5],
    [100, 10],
  ])('D53: %d %% by pieces, 60 %% being sufficient, is %d', (percent, points) => {
    expect(convert(fraction(percent, 100), pieces, undefined) / 4).toBe(points);
  });

  it.each([
    ['half', 35, 7.5],
    ['half', 34, 7],
    ['whole', 35, 7],
    ['whole', 37, 8],
    ['quarter', 35, 7.25],
  ] as const)(
    'D51, D53: where a school gives %s points, %d of 50 in a line from 1 is %d',
    (step, score, points) => {
      expect(convert(fraction(score, 50), linear(1), { step }) / 4).toBe(points);
    },
  );

  it('D51, D57: what was reckoned is rounded once, and not by way of a quarter', () => {
    // 6.16 is 6.25 in quarters, which would be 6.5 in halves.
    expect(convert(fraction(52, 100), linear(2), {}) / 4).toBe(6.25);
    expect(convert(fraction(52, 100), linear(2), { step: 'half' }) / 4).toBe(6);
  });

  it('D51, D53: nobody gets less than the lowest grade of the school', () => {
    expect(convert(fraction(0), linear(1), { lowest: 12 }) / 4).toBe(3);
    expect(convert(fraction(0), pieces, { step: 'whole', lowest: 16 }) / 4).toBe(4);
    expect(convert(fraction(1), linear(1), { step: 'whole', lowest: 16 }) / 4).toBe(10);
  });

  it('D53: a conversion goes from none to all of the score and never down', () => {
    expect(isConversion(pieces)).toBe(true);
    expect(isConversion(linear(0))).toBe(false);
    const points = (...corners: [number, number][]) =>
      isConversion({
        way: 'pieces',
        points: corners.map(([percent, quarters]) => ({ percent, quarters })),
      });
    expect(points([0, 8], [60, 24], [60, 28], [100, 40])).toBe(false);
    expect(points([0, 8], [60, 24], [100, 20])).toBe(false);
    expect(points([10, 8], [100, 40])).toBe(false);
    expect(points([0, 8])).toBe(false);
  });
});

describe('D54 rubrics', () => {
  const criteria = ['a', 'b', 'c', 'd'].map((id) => ({ id, levels: [0, 100, 200, 300, 400, 500] }));
  const chosen = new Map([
    ['a', 4],
    ['b', 3],
    ['c', 5],
    ['d', 2],
  ]);

  it('D54: the sum of four criteria is 14 of 20, and in a line from 2 seven and a half', () => {
    const sum = rubricScore(criteria, 'sum', chosen);
    expect(sum).toEqual({ score: fraction(1400), maximum: fraction(2000) });
    expect(sum && convert(over(sum.score, sum.maximum), linear(2), undefined) / 4).toBe(7.5);
  });

  it('D54: their mean comes to the same grade', () => {
    const mean = rubricScore(criteria, 'mean', chosen);
    expect(mean && convert(over(mean.score, mean.maximum), linear(2), undefined) / 4).toBe(7.5);
  });

  it('D54: has no score until each criterion has its level', () => {
    expect(rubricScore(criteria, 'sum', new Map([['a', 4]]))).toBeUndefined();
    expect(rubricScore([], 'sum', new Map())).toBeUndefined();
  });
});
