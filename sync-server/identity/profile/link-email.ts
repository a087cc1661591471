import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AccountAct, AccountActAnswer } from '../../../domain/protocol/endpoints/account/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { mayAct } from '../proofs/target-of.ts';
import { busy } from '../sessions/advance.ts';
import { RECOVERY_RULES } from '../tries/attempt-limits.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import { identityOf } from '../accounts/identity.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { changeOwnAccount } from '../accounts/account-change.ts';
import { mailFactsOf } from '../../mail/mail-facts.ts';
import { addOwnEvent, noSuchAccount, notPossible, ownProfile } from '../accounts/own-account.ts';
import { setOwnPassword } from '../accounts/own-password.ts';
import { refuseWeak, weak } from '../passwords/password-policy.ts';
import { personalWords } from '../../../domain/protocol/personal-words.ts';
import { secondsToNextMail, isPendingElsewhere, sendConfirmation } from '../accounts/pending-email.ts';

type LinkEmail = Extract<AccountAct, { readonly kind: 'linkEmail' }>;
type Answer = Result<AccountActAnswer, Failure>;

/**
 * Links an address to the profile: the new password is the valid one from this moment, with the username; with the address only after
 * its link has been followed (S22–S24). An address that another profile has confirmed asks for that one's password (S30).
 *
 * That an address is somebody's can be seen here, as the union of accounts asks for: nobody may look many of them up.
 */
export async function linkEmail(
  context: IdentityContext,
  actor: SignedIn,
  from: string,
  act: LinkEmail,
): Promise<Answer> {
  const name = `addresses tried by ${actor.username}`;
  const one = { name, address: from, rules: RECOVERY_RULES, counts: tellsOfOthers };
  return await context.tries(one, async () => await tryToLink(context, actor, act));
}

function tellsOfOthers(result: Result<unknown, Failure>): boolean {
  if (!result.ok) return result.failure.reason === 'addressPending';
  return (result as { readonly value: AccountActAnswer }).value.outcome === 'portfolioPasswordNeeded';
}

async function tryToLink(
  context: IdentityContext,
  actor: SignedIn,
  { address: typed, newPassword }: LinkEmail,
): Promise<Answer> {
  const { storage, now } = context;
  const address = parseEmailAddress(typed);
  if (address === undefined) return notPossible('addressInvalid', 'Not an address');
  const found = await storage.accounts.read(async (reader) => {
    const own = await ownProfile(reader, actor.username);
    if (!own) return undefined;
    const owner = await reader.profileByEmail(address);
    return { ...own, owner, isPending: await isPendingElsewhere(reader, address, own.profile.id, now()) };
  });
  if (!found) return fail(noSuchAccount);
  const { account, profile, owner, isPending } = found;
  if (profile.email) return notPossible('emailConfirmed', 'An address is confirmed already');
  if (owner) return ok({ outcome: 'portfolioPasswordNeeded' });
  if (isPending) return notPossible('addressPending', 'The address has not been confirmed yet');
  // The new password is that of all accounts of the profile.
  const allowed = await mayAct(context, actor, 'ruleProfile');
  if (!allowed.ok) return allowed;
  if (newPassword === undefined) return ok({ outcome: 'newPasswordNeeded' });
  const identity = await identityOf(context, account);
  if (!identity) return fail(noSuchAccount);
  const judged = refuseWeak(context.policy, newPassword, [...personalWords(identity), address]);
  if (!judged.ok) return judged;
  const isSame = await context.passwords.verify(newPassword, profile.password.hash);
  if (isSame === true) return weak('sameAsBefore');
  const hash = isSame === undefined ? undefined : await context.passwords.hash(newPassword);
  if (hash === undefined) return fail(busy);
  const facts = await mailFactsOf(context, account);

  return await changeOwnAccount(
    context,
    actor,
    allowed.value,
    async (transaction, after, own): Promise<Answer> => {
      if (own.profile.email) return notPossible('emailConfirmed', 'An address is confirmed already');
      const wait = await secondsToNextMail(transaction, own.profile.id, 'confirmEmail', now());
      if (wait > 0) return notPossible('tooManyMails', 'Too many mails were sent today', wait);
      const { session, username: by } = actor;
      const next = { profile: own.profile, hash, by, session };
      const changed = await setOwnPassword(context, transaction, after, next);
      await transaction.saveProfile({ ...changed, pendingEmail: { address, since: now() } });
      await sendConfirmation(context, transaction, { account: own.account, address, facts });
      await addOwnEvent(transaction, actor, now(), 'passwordChanged');
      await addOwnEvent(transaction, actor, now(), 'emailLinked');
      const accounts = await transaction.accountsOfProfile(own.profile.id);
      after.changed(accounts.map(({ username }) => username));
      return ok({ outcome: 'done' });
    },
  );
}
