/** Runs what writes some cells after all that writes any of them already; at once where nothing does. */
export type InTurn = <T>(cells: readonly string[], run: () => Promise<T>) => Promise<T>;

/** Lets writes of the same cell wait for each other: what is written over is known once the write before it is done. */
export function createInTurn(): InTurn {
  const busy = new Map<string, Promise<unknown>>();
  return (cells, run) => {
    const before = cells.flatMap((cell) => busy.get(cell) ?? []);
    const done = before.length === 0 ? run() : Promise.allSettled(before).then(run);
    for (const cell of cells) busy.set(cell, done);
    const leave = () => {
      for (const cell of cells) if (busy.get(cell) === done) busy.delete(cell);
    };
    done.then(leave, leave);
    return done;
  };
}
