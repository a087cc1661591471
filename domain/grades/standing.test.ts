import { expect, test } from 'vitest';
import { isBelow, standingOfLevel, standingOfMark } from './standing.ts';

test('D64, D68 in a scale of words the colours follow what it calls sufficient', () => {
  expect(standingOfLevel('primary', 'sufficient')).toBe('sufficient');
  expect(standingOfLevel('primary', 'notSufficient')).toBe('nearly');
  expect(standingOfLevel('religion', 'excellent')).toBe('sufficient');
  expect(standingOfLevel('religion', 'mediocre')).toBe('nearly');
  expect(standingOfLevel('religion', 'insufficient')).toBe('low');
});

test('D64, D68 a mark stands by its number, else by its judgement, and one of neither is not said to stand', () => {
  expect(standingOfMark('tenths', { quarters: 22 })).toBe('nearly');
  expect(standingOfMark('primary', { level: 'good' })).toBe('sufficient');
  expect(standingOfMark('primary', {})).toBeUndefined();
});

test('D64, D68 below is what is nearly sufficient or low, and nothing that does not count', () => {
  const all = ['sufficient', 'nearly', 'low', 'notCounted', undefined] as const;
  expect(all.map(isBelow)).toEqual([false, true, true, false, false]);
});
