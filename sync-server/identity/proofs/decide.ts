import type { SignInStepKind } from '../tokens/sign-in-ticket.ts';
import type { Proof } from '../../storage/contract/session.ts';

/**
 * What somebody wants to do with an account or a profile.
 *
 * - `open`: a session, at a sign-in.
 * - `switch`: a session of another account, out of one that is open (S33).
 * - `join`: to take another account into the profile (S30).
 * - `ruleProfile`: what concerns all accounts of the profile: address, password, second factor, taking one out.
 * - `setPassword`: a new password without the old one, by the link of a mail (S16, S18).
 * - `confirmRecord`: the word of the owner that a fiscal code or an address which the school has changed is right.
 */
export type Act = 'open' | 'switch' | 'join' | 'ruleProfile' | 'setPassword' | 'confirmRecord';

/** Whose account it is that somebody wants to act on, as it stands now. */
export interface Target {
  readonly username: string;
  readonly profile: string;
  /** What a provider's word has to name for it to be about the owner: digests of fiscal code and confirmed address, as far as they count. */
  readonly marks: readonly string[];
  /** The marks of each account of the profile, this one included. */
  readonly portfolio: readonly (readonly string[])[];
  /** Whether all accounts of the profile are of one person in one school's record. */
  readonly isOnePerson: boolean;
  /** Whose the password is: the owner's, the office's as long as it holds, or the office's that has ended. */
  readonly password: 'owner' | 'office' | 'ended';
  /** Whether the school lets nobody in by a password here; of a `join`, whether any school of the profile does. */
  readonly isPasswordOff: boolean;
  /** `asked`: the school wants one, and there is none yet. */
  readonly secondFactor: 'on' | 'asked' | 'none';
}

/** Why not: what is needed is told by the name. `ownProof`: nothing of what was proved is about this account. */
export type Refusal = 'ownProof' | 'passwordOff' | 'passwordExpired' | 'secondFactor';

/** What follows: the act, one more step of a sign-in, or nothing. A new password is for the whole profile or for the account alone. */
export type Decision =
  | { readonly kind: 'yes'; readonly reach: 'profile' | 'account' }
  | { readonly kind: 'step'; readonly step: SignInStepKind }
  | { readonly kind: 'no'; readonly reason: Refusal };

const yes: Decision = { kind: 'yes', reach: 'profile' };
const no = (reason: Refusal): Decision => ({ kind: 'no', reason });
const step = (kind: SignInStepKind): Decision => ({ kind: 'step', step: kind });

type ProviderProof = Extract<Proof, { readonly by: 'provider' }>;

/** What of all that was proved is about the target: nothing else counts. */
interface Own {
  readonly password: boolean;
  readonly officePassword: boolean;
  readonly factor: boolean;
  readonly provider: ProviderProof | undefined;
  /** A provider's word about the owner of each account of the profile. */
  readonly providerOfAll: ProviderProof | undefined;
}

/**
 * Decides what somebody may do who has proved something. A proof counts for the profile or the person that it is about, and for nobody
 * else: the table is in docs/accounts.md, the reasons in docs/adr/0013. Asked at every way in, and pure.
 */
export function decide(act: Act, proofs: readonly Proof[], target: Target): Decision {
  const own = ownOf(proofs, target);
  switch (act) {
    case 'open':
      return opening(own, target);
    case 'switch': {
      // A switch has no steps: whoever needs one more signs in.
      const opened = opening(own, target);
      return opened.kind === 'step'
        ? no(opened.step === 'newPassword' ? 'ownProof' : 'secondFactor')
        : opened;
    }
    case 'join':
      return joining(own, target);
    case 'ruleProfile':
      if (!own.password && !own.providerOfAll) return no('ownProof');
      // One that is only asked for is set up this very way.
      return target.secondFactor === 'asked' || hasFactor(own, own.providerOfAll, target)
        ? yes
        : no('secondFactor');
    case 'setPassword':
      return settingPassword(proofs, target);
    case 'confirmRecord':
      // A provider's word may be the very thing that the change has brought about.
      if (!own.password) return no('ownProof');
      return target.secondFactor === 'on' && !own.factor ? no('secondFactor') : yes;
  }
}

function opening(own: Own, target: Target): Decision {
  const { provider } = own;
  if (!own.password && !own.officePassword && !provider) return no('ownProof');
  if (!provider) {
    if (target.password === 'ended') return no('passwordExpired');
    if (target.isPasswordOff) return no('passwordOff');
  }
  if (target.secondFactor === 'on' && !hasFactor(own, provider, target)) return step('secondFactor');
  if (!provider && target.password === 'office') return step('newPassword');
  if (target.secondFactor === 'asked' && !hasFactor(own, provider, target)) return step('enrolSecondFactor');
  return yes;
}

function joining(own: Own, target: Target): Decision {
  if (!own.password) return no('ownProof');
  // Where passwords are off, the provider has to know the portfolio's owner too.
  if (target.isPasswordOff && !own.providerOfAll) return no('passwordOff');
  return target.secondFactor === 'on' && !own.factor ? no('secondFactor') : yes;
}

function settingPassword(proofs: readonly Proof[], target: Target): Decision {
  if (proofs.some((proof) => proof.by === 'confirmedAddress' && proof.profile === target.profile)) return yes;
  if (!proofs.some((proof) => proof.by === 'recordAddress' && proof.username === target.username))
    return no('ownProof');
  return target.isOnePerson ? yes : { kind: 'yes', reach: 'account' };
}

/** Whether the second factor of the profile was shown, or a provider has seen one of the same person. */
function hasFactor(own: Own, provider: ProviderProof | undefined, { secondFactor }: Target): boolean {
  return secondFactor === 'none' || own.factor || provider?.isStrong === true;
}

function ownOf(proofs: readonly Proof[], { profile, marks, portfolio }: Target): Own {
  const has = (by: 'password' | 'officePassword' | 'secondFactor') =>
    proofs.some((proof) => proof.by === by && proof.profile === profile);
  const provider = proofs
    .filter((proof) => proof.by === 'provider')
    // The strongest word counts.
    .toSorted((a, b) => Number(b.isStrong) - Number(a.isStrong));
  const names = ({ whom }: ProviderProof, of: readonly string[]) => of.some((mark) => whom.includes(mark));
  return {
    password: has('password'),
    officePassword: has('officePassword'),
    factor: has('secondFactor'),
    provider: provider.find((proof) => names(proof, marks)),
    providerOfAll: provider.find((proof) => portfolio.every((of) => names(proof, of))),
  };
}
