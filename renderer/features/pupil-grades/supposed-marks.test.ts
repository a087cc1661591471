import { describe, expect, test } from 'vitest';
import { shownAverage } from '../../../domain/grades/averages.ts';
import type { CountedGrade } from '../../../domain/grades/counted-grades.ts';
import { DEFAULT_GRADE_RULES } from '../../../domain/grades/notation.ts';
import { neededMark, readSupposed, supposedAverage, type Supposing } from './supposed-marks.ts';

const grade = (quarters: number, over: Partial<CountedGrade> = {}): CountedGrade => ({
  id: `g${quarters}`,
  type: 'written',
  quarters,
  weight: 100,
  ...over,
});
const of = (counted: readonly CountedGrade[], over: Partial<Supposing> = {}): Supposing => ({
  counted,
  way: 'ofGrades',
  rules: DEFAULT_GRADE_RULES,
  type: 'oral',
  ...over,
});

describe('marks that somebody supposes', () => {
  test('are read as teachers write them, with spaces between (D50)', () => {
    expect(readSupposed(' 7 6+  8- 6,5;6½ ', of([]))).toEqual({ ok: true, value: [28, 25, 31, 26, 26] });
    expect(readSupposed('', of([]))).toEqual({ ok: true, value: [] });
  });

  test('six and a half is one mark in each of its ways (D50)', () => {
    expect(readSupposed('6 1/2', of([]))).toEqual({ ok: true, value: [26] });
    expect(readSupposed('7  6 1/2;8 1/2 5', of([]))).toEqual({ ok: true, value: [28, 26, 34, 20] });
    expect(readSupposed('6/7 6 ½', of([]))).toEqual({ ok: true, value: [26, 26] });
    expect(readSupposed('6+ 1/2', of([]))).toEqual({ ok: true, value: [25, 6] });
  });

  test('the first that is none is named (D46)', () => {
    expect(readSupposed('7 12 x', of([]))).toEqual({ ok: false, failure: '12' });
  });

  test('count with what there is, exactly (D57)', () => {
    const exact = supposedAverage([32], of([grade(20), grade(24)]));
    expect(exact && shownAverage(exact, 2)).toBe('6.33');
  });

  test('count in the way of the school: as a type of their own, where it takes the mean of the types (D59)', () => {
    const counted = [grade(24), grade(32)];
    const exact = supposedAverage([20], of(counted, { way: 'ofTypes' }));
    expect(exact && shownAverage(exact, 2)).toBe('6.00');
  });

  test('without any mark there is no average (D58)', () => {
    expect(supposedAverage([], of([]))).toBeUndefined();
  });
});

describe('the mark that is needed', () => {
  test('is the lowest that reaches what is sufficient', () => {
    expect(neededMark(of([grade(20)]))).toBe(28);
    expect(neededMark(of([grade(23)]))).toBe(25);
    expect(neededMark(of([grade(40)]))).toBe(8);
  });

  test('is one that the school gives (D51)', () => {
    expect(neededMark(of([grade(23)], { rules: { ...DEFAULT_GRADE_RULES, step: 'whole' } }))).toBe(28);
    expect(neededMark(of([grade(40)], { rules: { ...DEFAULT_GRADE_RULES, lowest: 12 } }))).toBe(12);
  });

  test('is none where not even a ten is enough', () => {
    expect(neededMark(of([grade(4), grade(6)]))).toBeUndefined();
  });
});
