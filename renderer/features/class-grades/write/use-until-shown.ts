import { useCallback, useEffect, useRef } from 'react';
import type { CellChange, GridSource } from '../../../ui/grid/model/cells.ts';
import { useIsHere } from './use-is-here.ts';

/** What is written stands in its cell at once; what a colleague has written meanwhile may stand there for good. */
const PATIENCE = 2000;

interface Changes {
  readonly written: readonly CellChange[];
  /** Left alone for what somebody else has written there. */
  readonly overtaken: readonly CellChange[];
}

interface Waiting {
  readonly changes: Changes;
  readonly end: () => void;
}

/**
 * Waits until cells show what was written in them, so that no older text comes back for the blink of an eye; and what somebody else has written in them: what
 * was typed waits over that. Once the page is left nobody sees the cells, and nothing is waited for.
 */
export function useUntilShown(source: GridSource): (changes: Changes) => Promise<void> {
  const waiting = useRef(new Set<Waiting>());
  const isHere = useIsHere(() => {
    for (const { end } of waiting.current) end();
  });
  const isShown = useCallback(
    ({ written, overtaken }: Changes) => {
      const textAt = ({ row, column }: CellChange) => source.cells(row)[column]?.text ?? '';
      return (
        written.every((change) => textAt(change) === change.next) &&
        overtaken.every((change) => textAt(change) !== change.old)
      );
    },
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
        if (!isHere() || isShown(changes)) end();
        else waiting.current.add(one);
      }),
    [isShown, isHere],
  );
}
