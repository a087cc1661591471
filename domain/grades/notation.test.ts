import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_GRADE_RULES,
  HIGHEST_GRADE,
  isGiven,
  LOWEST_GRADE,
  readGrade,
  writeGrade,
  type GradeRules,
} from './notation.ts';

const read = (text: string, rules: Partial<GradeRules> = {}) => {
  const result = readGrade(text, { ...DEFAULT_GRADE_RULES, ...rules });
  return result.ok ? result.value / 4 : result.failure;
};

describe('D50 reading a typed grade', () => {
  it.each([
    ['6', 6],
    ['6+', 6.25],
    ['6½', 6.5],
    ['6 1/2', 6.5],
    ['6,5', 6.5],
    ['6.5', 6.5],
    ['6,50', 6.5],
    ['7-', 6.75],
    ['7−', 6.75],
    ['6/7', 6.5],
    ['9/10', 9.5],
    [' 8 ', 8],
    ['10', 10],
    ['10-', 9.75],
    ['1', 1],
  ])('D50: %j is %d', (text, points) => {
    expect(read(text)).toBe(points);
  });

  it.each([
    ['6++', 'notAGrade'],
    ['6--', 'notAGrade'],
    ['', 'notAGrade'],
    ['sei', 'notAGrade'],
    ['6/8', 'notAGrade'],
    ['-6', 'notAGrade'],
    ['1e1', 'notAGrade'],
    ['10+', 'outOfRange'],
    ['1-', 'outOfRange'],
    ['0', 'outOfRange'],
    ['10/11', 'outOfRange'],
    ['65', 'outOfRange'],
    ['6,3', 'betweenSteps'],
    ['6,666666667', 'betweenSteps'],
  ])('D50: %j is refused as %s', (text, fault) => {
    expect(read(text)).toBe(fault);
  });

  it.each([
    ['4.18', 4.25],
    ['6.6', 6.5],
    ['6.63', 6.75],
    ['6.125', 6.25],
    ['6.124', 6],
    ['6,3', 6.25],
    ['6,666666667', 6.75],
    ['6,12499999999999999', 6],
    ['6,125000000000000', 6.25],
  ])('D50: where the school rounds, %s goes to the nearest quarter, half up: %d', (text, points) => {
    expect(read(text, { rounds: true })).toBe(points);
  });

  it.each([
    ['6++', 'notAGrade'],
    ['6--', 'notAGrade'],
    ['10+', 'outOfRange'],
    ['1-', 'outOfRange'],
    ['0', 'outOfRange'],
  ])('D50: %j is refused as %s where the school rounds, too', (text, fault) => {
    expect(read(text, { rounds: true })).toBe(fault);
  });

  it('D50: goes there and back for every grade there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: LOWEST_GRADE, max: HIGHEST_GRADE }), (quarters) => {
        expect(readGrade(writeGrade(quarters))).toEqual({ ok: true, value: quarters });
        expect(readGrade(String(quarters / 4))).toEqual({ ok: true, value: quarters });
      }),
    );
  });
});

describe('D46 grades out of range are refused, never brought into it', () => {
  it.each([
    ['0.75', 'outOfRange'],
    ['10.25', 'outOfRange'],
    ['10,000000000000001', 'outOfRange'],
    ['0.99', 'outOfRange'],
    ['12', 'outOfRange'],
    ['0.5', 'outOfRange'],
    ['1', 1],
    ['10', 10],
  ])('D46: %s is %s, whether the school rounds or not', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(read(text, { rounds: true })).toBe(expected);
  });
});

describe('D51 a school’s own steps and lowest grade', () => {
  it('D51: refuses a grade below the lowest one', () => {
    expect(read('2.5', { lowest: 12 })).toBe('belowLowest');
    expect(read('3', { lowest: 12 })).toBe(3);
  });

  it('D51: takes whole and half grades alone where the school has no others', () => {
    expect(read('6+', { step: 'half' })).toBe('betweenSteps');
    expect(read('6½', { step: 'half' })).toBe(6.5);
    expect(read('6½', { step: 'whole' })).toBe('betweenSteps');
    expect(read('6+', { step: 'half', rounds: true })).toBe(6.5);
  });

  it('D51, D46: what is below the lowest grade is refused where the school rounds, too, and not brought up to it', () => {
    const rounding = { lowest: 12, rounds: true } as const;
    expect(read('2.5', rounding)).toBe('belowLowest');
    expect(read('2.5', { ...rounding, step: 'whole' })).toBe('belowLowest');
    expect(read('2.75', { ...rounding, step: 'half' })).toBe('belowLowest');
    expect(read('2,9', rounding)).toBe('belowLowest');
    expect(read('3', rounding)).toBe(3);
    expect(read('3,1', rounding)).toBe(3);
  });

  it('D51: from 2 to 10 with halves alone a school gives seventeen grades', () => {
    const rules = { step: 'half', lowest: 8 } as const;
    const given = Array.from({ length: HIGHEST_GRADE + 1 }, (_, quarters) => quarters).filter((quarters) =>
      isGiven(quarters, rules),
    );
    expect(given.map((quarters) => quarters / 4)).toEqual(Array.from({ length: 17 }, (_, at) => 2 + at / 2));
    expect(read('1½', rules)).toBe('belowLowest');
  });
});

describe('D21 a grade as it is shown', () => {
  it.each([
    [6.25, '6+'],
    [6.5, '6½'],
    [6.75, '7-'],
    [9.75, '10-'],
    [10, '10'],
    [1, '1'],
  ])('D21: %d is written %s', (points, text) => {
    expect(writeGrade(points * 4)).toBe(text);
  });

  it('D21: there are thirty-seven, from 1 to 10 in quarters, and none above 10', () => {
    const all = Array.from({ length: 9 }, (_, at) => at + 1).flatMap((whole) => [
      `${whole}`,
      `${whole}+`,
      `${whole}½`,
      `${whole + 1}-`,
    ]);
    const written = [...all, '10'];
    expect(written).toHaveLength(37);
    expect(written.map((text) => read(text))).toEqual(written.map((_, at) => 1 + at / 4));
    expect(written.map((_, at) => writeGrade(LOWEST_GRADE + at))).toEqual(written);
  });
});
