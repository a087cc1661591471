/** Runs one piece of work at a time, in the order of the calls. */
export type Serial = <T>(work: () => Promise<T>) => Promise<T>;

/** Creates a queue of its own, so that two writers never interleave. */
export function createSerial(): Serial {
  let tail: Promise<unknown> = Promise.resolve();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return await result;
  };
}
