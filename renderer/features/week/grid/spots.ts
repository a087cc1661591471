/** An hour in the grid of a week or a month: the row and column of its cell, and its place among those of the cell. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly index: number;
}

/** A key as it was pressed. */
type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * The hour to which a key leads: empty cells are passed over, so that each arrow reaches the next hour in its direction. The same one at an
 * edge, undefined where the key is not the grid's.
 */
export function spotAfter(press: Press, from: Spot, all: readonly Spot[]): Spot | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  if (altKey || shiftKey) return undefined;
  if (ctrlKey || metaKey) {
    const ends = all.toSorted(byRow);
    if (key === 'Home') return ends[0] ?? from;
    return key === 'End' ? (ends.at(-1) ?? from) : undefined;
  }
  const inColumn = all.filter(({ column }) => column === from.column).toSorted(byRow);
  const inRow = all.filter(({ row }) => row === from.row).toSorted(byColumn);
  switch (key) {
    case 'ArrowDown':
      return inColumn.find((each) => byRow(each, from) > 0) ?? from;
    case 'ArrowUp':
      return inColumn.findLast((each) => byRow(each, from) < 0) ?? from;
    case 'ArrowRight':
      return aside(from, all, 1);
    case 'ArrowLeft':
      return aside(from, all, -1);
    case 'Home':
      return inRow[0] ?? from;
    case 'End':
      return inRow.at(-1) ?? from;
    default:
      return undefined;
  }
}

/** The nearest hour in the next column that has any, in the same row if there is one there. */
function aside(from: Spot, all: readonly Spot[], step: 1 | -1): Spot {
  const beyond = all.filter(({ column }) => (column - from.column) * step > 0);
  const inRow = beyond.filter(({ row }) => row === from.row);
  const among = inRow.length > 0 ? inRow : beyond;
  const far = (each: Spot) =>
    Math.abs(each.column - from.column) * 10_000 +
    Math.abs(each.row - from.row) * 100 +
    Math.abs(each.index - from.index);
  return among.toSorted((a, b) => far(a) - far(b))[0] ?? from;
}

function byRow(a: Spot, b: Spot): number {
  return a.row - b.row || a.column - b.column || a.index - b.index;
}

function byColumn(a: Spot, b: Spot): number {
  return a.column - b.column || a.index - b.index;
}
