import type { CellChange, GridSource } from '../../../ui/grid/model/cells.ts';

/** What is written stands in its cell at once; what a colleague has written meanwhile may stand there for good. */
const PATIENCE = 2000;

/** Waits until cells show what was written in them, so that no older text comes back for the blink of an eye. */
export function untilShown(source: GridSource, changes: readonly CellChange[]): Promise<void> {
  const isShown = () =>
    changes.every(({ row, column, next }) => (source.cells(row)[column]?.text ?? '') === next);
  if (isShown()) return Promise.resolve();
  return new Promise((resolve) => {
    const ends: (() => void)[] = [];
    const end = () => {
      clearTimeout(timer);
      for (const each of ends) each();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE);
    for (const row of new Set(changes.map((change) => change.row)))
      ends.push(
        source.subscribe(row, () => {
          if (isShown()) end();
        }),
      );
  });
}
