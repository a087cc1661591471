/** Carries out one piece of work after the other, in the order in which they were asked for, whatever became of those before. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A line of its own: who stands in one waits for nobody in another. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
