import { personalWords } from '../../../domain/protocol/personal-words.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SignInAnswer, SignInRequest } from '../../../domain/protocol/endpoints/session/session.ts';
import { passwordFingerprint, type SignInStepKind } from '../tokens/sign-in-ticket.ts';
import type { Account, Profile } from '../../storage/contract/accounts.ts';
import type { Proof } from '../../storage/contract/session.ts';
import { decide, type Refusal } from '../proofs/decide.ts';
import { targetOf } from '../proofs/target-of.ts';
import { identityOf } from '../accounts/identity.ts';
import { openSession } from './open-session.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';

/** How far somebody has got who signs in to an account. */
export interface Progress {
  readonly account: Account;
  readonly profile: Profile;
  readonly device: SignInRequest['device'];
  readonly proofs: readonly Proof[];
  /** To be shown with the answer: a second factor has just been enrolled. */
  readonly recoveryCodes?: readonly string[];
}

/** Takes a sign-in as far as what has been proved allows: to the next step, or to its end. */
export async function advance(
  context: IdentityContext,
  { account, profile, device, proofs, recoveryCodes }: Progress,
): Promise<Result<SignInAnswer, Failure>> {
  const { password } = profile;
  if (account.state === 'blocked') return fail(blockedAccount(account));
  const identity = await identityOf(context, account);
  const decision = decide('open', proofs, await targetOf(context, account, profile));
  if (decision.kind === 'no' && (identity || decision.reason === 'passwordExpired'))
    return fail(REFUSED[decision.reason]);
  if (!identity) return fail(noAccess);
  if (decision.kind === 'step')
    return decision.step === 'enrolSecondFactor' ? await enrol() : await nextStep(decision.step);

  const tokens = await openSession(context, {
    account,
    identity,
    device,
    profile,
    proofs,
    act: 'signedIn',
  });
  if (!tokens) return fail(wrongCredentials);
  return ok({ tokens, ...(recoveryCodes ? { recoveryCodes: [...recoveryCodes] } : {}) });

  async function nextStep(kind: SignInStepKind): Promise<Result<SignInAnswer, Failure>> {
    const personal = kind === 'newPassword' && identity ? { personal: personalWords(identity) } : {};
    return ok({ step: { kind, ticket: await ticketFor(kind), username: account.username, ...personal } });
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
    const { username } = account;
    const fingerprint = passwordFingerprint(password.hash);
    return await context.tickets.sign({
      step,
      profile: profile.id,
      username,
      device,
      password: fingerprint,
      proofs,
    });
  }
}

/** The one answer to a wrong password, an unknown name, and whatever else a stranger must not tell from them. */
export const wrongCredentials: Failure = {
  kind: 'wrongCredentials',
  message: 'Wrong username or password',
};
/**
 * Said after a right password to whom the school gives no access (any more, or not yet): a student whose school has switched access off
 * (S4), somebody whose child has left. For devices that do not know the reason it is a wrong password, as it was.
 */
export const noAccess: Failure = {
  kind: 'wrongCredentials',
  message: 'The school gives no access',
  reason: 'noAccess',
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

const passwordExpired: Failure = {
  kind: 'passwordExpired',
  message: 'The password of the office has ended',
};

const REFUSED: Readonly<Record<Refusal, Failure>> = {
  ownProof: wrongCredentials,
  secondFactor: wrongCredentials,
  passwordOff,
  passwordExpired,
};
