import { fail, ok, type Result } from '../../domain/base/result.ts';
import { toSchoolId, type SchoolId } from '../../domain/base/ids.ts';
import type {
  ActFailure,
  SignInFailure,
  SignInProgress,
  SignInStepAnswer,
} from '../../domain/protocol/bridge.ts';
import type { LocalPasswordAnswer } from '../../domain/protocol/local-password.ts';
import type { AccountRef, SessionTokens, SignInAnswer } from '../../domain/protocol/session.ts';
import { parseUsername } from '../../domain/rules/username.ts';
import type { Account } from '../accounts/account-file.ts';
import { isSameAccount } from '../accounts/account-store.ts';
import { recoverAside } from '../accounts/journal-rescue.ts';
import { locate } from '../directory/known-servers.ts';
import type { Entered } from './admission.ts';
import type { Completion, CompletionParts } from './complete-sign-in.ts';
import type { HeldStep } from './pending-sign-in.ts';
import { isOutOfReach, toActFailure, toSignInFailure } from './server-failures.ts';
import type { Answered, TransportFailure } from './transport.ts';

/** What signing in works with. */
export interface SignInParts extends CompletionParts {
  readonly completion: Completion;
  readonly installed: SchoolId;
  /** The server has said that the office has closed the account. */
  readonly block: (account: AccountRef) => Promise<void>;
}

/** What the page sends to sign in. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly school?: string;
}

/** The ways in by password. Not for concurrent callers. */
export interface SignIn {
  /** With a user name or address: at the server, or, where it cannot be reached, with the data of this device. */
  signIn(credentials: Credentials): Promise<Result<SignInProgress, SignInFailure>>;
  /** Goes on with a sign-in that is not complete. */
  answerStep(answer: SignInStepAnswer): Promise<Result<SignInProgress, SignInFailure | ActFailure>>;
  /** With an account of this device: at once, and the server is asked afterwards. */
  unlock(ref: AccountRef, password: string): Promise<Entered>;
}

/** Where the device can help itself, nobody waits for a hanging line longer than this. */
export const SHORT_WAIT = 6_000;

/** Which answer goes with which step. */
const ANSWERS = { secondFactor: 'code', enrolSecondFactor: 'enrolCode', newPassword: 'newPassword' } as const;

/** An answer that goes to the server. */
type ServerAnswer = Exclude<SignInStepAnswer, LocalPasswordAnswer>;

/** Creates the ways in by password. */
export function createSignIn(parts: SignInParts): SignIn {
  const { accounts, keys, attempts, broker, transport, session, servers, admission, names, pending } = parts;
  const { goOn, answerLocally } = parts.completion;

  async function askServer(
    server: string | undefined,
    username: string,
    password: string,
    within?: number,
  ): Answered<SignInAnswer> {
    if (server === undefined) return fail({ kind: 'unreachable' });
    return await transport.signIn(server, { username, password, device: parts.device() }, within);
  }

  /** Unlocks with the password alone. Counts the attempt. */
  async function unlockLocally(account: Account, password: string): Promise<Entered> {
    const folder = accounts.folder(account.identity);
    const wait = await attempts.waitSeconds(folder);
    if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
    await attempts.begin(folder);
    const reused = admission.openAs(account.identity);
    const opened = await keys.unlock(account, password, reused);
    if (opened === undefined) {
      if (reused !== undefined && (await recoverAside(accounts, keys, reused, password)) !== undefined) {
        await attempts.succeed(folder);
        return ok(session.state());
      }
      const waitSeconds = await attempts.waitSeconds(folder);
      return fail({ kind: 'wrongCredentials', ...(waitSeconds > 0 && { waitSeconds }) });
    }
    await attempts.succeed(folder);
    const server = servers.of(locate(account));
    const { school, username } = account.identity;
    // A password of this computer's own is nothing to ask the server with: only the provider makes a new session.
    const makeSession =
      server === undefined || account.enteredBy !== undefined
        ? undefined
        : async () =>
            await broker.signInWith({ school, username }, server, async () => await askAs(account, password));
    return await admission.enterLocally(account, opened, reused, makeSession);
  }

  /** The server's answer to this very account: one for anybody else opens nothing here, one that asks for more is no session. */
  async function askAs({ identity, via }: Account, password: string): Answered<SessionTokens> {
    const answer = await askServer(
      servers.of(locate({ identity, ...(via && { via }) })),
      identity.username,
      password,
    );
    if (!answer.ok) return answer;
    const { tokens } = answer.value;
    return tokens !== undefined && isSameAccount(tokens.identity, identity)
      ? ok(tokens)
      : fail({ kind: 'wrongCredentials' });
  }

  /** An account of this device, opened by the server's word; for one that the password does not open here. */
  async function unlockByServer(account: Account, password: string): Promise<Entered | TransportFailure> {
    const { identity, via } = account;
    const answer = await askServer(servers.of(locate(account)), identity.username, password, SHORT_WAIT);
    if (!answer.ok) {
      if (answer.failure.kind === 'accountBlocked') await parts.block(identity);
      return answer.failure;
    }
    const { tokens } = answer.value;
    if (tokens === undefined) return fail({ kind: 'passwordNeeded' });
    if (!isSameAccount(tokens.identity, identity)) return { kind: 'wrongCredentials' };
    return await admission.admit(tokens, { password }, via ?? identity.school);
  }

  async function findAccount(server: string, typed: string): Promise<Account | undefined> {
    const remembered = await names.find(server, typed);
    if (remembered !== undefined) return await accounts.find(remembered);
    const all = await accounts.list();
    return all.find(
      (account) =>
        canonical(account.identity.username) === canonical(typed) && servers.of(locate(account)) === server,
    );
  }

  async function sendStep(
    server: string,
    { step }: { readonly step: { readonly ticket: string } },
    answer: ServerAnswer,
  ): Answered<SignInAnswer> {
    const { ticket } = step;
    switch (answer.kind) {
      case 'code':
        return await transport.secondFactor(server, { ticket, code: answer.code.trim() });
      case 'enrolCode':
        return await transport.confirmSecondFactor(server, { ticket, code: answer.code.trim() });
      case 'newPassword':
        return await transport.newPassword(server, {
          ticket,
          password: answer.password,
          ...(answer.language !== undefined && { language: answer.language }),
        });
    }
  }

  /** Sends the answer to a step to the server that has asked for it. */
  async function answerServer(
    held: HeldStep,
    answer: ServerAnswer,
  ): Promise<Result<SignInProgress, SignInFailure | ActFailure>> {
    const server = servers.of({ school: held.reachedBy });
    if (server === undefined) return fail({ kind: 'expired' });
    if (ANSWERS[held.step.kind] !== answer.kind) return fail({ kind: 'internal' });
    const answered = await sendStep(server, held, answer);
    // Cancelled while the answer was on its way.
    if (pending.current() !== held) return fail({ kind: 'expired' });
    if (answered.ok) {
      pending.take();
      const { kind: _kind, step: _step, ...asked } = held;
      if (answer.kind !== 'newPassword') return await goOn(answered.value, asked);
      const { password: earlier, ...rest } = asked;
      return await goOn(answered.value, {
        ...rest,
        password: answer.password,
        ...(earlier !== undefined && { earlier }),
      });
    }
    const { kind } = answered.failure;
    if (kind === 'notSignedIn' || kind === 'tokenExpired') {
      pending.forget();
      return fail({ kind: 'expired' });
    }
    if (kind === 'accountBlocked') {
      pending.forget();
      return fail({ kind });
    }
    return fail(toActFailure(answered.failure));
  }

  const enterOffline = async (account: Account, password: string): Promise<Entered> =>
    account.blockedAt === undefined
      ? await unlockLocally(account, password)
      : fail({ kind: 'accountBlocked' });

  return {
    signIn: async ({ username, password, school }) => {
      pending.forget();
      const reachedBy = toSchoolId(school ?? parts.installed);
      const server = servers.of({ school: reachedBy });
      // Not in the installer and not in the list: the page names no server.
      if (server === undefined) return fail({ kind: 'internal' });
      const typed = username.trim();
      const account = await findAccount(server, typed);
      const isApart = account?.enteredBy !== undefined;
      // Asked for in the open account, it is the server's: only that one makes a session.
      const isOpen = account !== undefined && admission.openAs(account.identity) !== undefined;
      if (isApart && account.blockedAt !== undefined) return fail({ kind: 'accountBlocked' });
      // Typed where a password is asked for, it may well be that of this computer: that one is not for the server.
      const local = isApart && !isOpen ? await unlockLocally(account, password) : undefined;
      if (local?.ok === true || (local && local.failure.kind !== 'wrongCredentials'))
        return toProgress(local);
      const answer = await askServer(server, typed, password, account === undefined ? undefined : SHORT_WAIT);
      if (answer.ok) {
        // The server's password was no guess at that of this computer.
        if (local && account) await attempts.takeBack(accounts.folder(account.identity));
        return await goOn(answer.value, { typed, password, reachedBy });
      }
      const { failure } = answer;
      if (failure.kind === 'accountBlocked' && account !== undefined) await parts.block(account.identity);
      if (!isOutOfReach(failure)) return fail(toSignInFailure(failure));
      if (isApart) return local ? toProgress(local) : fail({ kind: 'serverUnreachable' });
      if (account !== undefined) return toProgress(await enterOffline(account, password));
      return fail({ kind: (await accounts.list()).length > 0 ? 'noLocalData' : 'serverUnreachable' });
    },
    answerStep: async (answer) => {
      const held = pending.current();
      if (held === undefined) return fail({ kind: 'expired' });
      if (isLocal(answer))
        return held.kind === 'session' ? await answerLocally(held, answer) : fail({ kind: 'internal' });
      return held.kind === 'step' ? await answerServer(held, answer) : fail({ kind: 'internal' });
    },
    unlock: async (ref, password) => {
      const account = await accounts.find(ref);
      if (account === undefined) return fail({ kind: 'noLocalData' });
      if (account.blockedAt !== undefined && account.enteredBy !== undefined)
        return fail({ kind: 'accountBlocked' });
      if (account.blockedAt !== undefined) {
        // Only the server can say that the office has opened it again.
        const asked = await unlockByServer(account, password);
        if ('ok' in asked) return asked;
        return fail(isOutOfReach(asked) ? { kind: 'accountBlocked' } : toSignInFailure(asked));
      }
      const local = await unlockLocally(account, password);
      if (local.ok || local.failure.kind !== 'wrongCredentials' || account.enteredBy !== undefined)
        return local;
      // A password that was changed on another computer opens nothing here, but the server knows it.
      const asked = await unlockByServer(account, password);
      if ('ok' in asked) return asked;
      return asked.kind === 'accountBlocked' ? fail({ kind: asked.kind }) : local;
    },
  };
}

function isLocal(answer: SignInStepAnswer): answer is LocalPasswordAnswer {
  return answer.kind === 'localPassword' || answer.kind === 'newLocalPassword';
}

function toProgress(entered: Entered): Result<SignInProgress, SignInFailure> {
  return entered.ok ? ok({ state: entered.value }) : entered;
}

function canonical(username: string): string {
  return parseUsername(username)?.username ?? username.trim().toUpperCase();
}
