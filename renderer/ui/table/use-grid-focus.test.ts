import { expect, test } from 'vitest';
import { placeNow } from './use-grid-focus.ts';
import { withKept } from './use-row-window.ts';

test('the place follows its row when rows are put in another order, and stays where it was when the row has gone', () => {
  const active = { id: 'b', row: 2, column: 1 };
  expect(placeNow(active, ['a', 'b', 'c'], 3)).toEqual({ row: 2, column: 1 });
  expect(placeNow(active, ['c', 'b', 'a'], 3)).toEqual({ row: 2, column: 1 });
  expect(placeNow(active, ['b', 'c'], 3)).toEqual({ row: 1, column: 1 });
  expect(placeNow(active, ['a', 'c'], 3)).toEqual({ row: 2, column: 1 });
  expect(placeNow(active, ['a'], 3)).toEqual({ row: 1, column: 1 });
  expect(placeNow(active, [], 3)).toEqual({ row: 0, column: 1 });
  expect(placeNow({ ...active, column: 5 }, ['b'], 3)).toEqual({ row: 1, column: 2 });
});

test('the row with the focus is drawn however far it is from those in sight', () => {
  expect(withKept([10, 11, 12], 500)).toEqual([10, 11, 12, 500]);
  expect(withKept([10, 11, 12], 2)).toEqual([2, 10, 11, 12]);
  expect(withKept([10, 11, 12], 11)).toEqual([10, 11, 12]);
  expect(withKept([10, 11, 12], undefined)).toEqual([10, 11, 12]);
});
