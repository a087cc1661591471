import { expect, test } from 'vitest';
import { HAND_OVER_LIMIT } from '../../../../domain/protocol/endpoints/session/hand-over.ts';
import { chosenEntries } from './chosen-entries.ts';

const waiting = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: String(n), state: 'waiting' as const }));

test('what one request cannot carry stays chosen for the next', () => {
  const entries = waiting(HAND_OVER_LIMIT + 2);
  const { now, later } = chosenEntries(entries, new Set(entries.map(({ id }) => id)));
  expect(now).toHaveLength(HAND_OVER_LIMIT);
  expect(later).toEqual([String(HAND_OVER_LIMIT), String(HAND_OVER_LIMIT + 1)]);
});

test('nobody decides on what a colleague has settled, or on what is no longer there', () => {
  const entries = [...waiting(2), { id: 'settled', state: 'taken' as const }];
  expect(chosenEntries(entries, new Set(['1', 'settled', 'gone']))).toEqual({ now: ['1'], later: [] });
  expect(chosenEntries(entries, new Set())).toEqual({ now: [], later: [] });
});
