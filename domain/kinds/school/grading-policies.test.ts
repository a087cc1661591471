import { expect, test } from 'vitest';
import { DEFAULT_GRADING, gradingOf } from './grading-policies.ts';

test('D50, D51, D57, D59, D60, D64, D73: what a school has not chosen is as it usually is, and what it has chosen stays', () => {
  expect(gradingOf(undefined)).toBe(DEFAULT_GRADING);
  const chosen = { average: 'ofTypes', decimals: 1, excuses: 2 } as const;
  expect(gradingOf(chosen)).toEqual({ ...DEFAULT_GRADING, ...chosen });
  expect(gradingOf({})).toEqual({
    step: 'quarter',
    lowest: 4,
    rounds: false,
    average: 'ofGrades',
    decimals: 2,
    yearBasis: 'lastPeriod',
    proposalRounding: 'halfUp',
    needed: {},
    overallAverage: false,
    palette: 'green',
    councilReads: false,
  });
});

test('the same policies come to the same object: nothing is reckoned anew for it', () => {
  const chosen = { palette: 'blue' } as const;
  expect(gradingOf(chosen)).toBe(gradingOf(chosen));
});
