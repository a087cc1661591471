import { randomUUID } from 'node:crypto';
import { ok } from '../../../domain/base/result.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Account, AccountTransaction, Password } from '../../storage/contract/accounts.ts';
import { candidatesFor, relationKey, type Candidate } from './candidates.ts';
import { createUsernames } from './new-username.ts';
import { definePreparedAct } from '../act/define-act.ts';
import { isInReach, officeEvent, officeOf, type Office } from '../act/office.ts';
import { createOfficePasswords } from '../../identity/passwords/office-password.ts';
import { newSchoolPass } from './school-pass.ts';

/**
 * Issues accounts to those of a class, of the staff, or to one person, who have none (S10, S15). Passwords are hashed before the
 * transaction, which then looks again who has no account.
 */
export const issueAccounts = definePreparedAct(ofAccounts.issueAccounts, (context) => {
  const { storage, sealer, passwordCost } = context;
  const passwords = createOfficePasswords(sealer, passwordCost);
  return async ({ who, body }) => {
    const found = await officeOf(context, who, ofAccounts.issueAccounts);
    if (!found.ok) return found;
    const office = found.value;
    const meant = candidatesFor(office.snapshot, body, office.today);
    const { refused } = meant;
    const candidates = meant.candidates.filter(({ kind }) => isInReach(office.reach, kind));
    const before = await storage.accounts.read((reader) => reader.accountsOfSchool(office.school));
    const prepared = await Promise.all(
      without(candidates, before).map(async (candidate) => ({
        candidate,
        password: await passwords(office.at),
      })),
    );
    // Hashing the passwords of a whole school takes minutes: whoever acts is looked at once more.
    return ok(async ({ accounts }) => {
      const issued = await saveIssued(accounts, office, prepared);
      return ok({ issued, unchanged: candidates.length - issued.length, refused });
    });
  };
});

/** Somebody who gets an account, and the password that the letter will tell. */
export interface Prepared {
  readonly candidate: Candidate;
  readonly password: Password;
}

/** Issues what was prepared, but for those who have an account meanwhile; answers the usernames. */
export async function saveIssued(
  transaction: AccountTransaction,
  office: Pick<Office, 'school' | 'by' | 'at'>,
  prepared: readonly Prepared[],
): Promise<readonly string[]> {
  const { school, at } = office;
  const accounts = await transaction.accountsOfSchool(school);
  const newUsername = createUsernames(transaction, school, accounts);
  const taken = new Set(accounts.map(relationKey));
  const issued: string[] = [];
  for (const { candidate, password } of prepared) {
    // Another clerk may have issued the same class meanwhile.
    if (taken.has(relationKey(candidate))) continue;
    const profile = { id: randomUUID(), password, createdAt: at };
    const account: Account = {
      ...candidate,
      username: await newUsername(candidate.kind),
      school,
      schoolPass: await newSchoolPass(transaction),
      profile: profile.id,
      state: 'issued',
      issuedAt: at,
    };
    await transaction.saveProfile(profile);
    await transaction.saveAccount(account);
    await transaction.addEvent(officeEvent(office, account.username, 'issued'));
    issued.push(account.username);
  }
  return issued;
}

function without(candidates: readonly Candidate[], accounts: readonly Account[]): readonly Candidate[] {
  const taken = new Set(accounts.map(relationKey));
  return candidates.filter((candidate) => !taken.has(relationKey(candidate)));
}
