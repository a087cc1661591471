import { createHash } from 'node:crypto';
import type { SchoolTransaction } from '../../storage/storage.ts';

/** How many failures are free, and how the wait after the next ones grows. */
interface Limit {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/**
 * One account from one address is slowed soonest. An account attacked from everywhere is slowed a little, so that its owner is not
 * locked out; a whole school shares one address, so that limit is wide.
 */
const LIMITS = {
  accountAtAddress: { free: 4, firstWaitSeconds: 15, longestWaitSeconds: 900 },
  account: { free: 20, firstWaitSeconds: 5, longestWaitSeconds: 60 },
  address: { free: 60, firstWaitSeconds: 2, longestWaitSeconds: 60 },
} as const satisfies Record<string, Limit>;

/** Failures are forgotten when none has followed for so long. */
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** The three counters that one try falls under. */
export interface AttemptKeys {
  readonly accountAtAddress: string;
  readonly account: string;
  readonly address: string;
}

const NAMES = ['accountAtAddress', 'account', 'address'] as const;

/** The counters of a try; names and addresses are stored as hashes only. */
export function attemptKeys(username: string, address: string): AttemptKeys {
  const hash = (...parts: readonly string[]) =>
    createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return {
    accountAtAddress: hash('accountAtAddress', username, address),
    account: hash('account', username),
    address: hash('address', address),
  };
}

/**
 * Admits a try or says how many seconds to wait. An admitted try counts as failed until {@link forgive}: tries sent at the same
 * moment are counted too, before any of them has been answered.
 */
export async function admit(transaction: SchoolTransaction, keys: AttemptKeys, now: number): Promise<number> {
  let wait = 0;
  const counted: { readonly key: string; readonly failures: number }[] = [];
  for (const name of NAMES) {
    const known = await transaction.attempts(keys[name]);
    const isFresh = known !== undefined && now - known.lastFailedAt < FORGOTTEN_AFTER_MS;
    const failures = isFresh ? known.failures : 0;
    const until = isFresh ? known.lastFailedAt + waitSeconds(LIMITS[name], failures) * 1000 : 0;
    wait = Math.max(wait, Math.ceil((until - now) / 1000));
    counted.push({ key: keys[name], failures: failures + 1 });
  }
  if (wait > 0) return wait;
  for (const { key, failures } of counted)
    await transaction.saveAttempts(key, { failures, lastFailedAt: now });
  await transaction.pruneAttempts(now - FORGOTTEN_AFTER_MS);
  return 0;
}

/** Forgets the failures of an account that has signed in, and the one that was counted for its address. */
export async function forgive(transaction: SchoolTransaction, keys: AttemptKeys): Promise<void> {
  await transaction.clearAttempts(keys.accountAtAddress);
  await transaction.clearAttempts(keys.account);
  const address = await transaction.attempts(keys.address);
  if (address && address.failures > 1)
    await transaction.saveAttempts(keys.address, { ...address, failures: address.failures - 1 });
  else await transaction.clearAttempts(keys.address);
}

function waitSeconds(limit: Limit, failures: number): number {
  if (failures < limit.free) return 0;
  return Math.min(limit.longestWaitSeconds, limit.firstWaitSeconds * 2 ** (failures - limit.free));
}
