import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SchoolId } from '../../domain/base/ids.ts';
import { createTurns } from '../../domain/base/turns.ts';
import type { PrintJob } from './draw-pages.ts';

/** Turns jobs into PDFs. */
export interface Printer {
  /** Draws a job of a school when it has its turn; undefined where too much waits, and nothing is even taken. */
  print(school: SchoolId, job: PrintJob): Promise<Uint8Array> | undefined;
}

const MEMORY_MB = 512;
/** Jobs that are drawn or wait, of one school and of all: each is a second or two, and holds two hundred passwords in memory. */
const MOST = { ofSchool: 3, ofAll: 15 } as const;

/**
 * Draws in a thread of its own, one job after another: setting two hundred pages takes a second, in which everybody else's roll calls
 * would wait. What would wait for long is refused at once, so that one school with many classes does not stand before the others.
 */
export function createPrinter(draw: (job: PrintJob) => Promise<Uint8Array> = drawInThread): Printer {
  const inTurn = createTurns();
  const taken = new Map<SchoolId, number>();
  let all = 0;
  const count = (school: SchoolId, change: 1 | -1) => {
    const left = (taken.get(school) ?? 0) + change;
    if (left === 0) taken.delete(school);
    else taken.set(school, left);
    all += change;
  };
  return {
    print(school, job) {
      if (all >= MOST.ofAll || (taken.get(school) ?? 0) >= MOST.ofSchool) return undefined;
      count(school, 1);
      return inTurn(async () => await draw(job)).finally(() => count(school, -1));
    },
  };
}

/** Draws a job in a thread of its own. */
export async function drawInThread(job: PrintJob): Promise<Uint8Array> {
  const thread = new Worker(new URL('print-thread.ts', import.meta.url), {
    workerData: job,
    // Options of the process (an inspector, a watcher) are not the thread's.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  try {
    // Rejects when the thread fails.
    const [bytes] = (await once(thread, 'message')) as [Uint8Array];
    return bytes;
  } finally {
    await thread.terminate();
  }
}
