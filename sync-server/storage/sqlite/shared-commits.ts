import { setImmediate as nextTurnOfLoop } from 'node:timers/promises';
import type { Turns } from '../../../domain/base/turns.ts';

/** What runs transactions on one connection. */
export interface CommitSteps {
  begin(): void;
  commit(): void;
  /** Ends a transaction with nothing written; silent when the database has ended it by itself. */
  rollBack(): void;
  /** Marks the point that {@link CommitSteps.undo} returns to. */
  mark(): void;
  /** Forgets the mark. */
  unmark(): void;
  /** Takes back what was written since the mark, and nothing before it; fails when the database has rolled back everything. */
  undo(): void;
  /** What callers are told of an error of the database. */
  translate(error: unknown): unknown;
}

/** A transaction's work; answers its value, and whether the commit must come before anybody else's work. */
export type SharedWork<T> = () => Promise<{ readonly value: T; readonly isAlone: boolean }>;

/** Runs a piece of work in a transaction; ends when it is on the disk, or when nothing of it is. */
export type SharedCommits = <T>(work: SharedWork<T>) => Promise<T>;

/** Longest time that the work of others may delay a commit. */
const LONGEST_GROUP_MS = 20;

interface Job {
  /** Runs the work; answers what tells the caller of its success. */
  run(): Promise<{ readonly succeed: () => void; readonly isAlone: boolean }>;
  fail(error: unknown): void;
}

/**
 * Lets transactions that wait at the same time share one commit: flushing the disk takes longer than the work of many, and sixteen
 * teachers save when the bell rings. Each still happens as a whole or not at all, one after the other, and none is acknowledged
 * before it is on the disk.
 */
export function createSharedCommits(steps: CommitSteps, turns: Turns): SharedCommits {
  const waiting: Job[] = [];

  const runGroup = async () => {
    const latest = performance.now() + LONGEST_GROUP_MS;
    const done: { readonly job: Job; readonly succeed: () => void }[] = [];
    let isFull = false;
    while (!isFull) {
      const job = waiting.shift();
      if (!job) break;
      const isFirst = done.length === 0;
      try {
        if (isFirst) steps.begin();
        else steps.mark();
        const { succeed, isAlone } = await job.run();
        if (!isFirst) steps.unmark();
        done.push({ job, succeed });
        isFull = isAlone || performance.now() > latest;
      } catch (error) {
        job.fail(steps.translate(error));
        if (isFirst) steps.rollBack();
        else if (!wasUndone(steps)) {
          // With the transaction, the work of those before is gone: they are told, and their devices send it again.
          steps.rollBack();
          for (const lost of done.splice(0)) lost.job.fail(steps.translate(error));
        }
      }
    }
    if (done.length === 0) return;
    try {
      steps.commit();
    } catch (error) {
      steps.rollBack();
      for (const { job } of done) job.fail(steps.translate(error));
      return;
    }
    for (const { succeed } of done) succeed();
  };

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({
        async run() {
          const { value, isAlone } = await work();
          return { succeed: () => resolve(value), isAlone };
        },
        fail: reject,
      });
      // One turn for each, so that a turn asked for later comes after all of them; most find their work done by an earlier one.
      void turns(async () => {
        if (waiting.length === 0) return;
        // Requests that have arrived already get as far as their transaction.
        await nextTurnOfLoop();
        await runGroup();
      });
    });
}

function wasUndone({ undo, unmark }: CommitSteps): boolean {
  try {
    undo();
    unmark();
    return true;
  } catch {
    return false;
  }
}
