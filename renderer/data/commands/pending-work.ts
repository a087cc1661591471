/** Work that has been asked for and is not done yet. */
export interface PendingWork {
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves as soon as nothing is under way. */
  settled(): Promise<void>;
}

/** Knows what is under way. */
export function createPendingWork(): PendingWork {
  const pending = new Set<Promise<unknown>>();
  return {
    track(work) {
      pending.add(work);
      void work.catch(() => undefined).then(() => pending.delete(work));
      return work;
    },
    async settled() {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
  };
}
