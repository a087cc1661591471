import { shallow } from 'zustand/shallow';
import type { GridCell, GridCells, GridSource } from './cells.ts';

/** A source that a page fills with what it knows. */
export interface GridStore extends GridSource {
  /** Shows other cells in these rows; what has not changed stays the same object, and rows without a change hear nothing. Rows not named stay as they are. */
  readonly show: (rows: ReadonlyMap<string, GridCells>) => void;
}

const NO_CELLS: GridCells = {};

/** A source of cells in memory. A page shows all its rows after each answer of its view: only those that differ are drawn anew. */
export function createGridStore(rows: ReadonlyMap<string, GridCells> = new Map()): GridStore {
  const shown = new Map(rows);
  const listeners = new Map<string, Set<() => void>>();
  return {
    cells: (row) => shown.get(row) ?? NO_CELLS,
    subscribe(row, changed) {
      const ofRow = listeners.get(row) ?? new Set();
      listeners.set(row, ofRow.add(changed));
      return () => void ofRow.delete(changed);
    },
    show(next) {
      for (const [row, cells] of next) {
        const before = shown.get(row) ?? NO_CELLS;
        const after = keptWhereSame(before, cells);
        if (after === before) continue;
        shown.set(row, after);
        for (const changed of listeners.get(row) ?? []) changed();
      }
    },
  };
}

/** The next cells of a row, each the object of before where nothing of it has changed; the row of before where nothing has. */
function keptWhereSame(before: GridCells, next: GridCells): GridCells {
  const kept = Object.entries(next).map(([column, cell]): [string, GridCell] => {
    const old = before[column];
    return [column, old && shallow(old, cell) ? old : cell];
  });
  const isSameRow =
    kept.length === Object.keys(before).length && kept.every(([column, cell]) => before[column] === cell);
  return isSameRow ? before : Object.fromEntries(kept);
}
