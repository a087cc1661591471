import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { LoadJob, LoadResult } from './jobs.ts';

/** The load generator in a process of its own, so that its work does not slow down what is measured more than a network would. */
export interface LoadProcess {
  run(job: LoadJob): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts the load generator. */
export function startLoadProcess(): LoadProcess {
  const child = fork(new URL('load-client.ts', import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  return {
    async run(job) {
      child.send(job);
      const failed = exit.then(() => {
        throw new Error('The load process ended');
      });
      const [result] = (await Promise.race([once(child, 'message'), failed])) as [LoadResult];
      return result;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exit;
    },
  };
}
