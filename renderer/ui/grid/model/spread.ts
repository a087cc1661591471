import type { CellAt } from './cells.ts';
import type { Shape } from './walk.ts';

/** A rectangle of cells by their places in the shape, all four inside of it. */
export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A text for a cell. */
export interface CellText extends CellAt {
  readonly text: string;
}

/** What a paste puts where. */
export interface Spread {
  readonly texts: readonly CellText[];
  /** How many texts found no cell, because the grid ends before them. */
  readonly left: number;
}

/** The cells of a rectangle, row by row. */
export function cellsOf({ top, bottom, left, right }: Bounds, { rows, columns }: Shape): readonly CellAt[][] {
  return rows
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map((column) => ({ row, column })));
}

/**
 * Spreads a copied table from the first chosen cell on, over the rows that are no foot. It is repeated where what is chosen is a whole number of times as
 * high or as wide, as spreadsheets do: one cell fills all that is chosen.
 */
export function spread(table: readonly (readonly string[])[], chosen: Bounds, shape: Shape): Spread {
  // What is copied may be longer than a call takes values.
  const width = table.reduce((widest, { length }) => Math.max(widest, length), 0);
  const down = timesIn(chosen.bottom - chosen.top + 1, table.length);
  const across = timesIn(chosen.right - chosen.left + 1, width);
  const rows = shape.rows.slice(0, shape.rows.length - shape.foot);
  const texts: CellText[] = [];
  let left = 0;
  for (let line = 0; line < table.length * down; line += 1)
    for (let place = 0; place < width * across; place += 1) {
      const text = table[line % table.length]?.[place % width];
      // A line that is shorter than the others says nothing of the cells it does not reach.
      if (text === undefined) continue;
      const row = rows[chosen.top + line];
      const column = shape.columns[chosen.left + place];
      if (row !== undefined && column !== undefined) texts.push({ row, column, text });
      else if (text.trim() !== '') left += 1;
    }
  return { texts, left };
}

/** Gives the cells of a rectangle what stands in its first row; of a single row, what stands in the row above. */
export function filledDown(
  chosen: Bounds,
  shape: Shape,
  textAt: (at: CellAt) => string,
): readonly CellText[] {
  const from = chosen.top === chosen.bottom ? chosen.top - 1 : chosen.top;
  const source = shape.rows[from];
  // Above the first row stands the head.
  if (source === undefined || from < 1) return [];
  return cellsOf({ ...chosen, top: from + 1 }, shape)
    .flat()
    .map(({ row, column }) => ({ row, column, text: textAt({ row: source, column }) }));
}

function timesIn(whole: number, part: number): number {
  return part > 0 && whole % part === 0 ? whole / part : 1;
}
