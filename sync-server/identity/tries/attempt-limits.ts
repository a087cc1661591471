import { createHash } from 'node:crypto';
import { notedBefore } from '../../base/clock.ts';
import type { Attempts, SchoolTransaction } from '../../storage/contract/storage.ts';

/** How many failures are free, and how the wait after the next ones grows. */
interface Limit {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/** How tries at one kind of secret are slowed down. */
export interface AttemptRules {
  readonly accountAtAddress: Limit;
  readonly account: Limit;
  /** Failures are forgotten when none has followed for so long. */
  readonly forgottenAfterMs: number;
}

/**
 * Passwords. One account from one address is slowed soonest. An account attacked from everywhere is slowed a little, so that its owner
 * is not locked out.
 */
export const PASSWORD_RULES: AttemptRules = {
  accountAtAddress: { free: 4, firstWaitSeconds: 15, longestWaitSeconds: 900 },
  account: { free: 20, firstWaitSeconds: 5, longestWaitSeconds: 60 },
  forgottenAfterMs: 15 * 60_000,
};

/**
 * Codes of six digits, of which three are right at any moment: who knows the password and has ever so many addresses gets ten free
 * tries and then some hundred a day, whatever the cost to the owner of a password that is known.
 */
export const CODE_RULES: AttemptRules = {
  accountAtAddress: { free: 4, firstWaitSeconds: 15, longestWaitSeconds: 900 },
  account: { free: 10, firstWaitSeconds: 30, longestWaitSeconds: 900 },
  forgottenAfterMs: 24 * 3_600_000,
};

/** Requests that send a mail: each one counts, since there is no right one. */
export const RECOVERY_RULES: AttemptRules = {
  accountAtAddress: { free: 6, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
  account: { free: 12, firstWaitSeconds: 60, longestWaitSeconds: 3600 },
  forgottenAfterMs: 3 * 3_600_000,
};

/**
 * A whole school shares one address: whatever one pupil does there, it refuses nobody. After so many failures each try from there
 * is answered a little later, which nobody who signs in once minds.
 */
const ADDRESS_FREE = 60;
const ADDRESS_DELAY_MS = 1000;

/** The longest memory of all rules. */
const PRUNED_AFTER_MS = 24 * 3_600_000;

/** The three counters that one try falls under. */
export interface AttemptKeys {
  readonly accountAtAddress: string;
  readonly account: string;
  readonly address: string;
}

/** What is said to a try. */
export interface Admission {
  /** Seconds to wait for the next try; 0 admits this one. */
  readonly waitSeconds: number;
  /** How much later an admitted try is looked at. */
  readonly delayMs: number;
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
 * Admits a try or says how many seconds to wait. An admitted try counts as failed until {@link forgive} or {@link withdraw}: tries
 * sent at the same moment are counted too, before any of them has been answered.
 */
export async function admit(
  transaction: SchoolTransaction,
  keys: AttemptKeys,
  now: number,
  rules: AttemptRules = PASSWORD_RULES,
): Promise<Admission> {
  let wait = 0;
  let delayMs = 0;
  const counted: { readonly key: string; readonly failures: number }[] = [];
  for (const name of NAMES) {
    const known = await pastAttempts(transaction, keys[name], now);
    const isFresh = known !== undefined && now - known.lastFailedAt < rules.forgottenAfterMs;
    const failures = isFresh ? known.failures : 0;
    if (name === 'address') {
      if (failures >= ADDRESS_FREE) delayMs = ADDRESS_DELAY_MS;
    } else {
      const seconds = waitSeconds(rules[name], failures);
      // Failures that are free make nobody wait, whatever the clock has done since.
      if (isFresh && seconds > 0)
        wait = Math.max(wait, Math.ceil((known.lastFailedAt - now) / 1000 + seconds));
    }
    counted.push({ key: keys[name], failures: failures + 1 });
  }
  if (wait > 0) return { waitSeconds: wait, delayMs: 0 };
  for (const { key, failures } of counted)
    await transaction.saveAttempts(key, { failures, lastFailedAt: now });
  await transaction.pruneAttempts(now - PRUNED_AFTER_MS);
  return { waitSeconds: 0, delayMs };
}

/** Forgets the failures of an account that has signed in, and the one that was counted for its address. */
export async function forgive(transaction: SchoolTransaction, keys: AttemptKeys): Promise<void> {
  await transaction.clearAttempts(keys.accountAtAddress);
  await transaction.clearAttempts(keys.account);
  await countOneLess(transaction, keys.address);
}

/** Takes back a try of which nothing was found out: it was neither right nor wrong, and earlier failures stay. */
export async function withdraw(transaction: SchoolTransaction, keys: AttemptKeys): Promise<void> {
  for (const name of NAMES) await countOneLess(transaction, keys[name]);
}

async function countOneLess(transaction: SchoolTransaction, key: string): Promise<void> {
  const known = await transaction.attempts(key);
  if (known && known.failures > 1)
    await transaction.saveAttempts(key, { ...known, failures: known.failures - 1 });
  else await transaction.clearAttempts(key);
}

/** What is known of a counter; a failure in the future counts as now, and is noted so. */
async function pastAttempts(
  transaction: SchoolTransaction,
  key: string,
  now: number,
): Promise<Attempts | undefined> {
  const known = await transaction.attempts(key);
  if (!known || known.lastFailedAt <= now) return known;
  const past = { ...known, lastFailedAt: notedBefore(known.lastFailedAt, now) };
  await transaction.saveAttempts(key, past);
  return past;
}

function waitSeconds(limit: Limit, failures: number): number {
  if (failures < limit.free) return 0;
  return Math.min(limit.longestWaitSeconds, limit.firstWaitSeconds * 2 ** (failures - limit.free));
}
