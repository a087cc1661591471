import type { SchoolId } from '../../../domain/base/ids.ts';

/** Why no more work of a school is taken for now. */
export type Refused = 'schoolBusy' | 'full';

/** Work that takes a core for long, one piece at a time for all schools. */
export interface ImportQueue {
  /**
   * Runs a piece of work when it has its turn, schools in rotation; `refused` tells why it is not even taken. Work whose signal is aborted
   * leaves the queue at once, and its promise rejects with the signal's reason.
   */
  enter<T>(
    school: SchoolId,
    bytes: number,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): { readonly done: Promise<T> } | { readonly refused: Refused };
}

/** A school's own: one that runs, and one behind it (somebody who has corrected a file need not wait for the first to end). */
const MOST_OF_SCHOOL = 2;
/** Bytes of files kept in memory for those who wait and the one that runs: five of the largest. */
const MOST_BYTES = 100_000_000;

interface Waiting {
  readonly school: SchoolId;
  start(): Promise<void>;
}

/** A queue in which a school with much to do does not stand before the others. */
export function createImportQueue(mostBytes = MOST_BYTES): ImportQueue {
  const waiting: Waiting[] = [];
  const held = new Map<SchoolId, number>();
  let bytesHeld = 0;
  let isRunning = false;
  let last: SchoolId | undefined;

  function next(): void {
    if (isRunning) return;
    // Whose turn was last comes after the others who wait.
    const index = waiting.findIndex(({ school }) => school !== last);
    const [chosen] = waiting.splice(Math.max(index, 0), 1);
    if (!chosen) return;
    isRunning = true;
    last = chosen.school;
    void chosen.start().finally(() => {
      isRunning = false;
      next();
    });
  }

  return {
    enter<T>(school: SchoolId, bytes: number, signal: AbortSignal, work: () => Promise<T>) {
      const ofSchool = held.get(school) ?? 0;
      if (ofSchool >= MOST_OF_SCHOOL) return { refused: 'schoolBusy' };
      if (bytesHeld > 0 && bytesHeld + bytes > mostBytes) return { refused: 'full' };
      held.set(school, ofSchool + 1);
      bytesHeld += bytes;
      const done = new Promise<T>((resolve, reject) => {
        const own: Waiting = {
          school,
          async start() {
            signal.removeEventListener('abort', leave);
            await work().then(resolve, reject);
          },
        };
        const leave = () => {
          const index = waiting.indexOf(own);
          if (index !== -1) waiting.splice(index, 1);
          reject(signal.reason as Error);
        };
        waiting.push(own);
        if (signal.aborted) leave();
        else signal.addEventListener('abort', leave, { once: true });
        next();
      }).finally(() => {
        bytesHeld -= bytes;
        const left = (held.get(school) ?? 1) - 1;
        if (left === 0) held.delete(school);
        else held.set(school, left);
      });
      return { done };
    },
  };
}
