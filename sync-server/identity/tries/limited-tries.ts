import { setTimeout } from 'node:timers/promises';
import { toSchoolId } from '../../../domain/base/ids.ts';
import { fail, type Result } from '../../../domain/base/result.ts';
import { FAILURES } from '../../../domain/protocol/failure-table.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { admit, attemptKeys, forgive, withdraw, type AttemptRules } from './attempt-limits.ts';

/** Tries are counted above the schools: most usernames do not say to which school they belong, and no school has this code. */
export const NO_SCHOOL = toSchoolId('0000');

/** What one try is counted under. */
export interface Try {
  /** Whose secret it is, as far as the sender knows. */
  readonly name: string;
  readonly address: string;
  readonly rules: AttemptRules;
  /** Whether the try stays counted, where it is not a wrong secret that decides. */
  readonly counts?: (result: Result<unknown, Failure>) => boolean;
}

/** Does a piece of work that looks at a secret, unless too many tries went before. */
export type LimitedTries = <T>(
  one: Try,
  work: () => Promise<Result<T, Failure>>,
) => Promise<Result<T, Failure>>;

/** Counts a try as failed before it is looked at; a right one is forgiven, one of which nothing was found out is taken back. */
export function createLimitedTries(storage: Pick<Storage, 'transaction'>, now: () => number): LimitedTries {
  return async ({ name, address, rules, counts = isWrong }, work) => {
    const keys = attemptKeys(name, address);
    const admission = await storage.transaction(NO_SCHOOL, (own) => admit(own, keys, now(), rules));
    if (admission.waitSeconds > 0)
      return fail({
        kind: 'tooManyAttempts',
        message: 'Too many attempts',
        retryAfter: admission.waitSeconds,
      });
    if (admission.delayMs > 0) await setTimeout(admission.delayMs);
    const settle = async (change: typeof forgive) => {
      await storage.transaction(NO_SCHOOL, (own) => change(own, keys));
    };
    try {
      const result = await work();
      if (!counts(result)) await settle(result.ok ? forgive : withdraw);
      return result;
    } catch (error) {
      // What went wrong is the server's: it must not count as a wrong password, and is told whether or not that can be noted.
      await settle(withdraw).catch(() => undefined);
      throw error;
    }
  };
}

function isWrong(result: Result<unknown, Failure>): boolean {
  return !result.ok && FAILURES[result.failure.kind].isWrongSecret;
}
