import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsInSight } from './use-row-window.ts';

test('of two thousand rows some dozens are drawn, and the height stays that of all', () => {
  const { from, to, above, below } = rowsInSight(2_000, 40, 600, 40_000);
  expect(to - from).toBeLessThan(60);
  expect(from).toBeLessThanOrEqual(1_000);
  expect(to).toBeGreaterThanOrEqual(1_015);
  expect(above + (to - from) * 40 + below).toBe(80_000);
});

test('the height is that of all rows at every position, also after a search that leaves few', () => {
  const natural = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(natural, fc.integer({ min: 0, max: 200_000 }), (count, top) => {
      const { from, to, above, below } = rowsInSight(count, 40, 600, top);
      expect(above + (to - from) * 40 + below).toBe(count * 40);
      expect(to).toBeLessThanOrEqual(count);
    }),
  );
});
