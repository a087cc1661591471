import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceSquare } from './square-crop.ts';

test('the middle of a wide picture is kept at first', () => {
  expect(sourceSquare(400, 200, { zoom: 1, across: 0, down: 0 })).toEqual({ x: 100, y: 0, side: 200 });
});

test('moved to an edge it ends there', () => {
  expect(sourceSquare(400, 200, { zoom: 2, across: 1, down: -1 })).toEqual({ x: 300, y: 0, side: 100 });
});

test('no crop reaches outside the picture', () => {
  const length = fc.integer({ min: 1, max: 10_000 });
  const shift = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      length,
      length,
      fc.double({ min: 0, max: 9, noNaN: true }),
      shift,
      shift,
      (width, height, zoom, across, down) => {
        const { x, y, side } = sourceSquare(width, height, { zoom, across, down });
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + side).toBeLessThanOrEqual(width + 1e-6);
        expect(y + side).toBeLessThanOrEqual(height + 1e-6);
      },
    ),
  );
});
