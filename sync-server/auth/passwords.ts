import { randomUUID } from 'node:crypto';
import { createHashQueue } from './hash-queue.ts';
import { hashPassword, verifyPassword, type PasswordCost } from './password-hash.ts';

/** Hashes and checks passwords, a few at once. */
export interface Passwords {
  /** Whether a password is the right one, after the same work where there is none; undefined when too many are waiting. */
  verify(password: string, hash: string | undefined): Promise<boolean | undefined>;
  /** The hash to store; undefined when too many are waiting. */
  hash(password: string): Promise<string | undefined>;
}

/** Two hashes at once keep two cores busy; sixty wait at most about a second. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING = 60;

/** Passwords of one server process, of which so many may wait. */
export function createPasswords(cost?: PasswordCost, waiting = HASHES_WAITING): Passwords {
  const inTurn = createHashQueue(HASHES_AT_ONCE, waiting);
  const decoy = hashPassword(randomUUID(), cost);
  return {
    async verify(password, hash) {
      const expected = hash ?? (await decoy);
      const isRight = await inTurn(() => verifyPassword(password, expected));
      return isRight === undefined ? undefined : isRight && hash !== undefined;
    },
    hash: (password) => inTurn(() => hashPassword(password, cost)),
  };
}
