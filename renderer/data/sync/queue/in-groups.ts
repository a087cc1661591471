const LARGEST_GROUP = 1_000;

/**
 * Turns a write of many things into one that can be asked thing by thing: what is asked while a write is under way goes with the next
 * one. Each call resolves when its things are written.
 */
export function inGroups<T>(
  write: (group: readonly T[]) => Promise<unknown>,
): (things: readonly T[]) => Promise<void> {
  let waiting: T[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, LARGEST_GROUP);
      waiting = waiting.slice(LARGEST_GROUP);
      await write(group);
    }
  }

  return (things) => {
    // One by one: there may be more of them than a call takes.
    for (const thing of things) waiting.push(thing);
    const mine = writing.then(drain);
    // The failure of one group is told to those who asked for it and does not stop the next.
    writing = mine.catch(() => undefined);
    return mine;
  };
}
