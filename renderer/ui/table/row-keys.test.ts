import { expect, test } from 'vitest';
import { placeAfter, type Press } from './row-keys.ts';

const SIZE = { rows: 31, columns: 4 };

test.each<[string, [number, number], [number, number]]>([
  ['ArrowDown', [1, 2], [2, 2]],
  ['ArrowUp', [1, 2], [0, 2]],
  ['ArrowRight', [1, 2], [1, 3]],
  ['ArrowLeft', [1, 2], [1, 1]],
  ['Home', [5, 2], [5, 0]],
  ['End', [5, 2], [5, 3]],
  ['PageDown', [5, 2], [15, 2]],
  ['PageUp', [25, 2], [15, 2]],
  // At an edge the focus stays where it is.
  ['ArrowDown', [30, 2], [30, 2]],
  ['ArrowUp', [0, 2], [0, 2]],
  ['ArrowRight', [1, 3], [1, 3]],
  ['ArrowLeft', [1, 0], [1, 0]],
  ['PageDown', [25, 2], [30, 2]],
  // A page up stops at the first row; from there an arrow leads to the headings.
  ['PageUp', [5, 2], [1, 2]],
  ['PageUp', [0, 2], [0, 2]],
])('%s leads from %j to %j', (key, [row, column], [nextRow, nextColumn]) => {
  expect(placeAfter(press(key), { row, column }, SIZE)).toEqual({ row: nextRow, column: nextColumn });
});

test('with Ctrl or Command, Home and End lead to the corners, and nothing else is the grid’s', () => {
  for (const modifier of [{ ctrlKey: true }, { metaKey: true }]) {
    expect(placeAfter(press('Home', modifier), { row: 9, column: 2 }, SIZE)).toEqual({ row: 0, column: 0 });
    expect(placeAfter(press('End', modifier), { row: 9, column: 2 }, SIZE)).toEqual({ row: 30, column: 3 });
    expect(placeAfter(press('ArrowDown', modifier), { row: 9, column: 2 }, SIZE)).toBeUndefined();
  }
});

test('with Alt the keys are those of the days, with Shift of the text, and others are the page’s', () => {
  const at = { row: 9, column: 2 };
  expect(placeAfter(press('ArrowLeft', { altKey: true }), at, SIZE)).toBeUndefined();
  expect(placeAfter(press('Home', { altKey: true }), at, SIZE)).toBeUndefined();
  expect(placeAfter(press('ArrowDown', { shiftKey: true }), at, SIZE)).toBeUndefined();
  for (const key of ['Tab', 'Enter', ' ', 'a', 'Escape', '?'])
    expect(placeAfter(press(key), at, SIZE)).toBeUndefined();
});

function press(key: string, modifiers: Partial<Press> = {}): Press {
  return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...modifiers };
}
