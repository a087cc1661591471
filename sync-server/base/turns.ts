/** Runs a piece of work when all earlier ones have ended, whatever became of them. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue for a resource that serves one at a time. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    // The queue must go on after a failure; the caller holds the promise that tells of it.
    last = turn.catch(() => undefined);
    return turn;
  };
}
