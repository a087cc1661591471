import { expect, test } from 'vitest';
import { countTicks, placeOf } from './scale.ts';

test('a value stands as far along its places as along its values, also where those run upwards', () => {
  expect(placeOf(6, { from: 1, to: 11 }, { from: 0, to: 200 })).toBe(100);
  expect(placeOf(1, { from: 1, to: 10 }, { from: 180, to: 0 })).toBe(180);
  expect(placeOf(10, { from: 1, to: 10 }, { from: 180, to: 0 })).toBe(0);
});

test('the only value of a span stands in the middle', () => {
  expect(placeOf(3, { from: 3, to: 3 }, { from: 0, to: 50 })).toBe(25);
});

test('the lines of a count are whole numbers, few, and reach the most', () => {
  expect(countTicks(0)).toEqual([0, 1]);
  expect(countTicks(3)).toEqual([0, 1, 2, 3]);
  expect(countTicks(28)).toEqual([0, 6, 12, 18, 24, 30]);
  for (const most of [1, 7, 13, 29, 30, 31]) expect(countTicks(most).at(-1)).toBeGreaterThanOrEqual(most);
});
