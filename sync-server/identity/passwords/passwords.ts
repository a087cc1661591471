import { randomUUID } from 'node:crypto';
import { createHashQueue } from './hash-queue.ts';
import { costOf, hashPassword, isCheaper, verifyPassword, type PasswordCost } from './password-hash.ts';

/** Hashes and checks passwords, a few at once. */
export interface Passwords {
  /** Whether a password is the right one, after the same work where there is none; undefined when too many are waiting. */
  verify(password: string, hash: string | undefined): Promise<boolean | undefined>;
  /** The hash to store; undefined when too many are waiting. */
  hash(password: string): Promise<string | undefined>;
  /** Whether a hash is from before the cost was raised: a right password is the moment to hash it anew. */
  isCheap(hash: string): boolean;
}

/** Two hashes at once keep two cores busy; sixty wait at most about a second. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING = 60;

/** After so long the decoy is made anew: as people sign in, more and more hashes have today's cost. */
const DECOY_MS = 3_600_000;

/**
 * Passwords of one server process, of which so many may wait. Where there is no hash to compare with, the work is that of `commonHash`,
 * the cost that most accounts have: after the cost was raised, a name that nobody has would take longer than all others otherwise.
 */
export function createPasswords(
  cost?: PasswordCost,
  waiting = HASHES_WAITING,
  commonHash: () => Promise<string | undefined> = async () => undefined,
): Passwords {
  const inTurn = createHashQueue(HASHES_AT_ONCE, waiting);
  const newDecoy = async () => {
    const common = await commonHash().catch(() => undefined);
    return await hashPassword(randomUUID(), (common === undefined ? undefined : costOf(common)) ?? cost);
  };
  let decoy = newDecoy();
  let madeAt = performance.now();
  return {
    async verify(password, hash) {
      if (performance.now() - madeAt > DECOY_MS) {
        madeAt = performance.now();
        const next = await newDecoy();
        decoy = Promise.resolve(next);
      }
      const expected = hash ?? (await decoy);
      const isRight = await inTurn(() => verifyPassword(password, expected));
      return isRight === undefined ? undefined : isRight && hash !== undefined;
    },
    hash: (password) => inTurn(() => hashPassword(password, cost)),
    isCheap: (hash) => isCheaper(hash, cost),
  };
}
