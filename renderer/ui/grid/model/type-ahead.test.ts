import { expect, test } from 'vitest';
import { createTypeAhead } from './type-ahead.ts';

const NAMES = ['Abate Luca', 'Àngeli Ida', 'Bassi Aldo', 'Basso Lia', 'Costa Ugo'];

test('a letter leads to the next name that begins with it, around the end, whatever its accent', () => {
  const { type } = createTypeAhead();
  expect(type('a', 0, NAMES, 0)).toBe(1);
  expect(type('a', 5000, NAMES, 1)).toBe(0);
  expect(type('c', 9000, NAMES, 0)).toBe(4);
  expect(type('z', 15_000, NAMES, 4)).toBeUndefined();
});

test('letters typed without a pause are one beginning, the same letter again is the next name', () => {
  const { type } = createTypeAhead();
  expect(type('b', 0, NAMES, 0)).toBe(2);
  for (const [letter, now] of [
    ['a', 100],
    ['s', 200],
    ['s', 300],
  ] as const)
    expect(type(letter, now, NAMES, 2)).toBe(2);
  expect(type('o', 400, NAMES, 2)).toBe(3);
  expect(type('b', 5000, NAMES, 3)).toBe(2);
  expect(type('b', 5100, NAMES, 2)).toBe(3);
});
