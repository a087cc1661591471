import { randomInt } from 'node:crypto';
import type { SchoolId } from '../../../domain/base/ids.ts';
import {
  familyUsername,
  parseStaffUsername,
  staffUsername,
  type AccountKind,
} from '../../../domain/people/username.ts';
import type { Account, AccountReader } from '../../storage/contract/accounts.ts';

const FAMILY_NUMBERS = 1_000_000;
/** Longer numbers come from other systems, and are no part of our sequence. */
const HIGHEST_STAFF_NUMBER = 999_999_999;

/** Gives usernames that no account of this server has: random ones for families, the school's next numbers for staff. */
export function createUsernames(
  reader: AccountReader,
  school: SchoolId,
  accounts: readonly Account[],
): (kind: AccountKind) => Promise<string> {
  const numbers = accounts.map(({ username }) => Number(parseStaffUsername(username)?.number ?? 0));
  let last = Math.max(0, ...numbers.filter((number) => number < HIGHEST_STAFF_NUMBER));
  const next = (kind: AccountKind) => {
    // Random, so that nobody can count on from their own to their neighbour's.
    if (kind !== 'staff') return familyUsername(kind, randomInt(FAMILY_NUMBERS));
    last += 1;
    return staffUsername(school, last);
  };
  return async (kind) => {
    for (;;) {
      const username = next(kind);
      if ((await reader.account(username)) === undefined) return username;
    }
  };
}
