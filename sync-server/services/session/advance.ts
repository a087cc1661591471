import { seesWholeSchool } from '../../../domain/access/actor.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Identity, SignInAnswer, SignInRequest } from '../../../domain/protocol/session.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/records/school.ts';
import { passwordFingerprint, type SignInStepKind } from '../../auth/sign-in-ticket.ts';
import type { Account, Profile } from '../../storage/accounts.ts';
import { identityOf } from './identity.ts';
import { openSession } from './open-session.ts';
import type { IdentityContext } from './session-context.ts';

/** What has been proved of somebody who signs in: the password at least. */
export interface Proof {
  readonly account: Account;
  readonly profile: Profile;
  readonly device: SignInRequest['device'];
  /** Whether the second factor has been shown. */
  readonly isProved: boolean;
  /** Whether a provider of digital identities vouches for the person: then the password says nothing. */
  readonly isVouched: boolean;
  /** To be shown with the answer: a second factor has just been enrolled. */
  readonly recoveryCodes?: readonly string[];
}

/** Takes a sign-in as far as what has been proved allows: to the next step, or to its end. */
export async function advance(
  context: IdentityContext,
  proof: Proof,
): Promise<Result<SignInAnswer, Failure>> {
  const { account, profile, isProved, isVouched } = proof;
  const { password, secondFactor } = profile;
  if (account.state === 'blocked') return fail(blockedAccount(account));
  if (!isVouched && password.origin === 'office' && context.now() >= (password.expiresAt ?? Infinity))
    return fail({ kind: 'passwordExpired', message: 'The password of the office has ended' });
  const identity = await identityOf(context, account);
  if (!identity) return fail(wrongCredentials);
  const policies = await policiesOf(context, account);
  if (!isVouched && isPasswordOff(context, policies, identity)) return fail(passwordOff);
  if (secondFactor?.confirmedAt !== undefined && !isProved) return await nextStep('secondFactor');
  if (!isVouched && password.origin === 'office') return await nextStep('newPassword');
  if (secondFactor?.confirmedAt === undefined && !isProved && mustHaveSecondFactor(policies, identity))
    return await enrol();

  const { device, recoveryCodes } = proof;
  const passwordHash = password.hash;
  const tokens = await openSession(context, {
    account,
    identity,
    device,
    passwordHash,
    isVouched,
    act: 'signedIn',
  });
  if (!tokens) return fail(wrongCredentials);
  return ok({ tokens, ...(recoveryCodes ? { recoveryCodes: [...recoveryCodes] } : {}) });

  async function nextStep(kind: SignInStepKind): Promise<Result<SignInAnswer, Failure>> {
    return ok({ step: { kind, ticket: await ticketFor(kind), username: account.username } });
  }

  async function enrol(): Promise<Result<SignInAnswer, Failure>> {
    const begun = context.secondFactors.begin(account.username, profile.id);
    const isBegun = await context.storage.accounts.transaction(async (transaction) => {
      const now = await transaction.profile(profile.id);
      if (!now || now.password.hash !== password.hash || now.secondFactor?.confirmedAt !== undefined)
        return false;
      await transaction.saveProfile({ ...now, secondFactor: begun.factor });
      return true;
    });
    if (!isBegun) return fail(wrongCredentials);
    const kind = 'enrolSecondFactor';
    const ticket = await ticketFor(kind);
    return ok({ step: { kind, ticket, username: account.username, enrolment: begun.enrolment } });
  }

  async function ticketFor(step: SignInStepKind): Promise<string> {
    return await context.tickets.sign({
      step,
      profile: profile.id,
      username: account.username,
      device: proof.device,
      password: passwordFingerprint(password.hash),
      isProved,
      isVouched,
    });
  }
}

/** What a school has chosen. */
export async function policiesOf(
  { storage, directory }: Pick<IdentityContext, 'storage' | 'directory'>,
  { school }: Pick<Account, 'school'>,
): Promise<SchoolPolicies> {
  const snapshot = await storage.read(school, (reader) => directory.at(school, reader));
  return snapshot.school?.policies ?? DEFAULT_POLICIES;
}

/**
 * Whether the password of an account opens nothing in this school. Never that of office and principal: a provider that is down, or a
 * secret of its client that has ended, must not keep out those who can switch passwords on again.
 */
export function isPasswordOff(
  { hasProvider }: Pick<IdentityContext, 'hasProvider'>,
  { localPasswordOff = [] }: SchoolPolicies,
  identity: Pick<Identity, 'kind' | 'roles'>,
): boolean {
  return hasProvider && localPasswordOff.includes(identity.kind) && !seesWholeSchool(identity);
}

/** Whether a school asks somebody in these roles for a second factor. */
export function mustHaveSecondFactor(policies: SchoolPolicies, { roles }: Pick<Identity, 'roles'>): boolean {
  return policies.secondFactorRoles?.some((role) => roles.includes(role)) ?? false;
}

/** The one answer to a wrong password, an unknown name, and whatever else a stranger must not tell from them. */
export const wrongCredentials: Failure = {
  kind: 'wrongCredentials',
  message: 'Wrong username or password',
};
/** Said to those alone who have proved that the account is theirs. */
export const accountBlocked: Failure = {
  kind: 'accountBlocked',
  message: 'The school has blocked the account',
};
/** The same, with the account's name: whoever came by an address or by a provider may have several. */
export function blockedAccount({ school, username }: Pick<Account, 'school' | 'username'>): Failure {
  return { ...accountBlocked, account: { school, username } };
}
/** The school lets this kind of account in by the provider alone. */
export const passwordOff: Failure = {
  kind: 'notPossible',
  message: 'Passwords are off',
  reason: 'localPasswordOff',
};
/** Too many people are signing in. */
export const busy: Failure = {
  kind: 'unavailable',
  message: 'Too many people are signing in',
  retryAfter: 2,
};
