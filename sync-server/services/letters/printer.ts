import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createTurns } from '../../turns.ts';
import type { PrintJob } from './draw-pages.ts';

/** Turns a job into a PDF. */
export type Printer = (job: PrintJob) => Promise<Uint8Array>;

const MEMORY_MB = 512;

/**
 * Draws in a thread of its own, one job after another: setting two hundred pages takes a second, in which everybody else's roll calls
 * would wait.
 */
export function createPrinter(): Printer {
  const inTurn = createTurns();
  return (job) =>
    inTurn(async () => {
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
    });
}
