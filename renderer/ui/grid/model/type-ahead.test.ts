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

test('letters lead to names of several parts, which are typed without their apostrophes and spaces', () => {
  const names = [
    'Dalla Costa Ugo',
    "D'Angelo Ida",
    'Della Valle Lia',
    'De Luca Aldo',
    'D’Àvila Eva',
    'Di Napoli Ada',
  ];
  const reached = (letters: string, at = 0) => {
    const { type } = createTypeAhead();
    return [...letters].reduce<number | undefined>(
      (place, letter, index) => type(letter, 100 * index, names, place ?? at),
      at,
    );
  };
  expect(['dan', 'delu', 'dav', 'dina', 'dellav'].map((letters) => reached(letters))).toEqual([
    1, 3, 4, 5, 2,
  ]);
  expect(reached('danx')).toBeUndefined();
  // A decomposed accent is no letter more.
  const { type } = createTypeAhead();
  expect([type('a', 0, ['Bo', 'A\u0300ng'], 0), type('n', 100, ['Bo', 'A\u0300ng'], 1)]).toEqual([1, 1]);
});
