import type { Result } from '../../../base/result.ts';
import {
  accountActSchema,
  recoveryRequestSchema,
  type AccountActAnswer,
  type RecoveryAnswer,
  type RecoveryRequest,
} from '../../endpoints/account/account.ts';
import { MAIL_LANGUAGES } from '../../mail-language.ts';
import type { ActFailure, SignInFailure } from '../act-failures.ts';
import type { SessionState, SignInProgress } from '../session-state.ts';
import type { RemovalFailure } from '../unsent-entries.ts';
import { account, code, confirmed, password, request, school } from './verb-values.ts';
import { outlineOf, verb } from './verb.ts';

/** A username or a confirmed e-mail address. */
const typedName = { type: 'string', minLength: 1, maxLength: 254 } as const;
/** Whether it is a good one is for the main process to say. */
const pin = { type: 'string', minLength: 1, maxLength: 20 } as const;

/** What the page can ask about into the open account and out of it. */
export const sessionVerbs = {
  sessionState: verb().answers<SessionState>(),
  /**
   * Signs in at the server; where the server cannot be reached and the account has data here, unlocks it with the same password. Without a
   * school of the directory at the installed one.
   */
  signIn: verb(request({ username: typedName, password }, { school })).answers<
    Result<SignInProgress, SignInFailure>
  >({ kind: 'internal' }),
  /** Goes on with the sign-in that is not complete. */
  answerStep: verb({
    anyOf: [
      request({ kind: { type: 'string', enum: ['code', 'enrolCode'] }, code }),
      request({ kind: { type: 'string', enum: ['localPassword', 'newLocalPassword'] }, password }),
      request(
        { kind: { type: 'string', enum: ['newPassword'] }, password },
        { language: { type: 'string', enum: MAIL_LANGUAGES } },
      ),
    ],
  }).answers<Result<SignInProgress, SignInFailure | ActFailure>>({ kind: 'internal' }),
  /** Forgets the sign-in that is not complete. */
  cancelStep: verb().answers<null>(),
  /** Unlocks an account of this device: against the server's session where possible, else with the password alone. */
  unlock: verb(request({ ...account, password })).answers<Result<SessionState, SignInFailure>>({
    kind: 'internal',
  }),
  /** Unlocks the account that was open last with its PIN. */
  unlockWithPin: verb(request({ pin })).answers<Result<SessionState, SignInFailure>>({ kind: 'internal' }),
  /** Sets the PIN of the open account on this device, or removes it (null). */
  setPin: verb(request({ pin: { anyOf: [{ type: 'null' }, pin] }, password })).answers<
    Result<null, ActFailure>
  >({ kind: 'internal' }),
  hasPin: verb().answers<boolean>(),
  /** Goes over to another account of the portfolio or of this device; with a password where `passwordNeeded` was answered. */
  switchAccount: verb(request(account, { password })).answers<Result<SessionState, SignInFailure>>({
    kind: 'internal',
  }),
  /** An act that carries a password; the local data is sealed anew with what it changes. */
  accountAct: verb(accountActSchema).answers<Result<AccountActAnswer, ActFailure>>({ kind: 'internal' }),
  /** Asks for a new password; the answer is the same for names that exist and that do not. */
  recover: verb(
    outlineOf<RecoveryRequest & { readonly school?: string }>(atSchool(recoveryRequestSchema)),
  ).answers<Result<RecoveryAnswer, ActFailure>>({ kind: 'internal' }),
  lock: verb().answers<SessionState>(),
  /** Ends the session here and on the server; local data stays, encrypted. Refused where more waits than the person was told of. */
  signOut: verb(request({ confirmed })).answers<Result<SessionState, RemovalFailure>>({
    kind: 'internal',
    unsent: 0,
  }),
};

/** The requests for a new password, each with the school that it is asked of. */
function atSchool({ anyOf }: typeof recoveryRequestSchema) {
  return { anyOf: anyOf.map((one) => ({ ...one, properties: { ...one.properties, school } })) };
}
