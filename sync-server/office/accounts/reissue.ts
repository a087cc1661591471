import { randomUUID } from 'node:crypto';
import { ok } from '../../../domain/base/result.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Account, AccountTransaction, Password } from '../../storage/contract/accounts.ts';
import { OF_THE_ACCOUNT } from '../../mail/message.ts';
import { actOnEach } from '../act/act-report.ts';
import { definePreparedAct } from '../act/define-act.ts';
import { officeOf } from '../act/office.ts';
import { createOfficePasswords } from '../../identity/passwords/office-password.ts';

/**
 * Gives accounts a new password of the office; whatever opened them before opens them no more. Reissuing puts an account back to the day
 * it was issued: a profile of its own with a new password, out of any portfolio, without address and second factor, since these may be a
 * thief's. Its sessions end.
 */
export const reissueAccounts = definePreparedAct(ofAccounts.reissueAccounts, (context) => {
  const { sealer, passwordCost, postOffice, links } = context;
  const passwords = createOfficePasswords(sealer, passwordCost);
  return async ({ who, body: { usernames } }) => {
    const found = await officeOf(context, who, ofAccounts.reissueAccounts);
    if (!found.ok) return found;
    const office = found.value;
    const fresh = await Promise.all(usernames.map(() => passwords(office.at)));
    return ok(async (act) => {
      const { accounts: transaction, after } = act;
      let next = 0;
      const report = await actOnEach(act, usernames, async (account) => {
        const password = fresh[next];
        next += 1;
        // A clerk's own password is changed in the profile: whoever sits down at an open register must not get a letter for it.
        if (account.username === office.by || !password) return 'own';
        if (account.state === 'blocked') return 'blocked';
        const portfolio = await transaction.accountsOfProfile(account.profile);
        const others = portfolio.filter(({ username }) => username !== account.username);
        const isMerged = others.length > 0;
        await postOffice.cancel(transaction, account.username, isMerged ? OF_THE_ACCOUNT : undefined);
        if (isMerged) await closeLinksOf(transaction, account, office.at);
        else await links.close(transaction, account.profile);
        await issueAnew(transaction, account, password, office.at);
        after.ended(await transaction.endSessions([account.username], 'passwordChanged'));
        after.changed(others.map(({ username }) => username));
        await act.note(account.username, 'reissued', isMerged ? { separated: true } : {});
        return 'done';
      });
      return ok(report);
    });
  };
});

/** Puts an account back to the state in which the office issues it, under a profile of its own; an empty one is removed. */
export async function issueAnew(
  transaction: AccountTransaction,
  account: Account,
  password: Password,
  at: number,
): Promise<Account> {
  const { username, school, kind, person, pupil, schoolPass, lastSignInAt } = account;
  const profile = { id: randomUUID(), password, createdAt: at };
  const issued: Account = {
    username,
    school,
    kind,
    person,
    ...(pupil === undefined ? {} : { pupil }),
    schoolPass,
    ...(lastSignInAt === undefined ? {} : { lastSignInAt }),
    profile: profile.id,
    state: 'issued',
    issuedAt: at,
  };
  await transaction.saveProfile(profile);
  await transaction.saveAccount(issued);
  if ((await transaction.accountsOfProfile(account.profile)).length === 0)
    await transaction.removeProfile(account.profile);
  return issued;
}

/** Closes the links of an account that leaves; an address that waits is that of those who stay (S24, S26). */
async function closeLinksOf(transaction: AccountTransaction, account: Account, at: number): Promise<void> {
  for (const link of await transaction.linksOfProfile(account.profile))
    if (link.username === account.username && link.closedAt === undefined && link.purpose !== 'confirmEmail')
      await transaction.saveLink({ ...link, closedAt: at });
}
