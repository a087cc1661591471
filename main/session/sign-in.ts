import { fail, ok, type Result } from '../../domain/base/result.ts';
import { toSchoolId, type SchoolId } from '../../domain/base/ids.ts';
import type {
  ActFailure,
  SignInFailure,
  SignInProgress,
  SignInStepAnswer,
} from '../../domain/protocol/bridge.ts';
import type { AccountRef, SessionTokens, SignInAnswer } from '../../domain/protocol/session.ts';
import { parseUsername } from '../../domain/rules/username.ts';
import type { Account } from '../accounts/account-file.ts';
import { isSameAccount } from '../accounts/account-store.ts';
import { recoverAside } from '../accounts/journal-rescue.ts';
import type { SignInNames } from '../accounts/sign-in-names.ts';
import { locate } from '../directory/known-servers.ts';
import type { Admission, Entered, EntryParts } from './admission.ts';
import type { PendingSteps } from './pending-sign-in.ts';
import { isOutOfReach, toActFailure, toSignInFailure } from './server-failures.ts';
import type { Answered, TransportFailure } from './transport.ts';

/** What signing in works with. */
export interface SignInParts extends EntryParts {
  readonly admission: Admission;
  readonly names: SignInNames;
  readonly pending: PendingSteps;
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

interface Asked {
  readonly typed: string;
  readonly password: string;
  readonly earlier?: string;
  readonly reachedBy: SchoolId;
}

/** Creates the ways in by password. */
export function createSignIn(parts: SignInParts): SignIn {
  const { accounts, keys, attempts, broker, transport, session, servers, admission, names, pending } = parts;

  async function askServer(
    server: string | undefined,
    username: string,
    password: string,
    within?: number,
  ): Answered<SignInAnswer> {
    if (server === undefined) return fail({ kind: 'unreachable' });
    return await transport.signIn(server, { username, password, device: parts.device() }, within);
  }

  async function goOn(answer: SignInAnswer, asked: Asked): Promise<Result<SignInProgress, SignInFailure>> {
    const { typed, password, earlier, reachedBy } = asked;
    const codes = answer.recoveryCodes === undefined ? {} : { recoveryCodes: answer.recoveryCodes };
    if (answer.step !== undefined)
      return ok({ state: pending.hold({ step: answer.step, typed, password, reachedBy }), ...codes });
    if (answer.tokens === undefined) return fail({ kind: 'internal' });
    const proof = { password, ...(earlier !== undefined && { earlier }) };
    const entered = await admission.admit(answer.tokens, proof, reachedBy);
    if (!entered.ok) return entered;
    const server = servers.of({ school: reachedBy });
    if (server !== undefined)
      await names
        .remember(server, typed, answer.tokens.identity)
        .catch((error: unknown) => parts.onError('nameNotRemembered', error));
    return ok({ state: entered.value, ...codes });
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
    const makeSession =
      server === undefined
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
    answer: SignInStepAnswer,
  ): Answered<SignInAnswer> {
    const { ticket } = step;
    switch (answer.kind) {
      case 'code':
        return await transport.secondFactor(server, { ticket, code: answer.code.trim() });
      case 'enrolCode':
        return await transport.confirmSecondFactor(server, { ticket, code: answer.code.trim() });
      case 'newPassword':
        return await transport.newPassword(server, { ticket, password: answer.password });
    }
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
      const answer = await askServer(server, typed, password, account === undefined ? undefined : SHORT_WAIT);
      if (answer.ok) return await goOn(answer.value, { typed, password, reachedBy });
      const { failure } = answer;
      if (failure.kind === 'accountBlocked' && account !== undefined) await parts.block(account.identity);
      if (!isOutOfReach(failure)) return fail(toSignInFailure(failure));
      if (account !== undefined) return toProgress(await enterOffline(account, password));
      return fail({ kind: (await accounts.list()).length > 0 ? 'noLocalData' : 'serverUnreachable' });
    },
    answerStep: async (answer) => {
      const held = pending.current();
      const server = held && servers.of({ school: held.reachedBy });
      if (held === undefined || server === undefined) return fail({ kind: 'expired' });
      if (ANSWERS[held.step.kind] !== answer.kind) return fail({ kind: 'internal' });
      const answered = await sendStep(server, held, answer);
      // Cancelled while the answer was on its way.
      if (pending.current() !== held) return fail({ kind: 'expired' });
      if (answered.ok) {
        pending.forget();
        const { typed, password, reachedBy } = held;
        if (answer.kind !== 'newPassword') return await goOn(answered.value, held);
        return await goOn(answered.value, { typed, password: answer.password, earlier: password, reachedBy });
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
    },
    unlock: async (ref, password) => {
      const account = await accounts.find(ref);
      if (account === undefined) return fail({ kind: 'noLocalData' });
      if (account.blockedAt !== undefined) {
        // Only the server can say that the office has opened it again.
        const asked = await unlockByServer(account, password);
        if ('ok' in asked) return asked;
        return fail(isOutOfReach(asked) ? { kind: 'accountBlocked' } : toSignInFailure(asked));
      }
      const local = await unlockLocally(account, password);
      if (local.ok || local.failure.kind !== 'wrongCredentials') return local;
      // A password that was changed on another computer opens nothing here, but the server knows it.
      const asked = await unlockByServer(account, password);
      if ('ok' in asked) return asked;
      return asked.kind === 'accountBlocked' ? fail({ kind: asked.kind }) : local;
    },
  };
}

function toProgress(entered: Entered): Result<SignInProgress, SignInFailure> {
  return entered.ok ? ok({ state: entered.value }) : entered;
}

function canonical(username: string): string {
  return parseUsername(username)?.username ?? username.trim().toUpperCase();
}
