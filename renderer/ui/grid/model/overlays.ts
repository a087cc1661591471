import type { CellAt } from './cells.ts';
import type { Refused } from './history.ts';

/** A text on its way to the source; the same object until it has arrived. */
export interface OnTheWay {
  readonly text: string;
}

/** What stands before a cell of the source. */
export interface Overlay {
  readonly coming?: OnTheWay | undefined;
  readonly refused?: Refused | undefined;
}

/** The overlays of a row by the names of their columns: the same object until one of them changes. */
export type RowOverlays = Readonly<Record<string, Overlay>>;

/** The overlays of a grid. */
export interface Overlays {
  readonly ofRow: (row: string) => RowOverlays;
  readonly at: (cell: CellAt) => Overlay;
  /** Changes the overlays of cells: what is named alone; each row that changes hears it once. */
  readonly put: (changes: readonly (CellAt & Overlay)[]) => void;
  /** The cells that were refused. */
  readonly refused: () => readonly CellAt[];
  readonly subscribe: (row: string, changed: () => void) => () => void;
}

const NONE: Overlay = {};
const NO_OVERLAYS: RowOverlays = {};

/** Hears of a cell at which something else waits now, or nothing any more. */
type HearsRefused = (at: CellAt, refused: Refused | undefined) => void;

/** No overlay anywhere. */
export function createOverlays(hearsRefused?: HearsRefused): Overlays {
  const rows = new Map<string, RowOverlays>();
  const listeners = new Map<string, Set<() => void>>();
  const ofRow = (row: string) => rows.get(row) ?? NO_OVERLAYS;
  const at = ({ row, column }: CellAt) => ofRow(row)[column] ?? NONE;
  return {
    ofRow,
    at,
    put(changes) {
      const changed = new Set<string>();
      for (const { row, column, ...change } of changes) {
        const before = at({ row, column });
        const { coming, refused } = { ...before, ...change };
        if (before.coming === coming && before.refused === refused) continue;
        const { [column]: _before, ...others } = ofRow(row);
        rows.set(row, coming || refused ? { ...others, [column]: { coming, refused } } : others);
        changed.add(row);
        if (before.refused !== refused) hearsRefused?.({ row, column }, refused);
      }
      for (const row of changed) for (const tell of listeners.get(row) ?? []) tell();
    },
    refused: () =>
      [...rows].flatMap(([row, columns]) =>
        Object.entries(columns).flatMap(([column, { refused }]) => (refused ? [{ row, column }] : [])),
      ),
    subscribe(row, changed) {
      const ofThis = listeners.get(row) ?? new Set();
      listeners.set(row, ofThis.add(changed));
      return () => void ofThis.delete(changed);
    },
  };
}
