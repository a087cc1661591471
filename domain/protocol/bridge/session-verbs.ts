import type { Result } from '../../base/result.ts';
import type {
  AccountAct,
  AccountActAnswer,
  RecoveryAnswer,
  RecoveryRequest,
} from '../endpoints/account/account.ts';
import type { ActFailure, SignInFailure } from './act-failures.ts';
import type { SessionState, SignInProgress, SignInStepAnswer } from './session-state.ts';
import type { RemovalFailure } from './unsent-entries.ts';
import type { AccountRef } from '../endpoints/session/session.ts';

/** What the page can ask about into the open account and out of it. */
export interface SessionVerbs {
  sessionState(): SessionState;
  /** Signs in at the server; where the server cannot be reached and the account has data here, unlocks it with the same password. */
  signIn(credentials: {
    /** A username or a confirmed e-mail address. */
    readonly username: string;
    readonly password: string;
    /** A school of the directory; the installed one when absent. */
    readonly school?: string;
  }): Result<SignInProgress, SignInFailure>;
  /** Goes on with the sign-in that is not complete. */
  answerStep(answer: SignInStepAnswer): Result<SignInProgress, SignInFailure | ActFailure>;
  /** Forgets the sign-in that is not complete. */
  cancelStep(): null;
  /** Unlocks an account of this device: against the server's session where possible, else with the password alone. */
  unlock(request: AccountRef & { readonly password: string }): Result<SessionState, SignInFailure>;
  /** Unlocks the account that was open last with its PIN. */
  unlockWithPin(request: { readonly pin: string }): Result<SessionState, SignInFailure>;
  /** Sets the PIN of the open account on this device, or removes it (null). */
  setPin(request: { readonly pin: string | null; readonly password: string }): Result<null, ActFailure>;
  hasPin(): boolean;
  /** Goes over to another account of the portfolio or of this device; with a password where `passwordNeeded` was answered. */
  switchAccount(request: AccountRef & { readonly password?: string }): Result<SessionState, SignInFailure>;
  /** An act that carries a password; the local data is sealed anew with what it changes. */
  accountAct(act: AccountAct): Result<AccountActAnswer, ActFailure>;
  /** Asks for a new password; the answer is the same for names that exist and that do not. */
  recover(request: RecoveryRequest & { readonly school?: string }): Result<RecoveryAnswer, ActFailure>;
  lock(): SessionState;
  /** Ends the session here and on the server; local data stays, encrypted. Refused where more waits than the person was told of. */
  signOut(request: { readonly confirmed: number }): Result<SessionState, RemovalFailure>;
}

/** Their names; the compiler demands each. */
export const SESSION_VERBS: Readonly<Record<keyof SessionVerbs, true>> = {
  sessionState: true,
  signIn: true,
  answerStep: true,
  cancelStep: true,
  unlock: true,
  unlockWithPin: true,
  setPin: true,
  hasPin: true,
  switchAccount: true,
  accountAct: true,
  recover: true,
  lock: true,
  signOut: true,
};
