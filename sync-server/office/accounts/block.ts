import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { ActReport } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Account, AccountTransaction } from '../../storage/contract/accounts.ts';
import { changeAccounts, type AfterCommit } from '../../identity/accounts/account-change.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { actOnEach, type SkipReason } from '../act/act-report.ts';
import { isLeaver } from './office-accounts.ts';
import {
  officeEvent,
  officeInTransaction,
  officeOf,
  type Office,
  type OfficeContext,
} from '../act/office.ts';

/** The office's acts that close and open accounts. */
export interface BlockActs {
  block(who: SignedIn, usernames: readonly string[], reason: string): Promise<Result<ActReport, Failure>>;
  unblock(who: SignedIn, usernames: readonly string[]): Promise<Result<ActReport, Failure>>;
  /** Blocks the accounts of those who have left the school, and of guardians whose child has. */
  blockLeavers(who: SignedIn): Promise<Result<ActReport, Failure>>;
}

const LEFT = 'Non fa più parte della scuola';

/** Blocking ends the sessions of an account and cuts its live connections; nobody blocks their own. */
export function createBlockActs(context: OfficeContext): BlockActs {
  const { postOffice, links } = context;

  const blockOne = async (
    transaction: AccountTransaction,
    office: Office,
    account: Account,
    reason: string,
    sessions: AfterCommit,
  ): Promise<void> => {
    const { at, by } = office;
    await transaction.saveAccount({ ...account, state: 'blocked', blocked: { at, by, reason } });
    await postOffice.cancel(transaction, account.username);
    // A consent to handing over belongs to the block that it was given to: one of before ended with that.
    await links.close(transaction, account.profile, ['handOver']);
    await transaction.addEvent(officeEvent(office, account.username, 'blocked', { reason }));
    sessions.ended(await transaction.endSessions([account.username], 'blocked'));
    const portfolio = await transaction.accountsOfProfile(account.profile);
    sessions.changed(portfolio.map(({ username }) => username));
  };

  const blockAll = async (
    who: SignedIn,
    office: Office,
    reason: string,
    chosen: (transaction: AccountTransaction) => Promise<readonly string[]>,
    after: (transaction: AccountTransaction, report: ActReport) => Promise<void> = async () => undefined,
  ): Promise<ActReport> =>
    await changeAccounts(context, async (transaction, sessions) => {
      await officeInTransaction(context, transaction, who);
      const blocked = await actOnEach(transaction, office, await chosen(transaction), async (account) => {
        const refusal = reasonNotToBlock(office, account);
        if (refusal !== undefined) return refusal;
        await blockOne(transaction, office, account, reason, sessions);
        return 'done';
      });
      await after(transaction, blocked);
      return blocked;
    });

  return {
    async block(who, usernames, reason) {
      const office = await officeOf(context, who);
      if (!office.ok) return office;
      return ok(await blockAll(who, office.value, reason, async () => usernames));
    },
    async unblock(who, usernames) {
      const found = await officeOf(context, who);
      if (!found.ok) return found;
      const report = await changeAccounts(context, async (transaction, sessions) => {
        const office = await officeInTransaction(context, transaction, who);
        return await actOnEach(transaction, office, usernames, async (account) => {
          if (account.state !== 'blocked') return 'notBlocked';
          const { blocked: _blocked, ...kept } = account;
          const state = account.activatedAt === undefined ? 'issued' : 'activated';
          await transaction.saveAccount({ ...kept, state });
          const portfolio = await transaction.accountsOfProfile(account.profile);
          sessions.changed(portfolio.map(({ username }) => username));
          await transaction.addEvent(officeEvent(office, account.username, 'unblocked'));
          return 'done';
        });
      });
      return ok(report);
    },
    async blockLeavers(who) {
      const found = await officeOf(context, who);
      if (!found.ok) return found;
      const office = found.value;
      const report = await blockAll(
        who,
        office,
        LEFT,
        async (transaction) => {
          const accounts = await transaction.accountsOfSchool(office.school);
          const leavers = accounts.filter(
            (account) => account.state !== 'blocked' && isLeaver(office, account),
          );
          return leavers.map(({ username }) => username);
        },
        async (transaction, { done }) => {
          const event = officeEvent(office, office.by, 'leaversBlocked', { accounts: done });
          if (done > 0) await transaction.addEvent(event);
        },
      );
      return ok(report);
    },
  };
}

function reasonNotToBlock(office: Office, account: Account): SkipReason | undefined {
  if (account.username === office.by) return 'own';
  return account.state === 'blocked' ? 'blocked' : undefined;
}
