import type { LocalDataHere, LocalPasswordAnswer } from './local-password.ts';
import type { MailLanguage } from '../mail-language.ts';
import type { Identity, SignInStep } from '../endpoints/session/session.ts';

/**
 * State of the session, all that the page learns of it. No state and no verb carries a token.
 *
 * `locked`: an account is chosen on this device and its data is here, but the key is not in memory. `offline` inside `open`: unlocked
 * with the password without the server. `signInNeeded`: unlocked, but the server no longer accepts the session; work goes on locally.
 */
export type SessionState =
  | { readonly kind: 'signedOut' }
  | {
      readonly kind: 'locked';
      readonly identity: Identity;
      /** `blocked`: the server said that the office has closed the account; nothing opens it here but handing over what waits. */
      readonly reason: 'start' | 'idle' | 'user' | 'suspended' | 'blocked';
      /** Whether the PIN opens it: only after a lock, for a few hours and a few tries. */
      readonly pin: boolean;
    }
  | {
      readonly kind: 'open';
      readonly identity: Identity;
      readonly connection: 'online' | 'offline' | 'signInNeeded';
      /** False where there is no secure keychain: the session ends with the app and the user is told. */
      readonly remembered: boolean;
      /** Entered by a provider: its password is this computer's own, and only the provider brings a session back. */
      readonly byProvider?: true;
    };

/** A sign-in that is not complete: the page asks for what is missing. The main process keeps ticket and password. */
export interface PendingSignIn {
  readonly kind: 'step';
  /** `localPassword`: the server has said yes by a provider; the password that opens the data of this computer is missing. */
  readonly step: SignInStep['kind'] | 'localPassword';
  readonly username: string;
  readonly personal?: SignInStep['personal'];
  readonly enrolment?: SignInStep['enrolment'];
  /** For `localPassword`: what this computer holds of the account. */
  readonly here?: LocalDataHere;
}

/** What came of a sign-in or of one of its steps. */
export interface SignInProgress {
  readonly state: SessionState | PendingSignIn;
  /** Shown once, right after a second factor has been enrolled. */
  readonly recoveryCodes?: readonly string[];
}

/** The answer to a step of a sign-in; `enrolCode` is the first code of a second factor that was just set up. */
export type SignInStepAnswer =
  | { readonly kind: 'code' | 'enrolCode'; readonly code: string }
  /** The language is that of the page: messages come in it, as long as no other is chosen. */
  | { readonly kind: 'newPassword'; readonly password: string; readonly language?: MailLanguage }
  | LocalPasswordAnswer;
