import { expect, test } from 'vitest';
import { keptFacts, keptParts } from './kept-parts.ts';

test('something is made anew when one of its parts is another one, whichever that is', () => {
  let made = 0;
  const sumOf = keptParts(({ one, more }: { readonly one: number; readonly more: readonly number[] }) => {
    made += 1;
    return [one, ...more];
  });
  const first = sumOf('anna', { one: 1, more: [2, 3] });
  expect(sumOf('anna', { one: 1, more: [2, 3] })).toBe(first);
  expect(made).toBe(1);
  expect(sumOf('anna', { one: 1, more: [2, 4] })).toEqual([1, 2, 4]);
  expect(sumOf('anna', { one: 0, more: [2, 4] })).toEqual([0, 2, 4]);
  expect(sumOf('bruno', { one: 0, more: [2, 4] })).toEqual([0, 2, 4]);
  expect(made).toBe(4);
});

test('facts are the same while they say the same, in maps too, and others as soon as one is said besides', () => {
  interface Facts {
    readonly cells: ReadonlyMap<string, number>;
    readonly enters?: string;
  }
  const kept = keptFacts<Facts>();
  const first = kept('anna', { cells: new Map([['one', 1]]) });
  expect(kept('anna', { cells: new Map([['one', 1]]) })).toBe(first);
  const later = kept('anna', { cells: new Map([['one', 1]]), enters: '2026-11-02' });
  expect(later.enters).toBe('2026-11-02');
  expect(kept('anna', { cells: new Map([['one', 1]]) }).enters).toBeUndefined();
  expect(kept('anna', { cells: new Map([['one', 2]]) }).cells.get('one')).toBe(2);
});
