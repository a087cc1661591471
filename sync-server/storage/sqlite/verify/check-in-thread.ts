import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CheckOptions, DatabaseReport } from '../../contract/database-report.ts';

/** Checks a database in a thread of its own, so that nobody waits for it; stops early when `signal` says so. */
export async function checkInThread(
  file: string,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<DatabaseReport> {
  const worker = new Worker(new URL('check-worker.ts', import.meta.url), {
    workerData: { file, options },
    // Options of the process (an inspector, a watcher) are not the thread's.
    execArgv: [],
  });
  try {
    const [report] = (await once(worker, 'message', { signal })) as [DatabaseReport];
    return report;
  } finally {
    await worker.terminate();
  }
}
