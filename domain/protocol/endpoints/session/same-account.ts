import type { AccountRef } from './session.ts';

/** Whether two accounts are the same one: a username is one at its school. */
export function isSameAccount(a: AccountRef, b: AccountRef): boolean {
  return a.school === b.school && a.username === b.username;
}
