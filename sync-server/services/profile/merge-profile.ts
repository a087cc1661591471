import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AccountAct, AccountActAnswer, NotPossibleReason } from '../../../domain/protocol/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { parseEmailAddress } from '../../../domain/rules/email-address.ts';
import type { Account, Profile } from '../../storage/accounts.ts';
import { busy } from '../session/advance.ts';
import { PASSWORD_RULES } from '../session/attempt-limits.ts';
import type { SignedIn } from '../session/authenticate.ts';
import type { IdentityContext } from '../session/session-context.ts';
import { changeAccounts } from './account-change.ts';
import { addOwnEvent, noSuchAccount, notPossible, ownProfile, wrongPassword } from './own-account.ts';
import { isPendingElsewhere } from './pending-email.ts';

type MergeProfile = Extract<AccountAct, { readonly kind: 'mergeProfile' }>;
type Answer = Result<AccountActAnswer, Failure>;

/**
 * Joins the account to the profile of a confirmed address, whose password is the consent (S30): the account's own password is worth
 * nothing any more, its username opens with the portfolio's. Tries count like those of signing in with the address.
 */
export async function mergeProfile(
  context: IdentityContext,
  actor: SignedIn,
  from: string,
  { address: typed, password }: MergeProfile,
): Promise<Answer> {
  const { storage, now, links } = context;
  const address = parseEmailAddress(typed);
  if (address === undefined) return notPossible('addressInvalid', 'Not an address');
  return await context.tries({ name: address, address: from, rules: PASSWORD_RULES }, async () => {
    const found = await storage.accounts.read(async (reader) => {
      const own = await ownProfile(reader, actor.username);
      const owner = await reader.profileByEmail(address);
      const isPending = own && (await isPendingElsewhere(reader, address, own.profile.id, now()));
      return own && { ...own, owner, isPending };
    });
    if (!found) return fail(noSuchAccount);
    const { owner } = found;
    if (!owner && found.isPending) return notPossible('addressPending', 'The address is not confirmed yet');
    const isRight = await context.passwords.verify(password, owner?.password.hash);
    if (isRight === undefined) return fail(busy);
    if (!isRight || !owner) return fail(wrongPassword);

    return await changeAccounts(context, async (transaction, after): Promise<Answer> => {
      const own = await ownProfile(transaction, actor.username);
      const portfolio = await transaction.profile(owner.id);
      if (!own || portfolio?.password.hash !== owner.password.hash) return fail(wrongPassword);
      const { account, profile } = own;
      const others = await transaction.accountsOfProfile(portfolio.id);
      const reason = reasonAgainst(account, profile, portfolio, others);
      if (reason !== undefined) return notPossible(reason, 'The accounts cannot be joined');
      await transaction.saveAccount({
        ...account,
        profile: portfolio.id,
        state: 'activated',
        activatedAt: account.activatedAt ?? now(),
      });
      const left = await transaction.accountsOfProfile(profile.id);
      if (left.length === 0) {
        await links.close(transaction, profile.id);
        await transaction.removeProfile(profile.id);
      }
      await context.postOffice.cancel(transaction, account.username);
      // A session that began without the portfolio's second factor must not reach the portfolio's other accounts.
      const keeps = portfolio.secondFactor?.confirmedAt === undefined ? actor.session : undefined;
      after.ended(await transaction.endSessions([account.username], 'passwordChanged', keeps));
      await addOwnEvent(transaction, actor, now(), 'merged', { accounts: others.length + 1 });
      after.changed([...others, ...left, account].map(({ username }) => username));
      return ok({ outcome: 'done' });
    });
  });
}

/** Why an account cannot join a portfolio; undefined when it can. */
function reasonAgainst(
  account: Account,
  own: Profile,
  portfolio: Profile,
  others: readonly Account[],
): NotPossibleReason | undefined {
  if (own.id === portfolio.id) return 'alreadyMerged';
  const all = [account, ...others];
  if (all.some(({ kind }) => kind === 'staff') && all.some(({ kind }) => kind !== 'staff'))
    return 'staffAndFamily';
  if (all.some(({ kind }) => kind === 'student')) return 'studentAccount';
  // Two parents stay two people, whatever they tell each other: what one may see can be taken from the other by a court.
  const isOther = (one: Account) =>
    one.school === account.school && one.pupil === account.pupil && one.kind !== account.kind;
  if (account.pupil !== undefined && others.some(isOther)) return 'otherGuardian';
  // Otherwise whoever finds the register open could take an account with a second factor out of its reach.
  if (own.secondFactor?.confirmedAt !== undefined) return 'secondFactorOn';
  return undefined;
}
