import { setImmediate } from 'node:timers/promises';

/** Work that is under way, for whoever has to wait for its end: what is closed leaves nothing running behind. */
export interface Unfinished {
  /** Counts work that its caller waits for. */
  keep<T>(work: Promise<T>): Promise<T>;
  /** Lets work that nobody waits for go on; an error of it is told under the name of an event. */
  begin(event: string, work: Promise<unknown>): void;
  /** Resolves once nothing is under way any more, also of what was begun meanwhile. */
  settled(): Promise<void>;
}

/** Starts with nothing under way. */
export function createUnfinished(onError: (event: string, error: unknown) => void): Unfinished {
  const underWay = new Set<Promise<unknown>>();

  async function keep<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  }

  return {
    keep,
    begin: (event, work) => {
      keep(work).catch((error: unknown) => onError(event, error));
    },
    settled: async () => {
      do {
        await Promise.allSettled(underWay);
        // Whoever waited for it goes on first, and may begin the next piece.
        await setImmediate();
      } while (underWay.size > 0);
    },
  };
}
