import type { Result } from '../../../../domain/base/result.ts';
import type { ActFailure, SignInFailure } from '../../../../domain/protocol/bridge/act-failures.ts';
import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import type {
  SessionState,
  SignInProgress,
  SignInStepAnswer,
} from '../../../../domain/protocol/bridge/session-state.ts';
import type { RemovalFailure, UnsentCount } from '../../../../domain/protocol/bridge/unsent-entries.ts';
import type {
  RecoveryAnswer,
  RecoveryRequest,
} from '../../../../domain/protocol/endpoints/account/account.ts';
import type { AccountRef } from '../../../../domain/protocol/endpoints/session/session.ts';

/** Tries to sign in; the answer may ask for a further step. */
export type SignIn = (credentials: {
  readonly username: string;
  readonly password: string;
  readonly school?: string;
}) => Promise<Result<SignInProgress, SignInFailure>>;

/** Answers the step that was asked for. */
export type AnswerStep = (
  answer: SignInStepAnswer,
) => Promise<Result<SignInProgress, SignInFailure | ActFailure>>;

/** Tries to open an account that has data here. */
export type Unlock = (secret: string) => Promise<Result<SessionState, SignInFailure>>;

/**
 * Hands the unsent entries of a blocked account to the office; the password is the consent, or the code that the browser has shown. What
 * it does not open, the password `opens` may. Tells how many the office has.
 */
export type HandOver = (
  account: AccountRef,
  password: string,
  more: { readonly code?: string; readonly opens?: string },
) => Promise<Result<{ readonly entries: number }, ActFailure>>;

/** Asks for a new password. */
export type Recover = (
  request: RecoveryRequest & { readonly school?: string },
) => Promise<Result<RecoveryAnswer, ActFailure>>;

/** Asks what an account has here that has not arrived. */
export type AskUnsent = (account: AccountRef) => Promise<UnsentCount>;

/** Removes an account; `confirmed` is how many entries the person has agreed to lose. */
export type RemoveAccount = (
  account: DeviceAccount,
  confirmed: number,
) => Promise<Result<unknown, RemovalFailure>>;

/** Saves a text by the system's dialog. */
export type SaveText = (name: string, text: string) => Promise<'saved' | 'given up' | 'failed'>;
