import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Account, Profile } from '../../storage/contract/accounts.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import type { Proof } from '../../storage/contract/session.ts';
import { ownProofNeeded } from '../accounts/own-account.ts';
import { identityOf } from '../accounts/identity.ts';
import { isPasswordOff, mustHaveSecondFactor, policiesOf } from '../accounts/sign-in-policies.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { decide, type Act, type Target } from './decide.ts';
import { addressMark, fiscalCodeMark } from './marks.ts';
import { countingDataOf } from './record-data.ts';
import { personKey } from './record-trust.ts';

type Source = Pick<IdentityContext, 'storage' | 'snapshots' | 'now' | 'hasProvider'>;

/**
 * What {@link decide} has to know of an account. Opens transactions of its own; whoever changes something afterwards looks again at what
 * can have changed (password, address, profile).
 */
export async function targetOf(source: Source, account: Account, profile: Profile): Promise<Target> {
  const accounts = await source.storage.accounts.read((reader) => reader.accountsOfProfile(profile.id));
  const all = accounts.some(({ username }) => username === account.username) ? accounts : [account];
  const marks = new Map<string, readonly string[]>();
  for (const one of all) marks.set(one.username, await marksOf(source, one, profile));
  const identity = await identityOf(source, account);
  const policies = await policiesOf(source, account);
  return {
    username: account.username,
    profile: profile.id,
    marks: marks.get(account.username) ?? [],
    portfolio: [...marks.values()],
    isOnePerson: new Set(all.map(personKey)).size === 1,
    password: passwordState(profile, source.now()),
    isPasswordOff: identity !== undefined && isPasswordOff(source, policies, identity),
    secondFactor: secondFactorState(
      profile,
      identity !== undefined && mustHaveSecondFactor(policies, identity),
    ),
  };
}

/** What {@link decide} has to know of a portfolio that an account is to join: a password is off where any of its schools says so. */
export async function portfolioTargetOf(source: Source, profile: Profile): Promise<Target | undefined> {
  const accounts = await source.storage.accounts.read((reader) => reader.accountsOfProfile(profile.id));
  let joined: Target | undefined;
  for (const account of accounts) {
    const target = await targetOf(source, account, profile);
    joined = joined ? { ...joined, isPasswordOff: joined.isPasswordOff || target.isPasswordOff } : target;
  }
  return joined;
}

/**
 * Asks {@link decide} for somebody who is signed in, with what the session has proved and what the act itself proves. Answers the profile
 * on which was decided: whoever changes something looks again whether it is still that one.
 */
export async function mayAct(
  context: Source,
  actor: Pick<SignedIn, 'school' | 'session' | 'username'>,
  act: Act,
  more: (profile: Profile) => readonly Proof[] = () => [],
): Promise<Result<Profile, Failure>> {
  const found = await context.storage.accounts.read(async (reader) => {
    const account = await reader.account(actor.username);
    const profile = account && (await reader.profile(account.profile));
    return profile && { account, profile };
  });
  const session = await context.storage.read(actor.school, (reader) => reader.session(actor.session));
  if (!found || !session) return fail(ownProofNeeded);
  const target = await targetOf(context, found.account, found.profile);
  const decision = decide(act, [...session.proofs, ...more(found.profile)], target);
  return decision.kind === 'yes' ? ok(found.profile) : fail(ownProofNeeded);
}

async function marksOf(source: Source, account: Account, { email }: Profile): Promise<readonly string[]> {
  const { fiscalCode } = await countingDataOf(source, account);
  return [
    ...(fiscalCode === undefined ? [] : [fiscalCodeMark(fiscalCode)]),
    ...(email ? [addressMark(email.address)] : []),
  ];
}

function passwordState({ password }: Profile, now: number): Target['password'] {
  if (password.origin === 'owner') return 'owner';
  return now >= (password.expiresAt ?? Infinity) ? 'ended' : 'office';
}

function secondFactorState({ secondFactor }: Profile, isAsked: boolean): Target['secondFactor'] {
  if (secondFactor?.confirmedAt !== undefined) return 'on';
  return isAsked ? 'asked' : 'none';
}
