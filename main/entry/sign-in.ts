import { fail, ok, type Result } from '../../domain/base/result.ts';
import { toSchoolId, type SchoolId } from '../../domain/base/ids.ts';
import type { SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { SignInProgress } from '../../domain/protocol/bridge/session-state.ts';
import { plainName } from '../../domain/people/username.ts';
import type { Account } from '../accounts/account-file.ts';
import { locate } from '../directory/known-servers.ts';
import type { Entered } from './admission.ts';
import { createAnswerStep, type AnswerStep } from './answer-step.ts';
import type { Completion, CompletionParts } from './complete-sign-in.ts';
import { isOutOfReach, toSignInFailure } from '../network/server-failures.ts';
import type { TransportFailure } from '../network/transport.ts';
import { createUnlock, SHORT_WAIT, type Unlock, type UnlockParts } from './unlock.ts';

/** What signing in works with. */
export interface SignInParts extends CompletionParts, UnlockParts {
  readonly completion: Completion;
  readonly installed: SchoolId;
}

/** What the page sends to sign in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly school?: string;
}

/** What was typed, and whose server is asked. */
interface Attempt {
  readonly server: string;
  readonly reachedBy: SchoolId;
  readonly typed: string;
  readonly password: string;
}

type Progress = Result<SignInProgress, SignInFailure>;

/** The ways in by password. Not for concurrent callers. */
export interface SignIn {
  /** With a user name or address: at the server, or, where it cannot be reached, with the data of this device. */
  signIn(credentials: Credentials): Promise<Progress>;
  /** Goes on with a sign-in that is not complete. */
  readonly answerStep: AnswerStep;
  /** With an account of this device: at once, and the server is asked afterwards. */
  readonly unlock: Unlock['unlock'];
}

/** Creates the ways in by password. */
export function createSignIn(parts: SignInParts): SignIn {
  const { accounts, attempts, servers, admission, names, pending, completion } = parts;
  const { unlock, opens, unlockLocally, askServer } = createUnlock(parts);

  async function findAccount(server: string, typed: string): Promise<Account | undefined> {
    const remembered = await names.find(server, typed);
    if (remembered !== undefined) return await accounts.find(remembered);
    const all = await accounts.list();
    return all.find(
      (account) =>
        canonical(account.identity.username) === canonical(typed) && servers.of(locate(account)) === server,
    );
  }

  /**
   * What the server says; where it is out of reach, the failure, for the device to help itself. `onTaken` runs before anything follows
   * from a password that the server has taken.
   */
  async function enterByServer(
    { server, reachedBy, typed, password }: Attempt,
    account: Account | undefined,
    onTaken?: () => Promise<void>,
  ): Promise<Progress | TransportFailure> {
    const answer = await askServer(server, typed, password, account === undefined ? undefined : SHORT_WAIT);
    if (answer.ok) {
      await onTaken?.();
      return await completion.goOn(answer.value, { typed, password, reachedBy });
    }
    const { failure } = answer;
    await parts.noteBlocked(failure, server, account?.identity);
    return isOutOfReach(failure) ? failure : fail(toSignInFailure(failure));
  }

  /** An account that is not on this device yet. */
  async function enterNew(attempt: Attempt): Promise<Progress> {
    const asked = await enterByServer(attempt, undefined);
    if ('ok' in asked) return asked;
    return fail({ kind: (await accounts.list()).length > 0 ? 'noLocalData' : 'serverUnreachable' });
  }

  /** An account of this device that has the server's password. */
  async function enterKnown(attempt: Attempt, account: Account): Promise<Progress> {
    const asked = await enterByServer(attempt, account);
    if ('ok' in asked) return asked;
    if (account.blockedAt !== undefined) return fail({ kind: 'accountBlocked' });
    return toProgress(await unlockLocally(account, attempt.password));
  }

  /**
   * Such an account that the office has closed, as far as this computer knows: the server's password asks whether it still is, that of this
   * computer opens nothing and goes nowhere.
   */
  async function enterClosed(attempt: Attempt, account: Account): Promise<Progress> {
    const tried = await opens(account, attempt.password);
    if (!tried.ok) return tried;
    if (tried.value) return fail({ kind: 'accountBlocked' });
    const takeBack = async () => await attempts.takeBack(accounts.folder(account.identity));
    const asked = await enterByServer(attempt, account, takeBack);
    if (!('ok' in asked)) return fail({ kind: 'accountBlocked' });
    // Said to those alone who have the server's password.
    if (!asked.ok && asked.failure.kind === 'accountBlocked') await takeBack();
    return asked;
  }

  /**
   * An account that a provider has opened, with a password of this computer's own. Typed where a password is asked for, it may well be
   * that one, which is not for the server; asked for in the open account, it is the server's: only that one makes a session.
   */
  async function enterApart(attempt: Attempt, account: Account): Promise<Progress> {
    if (account.blockedAt !== undefined) return await enterClosed(attempt, account);
    const isOpen = admission.openAs(account.identity) !== undefined;
    const local = isOpen ? undefined : await unlockLocally(account, attempt.password);
    if (local?.ok === true || (local && local.failure.kind !== 'wrongCredentials')) return toProgress(local);
    const asked = await enterByServer(attempt, account, async () => {
      // The server's password was no guess at that of this computer.
      if (local) await attempts.takeBack(accounts.folder(account.identity));
    });
    if ('ok' in asked) return asked;
    return local ? toProgress(local) : fail({ kind: 'serverUnreachable' });
  }

  return {
    unlock,
    answerStep: createAnswerStep(parts, completion),
    signIn: async ({ username, password, school }) => {
      pending.forget();
      const reachedBy = toSchoolId(school ?? parts.installed);
      const server = servers.of({ school: reachedBy });
      // Not in the installer and not in the list: the page names no server.
      if (server === undefined) return fail({ kind: 'internal' });
      const attempt = { server, reachedBy, typed: username.trim(), password };
      const account = await findAccount(server, attempt.typed);
      if (account === undefined) return await enterNew(attempt);
      return account.enteredBy === undefined
        ? await enterKnown(attempt, account)
        : await enterApart(attempt, account);
    },
  };
}

function toProgress(entered: Entered): Progress {
  return entered.ok ? ok({ state: entered.value }) : entered;
}

function canonical(username: string): string {
  return plainName(username) ?? username.trim();
}
