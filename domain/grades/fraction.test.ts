import { expect, test } from 'vitest';
import { fraction, lowestTerms } from './fraction.ts';

test('a fraction in its lowest terms has nothing in common above and below', () => {
  expect(lowestTerms(fraction(26, 4))).toEqual(fraction(13, 2));
  expect(lowestTerms(fraction(-26, 4))).toEqual(fraction(-13, 2));
  expect(lowestTerms(fraction(0, 7))).toEqual(fraction(0, 1));
  expect(lowestTerms(fraction(7, 7))).toEqual(fraction(1));
});
