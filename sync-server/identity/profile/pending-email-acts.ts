import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { dateBackLinks } from '../../mail/links.ts';
import { mayAct } from '../proofs/target-of.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { changeOwnAccount } from '../accounts/account-change.ts';
import { mailFactsOf } from '../../mail/mail-facts.ts';
import { addOwnEvent, notPossible } from '../accounts/own-account.ts';
import { pendingEmailOf, sendConfirmation } from '../accounts/pending-email.ts';

/** What the owner of a pending address can do besides following its link (S25, S27). */
export interface PendingEmailActs {
  resend(actor: SignedIn): Promise<Result<null, Failure>>;
  remove(actor: SignedIn): Promise<Result<null, Failure>>;
}

/** The acts on a pending address. */
export function createPendingEmailActs(context: IdentityContext): PendingEmailActs {
  const { now, links, postOffice } = context;
  return {
    async resend(actor) {
      const facts = await mailFactsOf(context, actor);
      return await changeOwnAccount(context, actor, undefined, async (transaction, after, found) => {
        await dateBackLinks(transaction, found.profile.id, now());
        const pending = await pendingEmailOf(transaction, found.profile, now());
        if (!pending) return notPossible('addressInvalid', 'No address is waiting');
        const wait = Math.ceil((pending.resendAt - now()) / 1000);
        if (wait > 0) return notPossible('tooSoon', 'A mail was sent just now', wait);
        await sendConfirmation(context, transaction, {
          account: found.account,
          address: pending.address,
          facts,
        });
        await addOwnEvent(transaction, actor, now(), 'emailConfirmationResent');
        after.changed([actor.username]);
        return ok(null);
      });
    },

    async remove(actor) {
      const allowed = await mayAct(context, actor, 'ruleProfile');
      if (!allowed.ok) return allowed;
      return await changeOwnAccount(context, actor, allowed.value, async (transaction, after, found) => {
        if (!found.profile.pendingEmail) return ok(null);
        const { pendingEmail: _removed, ...profile } = found.profile;
        await transaction.saveProfile(profile);
        await links.close(transaction, profile.id, ['confirmEmail']);
        const accounts = await transaction.accountsOfProfile(profile.id);
        const usernames = accounts.map(({ username }) => username);
        for (const username of usernames) await postOffice.cancel(transaction, username, ['confirmEmail']);
        await addOwnEvent(transaction, actor, now(), 'emailRemoved', { pending: true });
        after.changed(usernames);
        return ok(null);
      });
    },
  };
}
