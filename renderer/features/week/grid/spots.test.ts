import { describe, expect, it } from 'vitest';
import { spotAfter, type Spot } from './spots.ts';

const spot = (row: number, column: number, index = 0): Spot => ({ row, column, index });
const all = [spot(0, 0), spot(2, 0), spot(2, 0, 1), spot(1, 1), spot(2, 3), spot(5, 3)];
const press = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('the keys of the grid of hours', () => {
  it.each([
    ['ArrowDown', spot(0, 0), spot(2, 0)],
    ['ArrowDown', spot(2, 0), spot(2, 0, 1)],
    ['ArrowDown', spot(2, 0, 1), spot(2, 0, 1)],
    ['ArrowUp', spot(2, 0), spot(0, 0)],
    ['ArrowRight', spot(2, 0), spot(2, 3)],
    ['ArrowRight', spot(0, 0), spot(1, 1)],
    ['ArrowLeft', spot(5, 3), spot(1, 1)],
    ['ArrowLeft', spot(0, 0), spot(0, 0)],
    ['End', spot(2, 0), spot(2, 3)],
    ['Home', spot(2, 3), spot(2, 0)],
  ])('%s leads from one hour to the next over empty cells', (key, from, to) => {
    expect(spotAfter(press(key), from, all)).toEqual(to);
  });

  it('Ctrl with Home and End leads to the first and the last hour of all', () => {
    expect(spotAfter(press('Home', { ctrlKey: true }), spot(2, 3), all)).toEqual(spot(0, 0));
    expect(spotAfter(press('End', { ctrlKey: true }), spot(0, 0), all)).toEqual(spot(5, 3));
  });

  it('leaves to others what is not its own: with Alt the arrows lead from week to week', () => {
    expect(spotAfter(press('ArrowLeft', { altKey: true }), spot(2, 3), all)).toBeUndefined();
    expect(spotAfter(press('x'), spot(2, 3), all)).toBeUndefined();
  });
});
