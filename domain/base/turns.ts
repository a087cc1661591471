/** Carries out one piece of work after the other, in the order in which they were asked for, whatever became of those before. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** A line of its own, for what must not happen at the same time: who stands in one line waits for nobody in another. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    // The line goes on after a failure; the caller holds the promise that tells of it.
    last = turn.catch(() => undefined);
    return turn;
  };
}
