/** A cell of a grid: row 0 is the head. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows, the head among them, and columns a grid has. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A key as it was pressed. */
export type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Rows that a page key passes. */
const PAGE = 10;

/** Where a key leads in a grid (ARIA grid pattern): the same place at an edge, undefined where the key is not the grid's. */
export function placeAfter(press: Press, from: Place, { rows, columns }: GridSize): Place | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  // With Alt the arrows lead from day to day, with Shift they choose text.
  if (altKey || shiftKey) return undefined;
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const at = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  if (ctrlKey || metaKey) {
    if (key === 'Home') return at(0, 0);
    return key === 'End' ? at(lastRow, lastColumn) : undefined;
  }
  const { row, column } = from;
  switch (key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'Home':
      return at(row, 0);
    case 'End':
      return at(row, lastColumn);
    case 'PageDown':
      return at(row + PAGE, column);
    case 'PageUp':
      // From the body no further than its first row: the head is one arrow away.
      return at(row === 0 ? 0 : Math.max(1, row - PAGE), column);
    default:
      return undefined;
  }
}
