import type { Press } from '../../table/row-keys.ts';
import type { CellAt } from './cells.ts';

/** The row of the headings and the column of the names, among the names of the others. */
export const HEAD = '#head';
export const NAMES = '#names';

/** What stands where: the names of the rows and columns in their order, the head and the names first. */
export interface Shape {
  /** The head, the rows, the foot. */
  readonly rows: readonly string[];
  /** The names, the columns as they stand, those at the edge last. */
  readonly columns: readonly string[];
  /** How many of the rows are foot. */
  readonly foot: number;
}

/** What is chosen: a rectangle from the cell that has the focus to the corner that Shift or the mouse moves. */
export interface Selection {
  readonly anchor: CellAt;
  readonly corner: CellAt;
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads (ARIA grid pattern, and as spreadsheets do); undefined where the key is not one that walks. */
export function selectionAfter(
  press: Press,
  { anchor, corner }: Selection,
  shape: Shape,
  page: number,
): Selection | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  // With Alt the arrows lead from day to day.
  if (altKey) return undefined;
  if (key === 'Enter' && !ctrlKey && !metaKey) {
    const at = spotOf(anchor, shape);
    if (!at) return undefined;
    // Down a column of marks, and not out of it.
    const last = Math.max(at.row, shape.rows.length - 1 - shape.foot);
    const row = shiftKey ? Math.max(Math.min(1, at.row), at.row - 1) : Math.min(last, at.row + 1);
    return alone(cellAt({ row, column: at.column }, shape));
  }
  const from = spotOf(shiftKey ? corner : anchor, shape);
  const to = from && after(key, ctrlKey || metaKey, from, shape, page);
  if (!from || !to) return undefined;
  const next = cellAt(within(to, shape), shape);
  return shiftKey && anchor.row !== HEAD ? { anchor, corner: clampedTo(next, shape) } : alone(next);
}

/** The cell beside this one in its row, where there is one. */
export function besides({ row, column }: CellAt, step: 1 | -1, { columns }: Shape): CellAt {
  return { row, column: columns[columns.indexOf(column) + step] ?? column };
}

/** One cell chosen, and nothing else. */
export function alone(cell: CellAt): Selection {
  return { anchor: cell, corner: cell };
}

/** All rows but the head and the foot, with their names; undefined where there is none. */
export function everything({ rows, columns, foot }: Shape): Selection | undefined {
  const [first, last] = [rows[1], rows[rows.length - 1 - foot]];
  const [left, right] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined || first === HEAD || last === HEAD) return undefined;
  if (left === undefined || right === undefined) return undefined;
  return { anchor: { row: first, column: left }, corner: { row: last, column: right } };
}

/** Where a cell is found again after rows or columns went: itself, or what stands in its place now. */
export function foundAgain(cell: CellAt, before: Shape, now: Shape): CellAt {
  return {
    row: inPlaceOf(cell.row, before.rows, now.rows),
    column: inPlaceOf(cell.column, before.columns, now.columns),
  };
}

function inPlaceOf(name: string, before: readonly string[], now: readonly string[]): string {
  if (now.includes(name)) return name;
  return now[Math.min(Math.max(0, before.indexOf(name)), now.length - 1)] ?? name;
}

function spotOf({ row, column }: CellAt, { rows, columns }: Shape): Spot | undefined {
  const spot = { row: rows.indexOf(row), column: columns.indexOf(column) };
  return spot.row < 0 || spot.column < 0 ? undefined : spot;
}

function cellAt({ row, column }: Spot, { rows, columns }: Shape): CellAt {
  return { row: rows[row] ?? HEAD, column: columns[column] ?? NAMES };
}

function after(
  key: string,
  isFar: boolean,
  { row, column }: Spot,
  { rows, columns, foot }: Shape,
  page: number,
): Spot | undefined {
  const last = { row: rows.length - 1 - foot, column: columns.length - 1 };
  switch (key) {
    case 'ArrowDown':
      return { row: isFar ? last.row : row + 1, column };
    case 'ArrowUp':
      return { row: isFar ? Math.min(1, row) : row - 1, column };
    case 'ArrowRight':
      return { row, column: isFar ? last.column : column + 1 };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 };
    case 'Home':
      return { row: isFar ? Math.min(1, last.row) : row, column: 0 };
    case 'End':
      return isFar ? last : { row, column: last.column };
    case 'PageDown':
      // No further than the last pupil: the foot and the head are one arrow away.
      return { row: Math.max(row, Math.min(last.row, row + page)), column };
    case 'PageUp':
      return { row: Math.min(row, Math.max(1, row - page)), column };
    default:
      return undefined;
  }
}

function within({ row, column }: Spot, { rows, columns }: Shape): Spot {
  return {
    row: Math.max(0, Math.min(rows.length - 1, row)),
    column: Math.max(0, Math.min(columns.length - 1, column)),
  };
}

/** A rectangle never reaches into the head. */
function clampedTo({ row, column }: CellAt, { rows }: Shape): CellAt {
  return { row: row === HEAD ? (rows[1] ?? row) : row, column };
}
