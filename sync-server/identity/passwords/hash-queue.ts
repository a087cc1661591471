/** Runs a costly piece of work in its turn; answers undefined at once when too many are waiting. */
export type HashQueue = <T>(work: () => Promise<T>) => Promise<T | undefined>;

/** Limits how many password hashes run at once (19 MiB and a core each) and how many may wait. */
export function createHashQueue(running: number, waiting: number): HashQueue {
  let active = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (active >= running) {
      if (queue.length >= waiting) return undefined;
      await new Promise<void>((resolve) => {
        queue.push(resolve);
      });
    } else {
      active += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else active -= 1;
    }
  };
}
