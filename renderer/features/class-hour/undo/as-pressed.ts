/** Acts of one roll in the order in which they were pressed, though each takes its time to be written. */
export interface AsPressed {
  /** Begins at once, beside others of its like: the disk takes them together. */
  together<T>(act: () => Promise<T>): Promise<T>;
  /** Begins when all that was pressed before is done, and lets nothing begin before it has ended. */
  alone<T>(act: () => Promise<T>): Promise<T>;
}

/**
 * On a slow computer a mark is still being written when Ctrl+Z comes: what it takes back is that mark, not the one before, which may be
 * another pupil's.
 */
export function actsAsPressed(): AsPressed {
  const begun = new Set<Promise<unknown>>();
  let lastAlone: Promise<unknown> | undefined;

  function begin<T>(before: readonly Promise<unknown>[], act: () => Promise<T>): Promise<T> {
    const acting = before.length === 0 ? act() : Promise.allSettled(before).then(act);
    begun.add(acting);
    const end = () => {
      begun.delete(acting);
      if (lastAlone === acting) lastAlone = undefined;
    };
    acting.then(end, end);
    return acting;
  }

  return {
    together: (act) => begin(lastAlone ? [lastAlone] : [], act),
    alone(act) {
      const acting = begin([...begun], act);
      lastAlone = acting;
      return acting;
    },
  };
}
