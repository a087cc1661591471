import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AccountAct, AccountActAnswer } from '../../../domain/protocol/endpoints/account/account.ts';
import type { NotPossibleReason } from '../../../domain/protocol/endpoints/account/account-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { operationNames } from '../../../domain/protocol/endpoints/office/operations.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import type { Profile } from '../../storage/contract/accounts.ts';
import type { Proof } from '../../storage/contract/session.ts';
import { decide } from '../proofs/decide.ts';
import { mayAct, portfolioTargetOf } from '../proofs/target-of.ts';
import { busy } from '../sessions/advance.ts';
import { CODE_RULES, PASSWORD_RULES } from '../tries/attempt-limits.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { OF_THE_ACCOUNT } from '../../mail/message.ts';
import { requireSession } from '../accounts/still-signed-in.ts';
import { changeOwnAccount, isAsSeen } from '../accounts/account-change.ts';
import { reasonOfPeople } from '../proofs/one-person.ts';
import {
  addOwnEvent,
  noSuchAccount,
  notPossible,
  ownProfile,
  wrongPassword,
} from '../accounts/own-account.ts';
import { isPendingElsewhere } from '../accounts/pending-email.ts';

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
  { address: typed, password, code }: MergeProfile,
): Promise<Answer> {
  const { storage, now } = context;
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
    const { owner, profile } = found;
    // What linking asks for, joining does too: whoever has confirmed an address is asked for the password before it goes.
    if (profile.email && profile.id !== owner?.id)
      return notPossible('emailConfirmed', 'An address is confirmed already');
    if (!owner && found.isPending) return notPossible('addressPending', 'The address is not confirmed yet');
    const isRight = await context.passwords.verify(password, owner?.password.hash);
    if (isRight === undefined) return fail(busy);
    if (!isRight || !owner) return fail(wrongPassword);
    return await joinWith(context, actor, { address, owner, code, from });
  });
}

/** A portfolio whose password was right. */
interface Portfolio {
  readonly address: string;
  readonly owner: Profile;
  readonly code: string | undefined;
  readonly from: string;
}

async function joinWith(
  context: IdentityContext,
  actor: SignedIn,
  { address, owner, code, from }: Portfolio,
): Promise<Answer> {
  const { storage, now } = context;
  const allowed = await mayAct(context, actor, 'ruleProfile');
  if (!allowed.ok) return allowed;
  const seen = allowed.value;
  const reason = await reasonAgainst(context, actor, owner);
  if (reason !== undefined) return notPossible(reason, 'The accounts cannot be joined');
  const session = await storage.read(actor.school, (reader) => reader.session(actor.session));
  const target = await portfolioTargetOf(context, owner);
  if (!session || !target) return fail(noSuchAccount);
  const shown: Proof[] = [{ by: 'password', profile: owner.id, at: now() }];
  const decision = decide('join', [...session.proofs, ...shown], target);
  if (decision.kind === 'yes') return await join(context, actor, { address, owner, seen, shown });
  if (decision.kind === 'no' && decision.reason === 'passwordOff')
    return notPossible('localPasswordOff', 'The portfolio’s password opens nothing');
  if (code === undefined) return notPossible('portfolioCode', 'The portfolio has a second factor');
  const isTried = { name: `code ${owner.id}`, address: from, rules: CODE_RULES };
  return await context.tries(isTried, async (): Promise<Answer> => {
    const isShown = await storage.accounts.transaction(async (transaction) => {
      await requireSession(transaction, actor);
      const profile = await transaction.profile(owner.id);
      const factor = profile?.secondFactor;
      const accepted =
        factor?.confirmedAt === undefined ? undefined : context.secondFactors.accept(factor, code, owner.id);
      if (!profile || !accepted) return false;
      await transaction.saveProfile({ ...profile, secondFactor: accepted });
      return true;
    });
    if (!isShown) return fail({ kind: 'wrongCode', message: 'Wrong code' });
    const factor: Proof = { by: 'secondFactor', profile: owner.id, at: now() };
    return await join(context, actor, { address, owner, seen, shown: [...shown, factor] });
  });
}

/** A portfolio that an account may join, and its own profile as that was decided. */
interface Joining {
  readonly address: string;
  readonly owner: Profile;
  readonly seen: Profile;
  readonly shown: readonly Proof[];
}

/**
 * Joins the account. In the transaction all is looked at again: session and profile of whoever acts, the portfolio's address, password and
 * second factor. An account that the office has blocked or reissued meanwhile stays where the office has put it.
 */
async function join(
  context: IdentityContext,
  actor: SignedIn,
  { address, owner, seen, shown }: Joining,
): Promise<Answer> {
  const { now, links } = context;
  return await changeOwnAccount(context, actor, seen, async (transaction, after, own): Promise<Answer> => {
    const portfolio = await transaction.profile(owner.id);
    const isSame = portfolio && isAsSeen(portfolio, owner) && portfolio.email?.address === address;
    if (!isSame) return fail(wrongPassword);
    const { account, profile } = own;
    if (keepsOwnFactor(context, profile, portfolio))
      return notPossible('secondFactorOn', 'The account has a second factor of its own');
    if (profile.email) return notPossible('emailConfirmed', 'An address is confirmed already');
    const others = await transaction.accountsOfProfile(portfolio.id);
    const activated =
      account.state === 'issued'
        ? ({ state: 'activated', activatedAt: account.activatedAt ?? now() } as const)
        : {};
    await transaction.saveAccount({ ...account, profile: portfolio.id, ...activated });
    const left = await transaction.accountsOfProfile(profile.id);
    if (left.length === 0) {
      await links.close(transaction, profile.id);
      await transaction.removeProfile(profile.id);
    }
    await context.postOffice.cancel(
      transaction,
      account.username,
      left.length === 0 ? undefined : OF_THE_ACCOUNT,
    );
    // This session has shown what the portfolio asks for; others of the account have not.
    after.ended(await transaction.endSessions([account.username], 'passwordChanged', actor.session));
    const session = (await transaction.sessionsOf([account.username])).find(({ id }) => id === actor.session);
    if (session) await transaction.saveProofs(session.id, [...session.proofs, ...shown]);
    const by = operationNames(
      'by',
      shown.map((proof) => proof.by),
    );
    await addOwnEvent(transaction, actor, now(), 'merged', { accounts: others.length + 1, by });
    for (const { school, username } of others)
      await transaction.addEvent({
        at: now(),
        school,
        username,
        by: actor.username,
        act: 'joinedBy',
        details: { by },
      });
    after.changed([...others, ...left, account].map(({ username }) => username));
    return ok({ outcome: 'done' });
  });
}

/** Why an account cannot join a portfolio, whatever was proved; undefined when it can. */
async function reasonAgainst(
  context: IdentityContext,
  { username }: SignedIn,
  portfolio: Profile,
): Promise<NotPossibleReason | undefined> {
  const { own, others } = await context.storage.accounts.read(async (reader) => ({
    own: await ownProfile(reader, username),
    others: await reader.accountsOfProfile(portfolio.id),
  }));
  if (!own || own.profile.id === portfolio.id) return 'alreadyMerged';
  const reason = await reasonOfPeople(context, own.account, others);
  if (reason !== undefined) return reason;
  return keepsOwnFactor(context, own.profile, portfolio) ? 'secondFactorOn' : undefined;
}

/**
 * Whether an account has a second factor that the portfolio does not ask for: whoever finds the register open could otherwise take the
 * account out of its reach. One that has left the portfolio with its factor (S18) comes back with a code of that same one.
 */
function keepsOwnFactor({ secondFactors }: IdentityContext, profile: Profile, portfolio: Profile): boolean {
  const { secondFactor: own } = profile;
  const { secondFactor: theirs } = portfolio;
  if (own?.confirmedAt === undefined) return false;
  if (theirs?.confirmedAt === undefined) return true;
  return !secondFactors.isSame({ factor: own, owner: profile.id }, { factor: theirs, owner: portfolio.id });
}
