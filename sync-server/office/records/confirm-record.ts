import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { actOnEach } from '../act/act-report.ts';
import { changeOwnAccount } from '../../identity/accounts/account-change.ts';
import { defineAct } from '../act/define-act.ts';
import { addOwnEvent } from '../../identity/accounts/own-account.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import type { IdentityContext } from '../../identity/accounts/identity-context.ts';
import { changeDetails } from '../../identity/proofs/change-details.ts';
import { decidable } from './four-eyes.ts';
import { recordDataOf } from '../../identity/proofs/record-data.ts';
import { digestOf, newsOf, snapshotDataOf } from '../../identity/proofs/record-trust.ts';
import { mayAct } from '../../identity/proofs/target-of.ts';

/** The owner says that what the school has changed in the own record is right. */
export type ConfirmOwnRecord = (actor: SignedIn, seen?: string) => Promise<Result<null, Failure>>;

/**
 * A confirmation is for what was shown: where something else waits by then, or the device does not say what it has shown, it is refused
 * with `changed`, and the page shows what waits now.
 *
 * From now on the fiscal code and the addresses on record count. The owner confirms from a session that the register's password has opened,
 * with the second factor where there is one: a provider's word may be the very thing that the change has brought about.
 */
export function createConfirmOwnRecord(context: IdentityContext): ConfirmOwnRecord {
  return async (actor, seen) => {
    const allowed = await mayAct(context, actor, 'confirmRecord');
    if (!allowed.ok) return allowed;
    return await changeOwnAccount(context, actor, allowed.value, async (transaction, after, { account }) => {
      const { school, person } = account;
      const change = await transaction.recordChange(school, person);
      if (!change) return ok(null);
      // As it stands in the transaction that confirms: nobody else writes meanwhile.
      const news = newsOf(change, await recordDataOf(context, change));
      if (seen !== digestOf(change, news)) return fail(changedMeanwhile);
      await transaction.removeRecordChange(school, person);
      await addOwnEvent(transaction, actor, context.now(), 'recordConfirmed', changeDetails(change, news));
      after.changed([actor.username]);
      return ok(null);
    });
  };
}

/**
 * A second person of the office says so for others. Four eyes: whoever wrote a change does not confirm it, nor anybody their own that way.
 * In an office of one the principal does, and where the principal wrote it, the clerk; the owner can in any case.
 */
export const confirmRecords = defineAct(
  ofAccounts.confirmRecords,
  () =>
    async (act, { who, body: { usernames, seen = [] } }) => {
      const report = await actOnEach(act, usernames, async (account) => {
        const { school, person, username } = account;
        const found = await decidable(act.accounts, account, { by: who.person, seen }, async (waiting) =>
          snapshotDataOf(act.snapshot, waiting.person),
        );
        if (typeof found === 'string') return found;
        const { change, news } = found;
        await act.accounts.removeRecordChange(school, person);
        await act.note(username, 'recordConfirmed', changeDetails(change, news));
        act.after.changed([username]);
        return 'done';
      });
      return ok(report);
    },
);

const changedMeanwhile: Failure = {
  kind: 'notPossible',
  message: 'What waits is not what was shown',
  reason: 'changed',
};
