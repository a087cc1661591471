import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonSchema } from '../../domain/base/schema.ts';
import { readChecked, writeAtomically } from '../files/atomic-write.ts';

/** Slows down the guessing of a password, per account, also over restarts. */
export interface AttemptDelay {
  /** Seconds until the next attempt is allowed; 0 when it is now. */
  waitSeconds(folder: string): Promise<number>;
  /** Counts an attempt as failed before it is made, so that killing the app in the middle gains nothing. */
  begin(folder: string): Promise<void>;
  /** The attempt turned out to be none: it counts no more, and those before it go on to. */
  takeBack(folder: string): Promise<void>;
  /** The attempt was right: forget the failures. */
  succeed(folder: string): Promise<void>;
}

/** Milliseconds that the user cannot set; the wall clock plays no part, or setting it forward would free a guesser. */
export interface AttemptClock {
  readonly steady: () => number;
}

/** Seconds to wait after the n-th wrong attempt in a row; the last value holds for all further ones. */
const DELAYS = [0, 0, 5, 15, 30, 60, 120, 300, 900] as const;
/**
 * The longest wait left over from before a restart, in milliseconds, counted from the start of the app.
 *
 * Nobody can tell how long the app was off without trusting the wall clock: a guesser who restarts gets one attempt a minute, and whoever
 * comes back the next day does not wait a quarter of an hour.
 */
const LONGEST_AFTER_START = 60_000;
const FILE_NAME = 'attempts.json';

const attemptsSchema = {
  type: 'object',
  properties: { failures: { type: 'integer', minimum: 0 } },
  required: ['failures'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Creates the slow-down; kept in a file in each account's folder. */
export function createAttemptDelay(clock: AttemptClock): AttemptDelay {
  const startedAt = clock.steady();
  const known = new Map<string, { readonly failures: number; readonly freeAt: number }>();

  async function load(folder: string): Promise<{ readonly failures: number; readonly freeAt: number }> {
    const inMemory = known.get(folder);
    if (inMemory !== undefined) return inMemory;
    const kept = await readChecked(join(folder, FILE_NAME), attemptsSchema);
    const loaded = restore(kept);
    known.set(folder, loaded);
    return loaded;
  }

  function restore(kept: Awaited<ReturnType<typeof readChecked<typeof attemptsSchema>>>): {
    readonly failures: number;
    readonly freeAt: number;
  } {
    if (kept === undefined) return { failures: 0, freeAt: 0 };
    // A file that somebody damaged counts as many failures.
    const failures = kept === 'damaged' ? DELAYS.length : kept.failures;
    return { failures, freeAt: startedAt + Math.min(delayOf(failures), LONGEST_AFTER_START) };
  }

  async function count(folder: string, failures: number, wait: number): Promise<void> {
    known.set(folder, { failures, freeAt: clock.steady() + wait });
    // On a full disk the count goes on in memory.
    await writeAtomically(join(folder, FILE_NAME), JSON.stringify({ failures })).catch(() => undefined);
  }

  return {
    waitSeconds: async (folder) => {
      const { freeAt } = await load(folder);
      return Math.max(0, Math.ceil((freeAt - clock.steady()) / 1000));
    },
    begin: async (folder) => {
      const failures = (await load(folder)).failures + 1;
      await count(folder, failures, delayOf(failures));
    },
    takeBack: async (folder) => {
      // It was allowed when it was made, so that nothing has to be waited for.
      await count(folder, Math.max(0, (await load(folder)).failures - 1), 0);
    },
    succeed: async (folder) => {
      known.set(folder, { failures: 0, freeAt: 0 });
      await rm(join(folder, FILE_NAME), { force: true });
    },
  };
}

function delayOf(failures: number): number {
  if (failures <= 0) return 0;
  return (DELAYS[Math.min(failures, DELAYS.length) - 1] ?? 900) * 1000;
}
