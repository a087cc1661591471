import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { averageOfGrades } from '../../../domain/grades/averages.ts';
import { proposedGrade, FINAL_SCALES } from '../../../domain/grades/proposals.ts';
import { must } from '../../../domain/base/assert.ts';
import { averageText, writtenAverage } from './written-average.ts';

const format = { number: (value: number) => new Intl.NumberFormat('it').format(value) };
const t = ((key: string) => key) as unknown as TFunction;
/** 199 marks of 5.50 and one of 5.25. */
const exact = must(
  averageOfGrades(
    Array.from({ length: 200 }, (_, at) => ({
      id: `${at}`,
      type: 'written' as const,
      quarters: at === 0 ? 21 : 22,
      weight: 100,
    })),
  ),
  'an average',
);

test('D57: an average has two decimals where the school has not chosen, or the one or two that it has', () => {
  expect(writtenAverage(exact, undefined, format)).toBe('5,50');
  expect(writtenAverage(exact, {}, format)).toBe('5,50');
  expect(writtenAverage(exact, { decimals: 2 }, format)).toBe('5,50');
  expect(writtenAverage(exact, { decimals: 1 }, format)).toBe('5,5');
});

test('D57, D73: whatever is shown of it, the proposal is of the exact one: 5', () => {
  for (const decimals of [1, 2] as const) {
    expect(Number(writtenAverage(exact, { decimals }, format).replace(',', '.'))).toBe(5.5);
    expect(proposedGrade(exact, FINAL_SCALES.subject, 'halfUp')).toBe(5);
  }
});

test('D58: of nothing there is no average, and no 0', () => {
  expect(averageText(undefined, undefined, { t, format })).toBe('grade.noAverage');
});
