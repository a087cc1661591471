import type { PasswordCost } from './identity/passwords/password-hash.ts';
import { createPasswords } from './identity/passwords/passwords.ts';
import { createSealer } from './secrets/sealing.ts';
import { createSignInTickets } from './identity/tokens/sign-in-ticket.ts';
import type { AccountServices } from './routes/account.ts';
import type { SessionServices } from './routes/session.ts';
import { createAccountActs } from './identity/profile/account-acts.ts';
import { createViewAccount } from './identity/profile/account-view.ts';
import { createChooseLanguage } from './identity/profile/choose-language.ts';
import { createDevices } from './identity/profile/devices.ts';
import { createEnrolSecondFactor } from './identity/profile/enrol-second-factor.ts';
import { createPasswordPolicy } from './identity/passwords/password-policy.ts';
import { createPendingEmailActs } from './identity/profile/pending-email-acts.ts';
import { createPictures } from './identity/profile/picture.ts';
import { createSecondFactors, SECOND_FACTORS } from './identity/factors/second-factors.ts';
import { createConfirmOwnRecord } from './office/records/confirm-record.ts';
import { createFollowLink, type FollowLink } from './identity/recovery/follow-link.ts';
import { createRecover } from './identity/recovery/recovery.ts';
import { createRecoveryChoices } from './identity/recovery/recovery-choices.ts';
import { createLimitedTries } from './identity/tries/limited-tries.ts';
import { createRefresh, createSignOut } from './identity/sessions/refresh.ts';
import type { IdentityContext } from './identity/accounts/identity-context.ts';
import { createSignIn } from './identity/sessions/sign-in.ts';
import { createSignInSteps } from './identity/sessions/sign-in-steps.ts';
import { createSwitchAccount } from './identity/sessions/switch-account.ts';

/** What proving who somebody is needs from the rest of the server. */
export type IdentityParts = Omit<
  IdentityContext,
  'tickets' | 'passwords' | 'policy' | 'secondFactors' | 'tries'
> & {
  readonly leastRecoveryMs?: number;
  readonly passwordCost: PasswordCost | undefined;
  readonly passwordsWaiting: number | undefined;
  /** Keys of before, which open what they have sealed. */
  readonly olderKeys?: readonly Uint8Array[] | undefined;
};

/** The services that prove who somebody is, by the routes that call them. */
export interface IdentityServices {
  readonly session: SessionServices;
  readonly account: AccountServices;
  readonly followLink: FollowLink;
  /** What the services work with, for ways of signing in beside the password. */
  readonly context: IdentityContext;
}

/** Longer than anything that is done for a name that exists. */
const LEAST_RECOVERY_MS = 250;

/** Puts together everything about signing in, one's own account, recovery and links. */
export function createIdentityServices(signingKey: Uint8Array, parts: IdentityParts): IdentityServices {
  const { storage, now, leastRecoveryMs = LEAST_RECOVERY_MS } = parts;
  const context: IdentityContext = {
    ...parts,
    tickets: createSignInTickets(signingKey, now),
    passwords: createPasswords(parts.passwordCost, parts.passwordsWaiting, () =>
      storage.accounts.read((reader) => reader.commonPasswordHash()),
    ),
    policy: createPasswordPolicy(),
    secondFactors: createSecondFactors(createSealer(signingKey, SECOND_FACTORS, parts.olderKeys), now),
    tries: createLimitedTries(storage, now),
  };
  const choices = createRecoveryChoices(signingKey, now, parts.olderKeys);
  return {
    session: {
      signIn: createSignIn(context),
      steps: createSignInSteps(context),
      switchAccount: createSwitchAccount(context),
      refresh: createRefresh(context),
      signOut: createSignOut(context),
      recover: createRecover({ ...context, choices, leastRecoveryMs }),
    },
    account: {
      view: createViewAccount(context),
      acts: createAccountActs(context),
      pendingEmail: createPendingEmailActs(context),
      secondFactor: createEnrolSecondFactor(context),
      devices: createDevices(context),
      pictures: createPictures(context),
      chooseLanguage: createChooseLanguage(context),
      confirmRecord: createConfirmOwnRecord(context),
    },
    followLink: createFollowLink(context),
    context,
  };
}
