import { useCallback, useEffect, useRef } from 'react';
import type { CellChange, GridSource } from '../../../ui/grid/model/cells.ts';

/** What is written stands in its cell at once; what a colleague has written meanwhile may stand there for good. */
const PATIENCE = 2000;

interface Waiting {
  readonly changes: readonly CellChange[];
  readonly end: () => void;
}

/** Waits until cells show what was written in them, so that no older text comes back for the blink of an eye. */
export function useUntilShown(source: GridSource): (changes: readonly CellChange[]) => Promise<void> {
  const waiting = useRef(new Set<Waiting>());
  const isShown = useCallback(
    (changes: readonly CellChange[]) =>
      changes.every(({ row, column, next }) => (source.cells(row)[column]?.text ?? '') === next),
    [source],
  );
  // The source is filled when what the view has told is drawn.
  useEffect(() => {
    for (const { changes, end } of waiting.current) if (isShown(changes)) end();
  });
  return useCallback(
    (changes) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.current.delete(one);
          resolve();
        };
        const one = { changes, end };
        const timer = setTimeout(end, PATIENCE);
        if (isShown(changes)) end();
        else waiting.current.add(one);
      }),
    [isShown],
  );
}
