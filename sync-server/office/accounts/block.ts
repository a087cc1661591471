import { ok } from '../../../domain/base/result.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { ActReport } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { actOnEach, type SkipReason } from '../act/act-report.ts';
import { defineAct } from '../act/define-act.ts';
import { isLeaver } from './office-accounts.ts';
import { isInReach, type Office, type OfficeAct, type OfficeContext } from '../act/office.ts';

const LEFT = 'Non fa più parte della scuola';

/** Blocks accounts, with a reason. Blocking ends the sessions of an account and cuts its live connections; nobody blocks their own. */
export const blockAccounts = defineAct(ofAccounts.blockAccounts, (context) => {
  const blockAll = createBlockAll(context);
  return async (act, { body: { usernames, reason } }) => ok(await blockAll(act, usernames, reason));
});

/** Opens blocked accounts again. */
export const unblockAccounts = defineAct(
  ofAccounts.unblockAccounts,
  () =>
    async (act, { body: { usernames } }) => {
      const report = await actOnEach(act, usernames, async (account) => {
        if (account.state !== 'blocked') return 'notBlocked';
        const { blocked: _blocked, ...kept } = account;
        const state = account.activatedAt === undefined ? 'issued' : 'activated';
        await act.accounts.saveAccount({ ...kept, state });
        await portfolioChanged(act, account);
        await act.note(account.username, 'unblocked');
        return 'done';
      });
      return ok(report);
    },
);

/** Blocks the accounts of those who have left the school, and of guardians whose child has. */
export const blockLeavers = defineAct(ofAccounts.blockLeavers, (context) => {
  const blockAll = createBlockAll(context);
  return async (act) => {
    const accounts = await act.accounts.accountsOfSchool(act.school);
    const leavers = accounts.filter(
      (account) =>
        account.state !== 'blocked' && isInReach(act.reach, account.kind) && isLeaver(act, account),
    );
    const usernames = leavers.map(({ username }) => username);
    const report = await blockAll(act, usernames, LEFT);
    if (report.done > 0) await act.note(act.by, 'leaversBlocked', { accounts: report.done });
    return ok(report);
  };
});

function createBlockAll({ postOffice, links }: OfficeContext) {
  const blockOne = async (act: OfficeAct<'blocked'>, account: Account, reason: string): Promise<void> => {
    const { accounts, after, at, by } = act;
    await accounts.saveAccount({ ...account, state: 'blocked', blocked: { at, by, reason } });
    await postOffice.cancel(accounts, account.username);
    // A consent to handing over belongs to the block that it was given to: one of before ended with that.
    await links.close(accounts, account.profile, ['handOver']);
    await act.note(account.username, 'blocked', { reason });
    after.ended(await accounts.endSessions([account.username], 'blocked'));
    await portfolioChanged(act, account);
  };

  return async (
    act: OfficeAct<'blocked'>,
    usernames: readonly string[],
    reason: string,
  ): Promise<ActReport> =>
    await actOnEach(act, usernames, async (account) => {
      const refusal = reasonNotToBlock(act, account);
      if (refusal !== undefined) return refusal;
      await blockOne(act, account, reason);
      return 'done';
    });
}

async function portfolioChanged(
  { accounts, after }: Pick<OfficeAct, 'accounts' | 'after'>,
  { profile }: Account,
): Promise<void> {
  const portfolio = await accounts.accountsOfProfile(profile);
  after.changed(portfolio.map(({ username }) => username));
}

function reasonNotToBlock(office: Office, account: Account): SkipReason | undefined {
  if (account.username === office.by) return 'own';
  return account.state === 'blocked' ? 'blocked' : undefined;
}
