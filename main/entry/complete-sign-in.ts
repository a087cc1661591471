import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { ActFailure, SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { PendingSignIn, SignInProgress } from '../../domain/protocol/bridge/session-state.ts';
import type { LocalPasswordAnswer } from '../../domain/protocol/bridge/local-password.ts';
import type {
  Identity,
  SessionTokens,
  SignInAnswer,
} from '../../domain/protocol/endpoints/session/session.ts';
import { SHORTEST_PASSWORD } from '../../domain/base/passwords/password-length.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Account } from '../accounts/account-file.ts';
import type { Secret } from '../accounts/opened-keys.ts';
import type { SignInNames } from '../accounts/sign-in-names.ts';
import type { Admission, EntryParts } from './admission.ts';
import type { Asked, HeldSession, PendingSteps } from './pending-sign-in.ts';

/** What completing a sign-in works with. */
export interface CompletionParts extends EntryParts {
  readonly admission: Admission;
  readonly names: SignInNames;
  readonly pending: PendingSteps;
}

type Progress<F = SignInFailure> = Result<SignInProgress, F>;

/** Takes a sign-in that the server has answered to its next step, or to its end. Not for concurrent callers. */
export interface Completion {
  goOn(answer: SignInAnswer, asked: Asked): Promise<Progress>;
  /** The password of this computer, known or new, for a session that waits for it. */
  answerLocally(
    held: HeldSession,
    answer: LocalPasswordAnswer,
  ): Promise<Progress<SignInFailure | ActFailure>>;
}

/**
 * Creates the completion. Where the server has taken a password, the data of this device is sealed under it. Where a provider has said who
 * the person is, there is none: one of this computer's own is asked for, which is not sent.
 */
export function createCompletion(parts: CompletionParts): Completion {
  const { accounts, keys, attempts, servers, admission, names, pending } = parts;

  async function opens(account: Account, password: string): Promise<boolean> {
    // The journal's: the data of an account that was blocked have none any more.
    const key = await keys.journalKey(account, password);
    key?.fill(0);
    return key !== undefined;
  }

  /** What opens the data of this device; undefined where the person has to say. */
  async function secretFor(
    identity: Identity,
    { password, earlier }: Asked,
  ): Promise<Secret | 'open' | undefined> {
    const current = admission.openAs(identity);
    if (password === undefined) return current && 'open';
    if (current?.byProvider) return 'open';
    const account = await accounts.find(identity);
    // Its data are under a password of this computer's own: the server's must not take their place unasked.
    if (account?.enteredBy !== undefined && !(await opens(account, password))) return undefined;
    return { password, ...(earlier !== undefined && { earlier }) };
  }

  async function askLocally(
    tokens: SessionTokens,
    asked: Asked,
  ): Promise<Result<PendingSignIn, SignInFailure>> {
    const { identity } = tokens;
    const account = await accounts.find(identity);
    const all = await accounts.unsent(identity);
    const unsent = account === undefined ? 0 : await accounts.unsentOf(account);
    const here = {
      hasData: account !== undefined,
      unsent,
      setAside: all - unsent,
      unsentMoves: account !== undefined && keys.movesJournal(account),
    };
    // Locked meanwhile: nobody may be there any more.
    if (parts.isInterrupted()) {
      await admission.refuse(tokens, asked.reachedBy);
      return fail({ kind: 'internal' });
    }
    pending.hold({ ...asked, kind: 'session', tokens });
    const { username, givenName, surname, schoolName } = identity;
    const personal = [givenName, surname, schoolName];
    return ok({ kind: 'step', step: 'localPassword', username, here: { ...here, personal } });
  }

  async function enter(tokens: SessionTokens, secret: Secret | 'open', asked: Asked): Promise<Progress> {
    const { typed, reachedBy } = asked;
    const entered = await admission.admit(tokens, secret, reachedBy);
    if (!entered.ok) return entered;
    const server = servers.of({ school: reachedBy });
    if (server !== undefined)
      await names
        .remember(server, typed, tokens.identity)
        .catch((error: unknown) => parts.onError('nameNotRemembered', error));
    return ok({ state: entered.value });
  }

  return {
    goOn: async (answer, asked) => {
      const { tokens, step, recoveryCodes } = answer;
      const codes = recoveryCodes === undefined ? {} : { recoveryCodes };
      if (step !== undefined) {
        pending.hold({ ...asked, kind: 'step', step });
        const { kind, username, personal, enrolment } = step;
        const shown = {
          kind: 'step' as const,
          step: kind,
          username,
          ...(personal !== undefined && { personal }),
        };
        return ok({ state: { ...shown, ...(enrolment !== undefined && { enrolment }) }, ...codes });
      }
      if (tokens === undefined) return fail({ kind: 'internal' });
      if (asked.only !== undefined && !isSameAccount(tokens.identity, asked.only)) {
        await admission.refuse(tokens, asked.reachedBy);
        return fail({ kind: 'otherAccount' });
      }
      const secret = await secretFor(tokens.identity, asked);
      if (secret !== undefined) {
        const entered = await enter(tokens, secret, asked);
        return entered.ok ? ok({ ...entered.value, ...codes }) : entered;
      }
      const missing = await askLocally(tokens, asked);
      return missing.ok ? ok({ state: missing.value, ...codes }) : missing;
    },
    answerLocally: async (held, { kind, password }) => {
      const { tokens } = held;
      if (kind === 'newLocalPassword') {
        const isShort = [...password.normalize('NFC')].length < SHORTEST_PASSWORD;
        if (isShort) return fail({ kind: 'weakPassword', reason: 'tooShort' });
      } else {
        const account = await accounts.find(tokens.identity);
        if (account === undefined) return fail({ kind: 'internal' });
        const folder = accounts.folder(tokens.identity);
        const wait = await attempts.waitSeconds(folder);
        if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
        await attempts.begin(folder);
        if (!(await opens(account, password))) {
          const waitSeconds = await attempts.waitSeconds(folder);
          return fail({
            kind: 'wrongPassword',
            reason: 'ofThisComputer',
            ...(waitSeconds > 0 && { waitSeconds }),
          });
        }
      }
      // Cancelled, locked or too old by now: the session was ended then.
      if (pending.current() !== held) return fail({ kind: 'expired' });
      pending.take();
      return await enter(tokens, { password, isLocal: true }, held);
    },
  };
}
