import type { GridTable } from '../desk/grid-table.ts';

/** What of a row is chosen: from which column to which, and which has the focus; -1 where none. */
export interface Marking {
  readonly from: number;
  readonly to: number;
  readonly active: number;
  /** The column of the corner that Shift and the mouse move. */
  readonly corner: number;
}

/** The marking of a row as one word, so that a row that keeps its marking is not drawn anew. */
export function markingOf({ shape, selection, bounds }: GridTable, row: string, index: number): string {
  const { anchor, corner } = selection();
  const ends = [anchor, corner]
    .map((at) => (at.row === row ? shape.columns.indexOf(at.column) : -1))
    .join(' ');
  const chosen = bounds();
  if (!chosen || index < chosen.top || index > chosen.bottom) return `-1 -1 ${ends}`;
  return `${chosen.left} ${chosen.right} ${ends}`;
}

/** Reads the word again. */
export function readMarking(word: string): Marking {
  const [from = -1, to = -1, active = -1, corner = -1] = word.split(' ').map(Number);
  return { from, to, active, corner };
}
