import { fail, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  CodeRequest,
  NewPasswordRequest,
  SignInAnswer,
} from '../../../domain/protocol/endpoints/session/session.ts';
import { digestOf } from '../../secrets/digest.ts';
import { passwordFingerprint, type SignInStepKind, type Ticket } from '../tokens/sign-in-ticket.ts';
import { changeAccounts } from '../accounts/account-change.ts';
import { setOwnPassword } from '../accounts/own-password.ts';
import { refuseWeak, weak } from '../passwords/password-policy.ts';
import { personalWords } from '../../../domain/protocol/personal-words.ts';
import { advance, blockedAccount, busy, wrongCredentials } from './advance.ts';
import { CODE_RULES } from '../tries/attempt-limits.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import { identityOf } from '../accounts/identity.ts';
import { NO_SCHOOL } from '../tries/limited-tries.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import type { KnownAccount } from './sign-in.ts';
import { requireSession } from '../accounts/still-signed-in.ts';

/** Does one step of a sign-in; the second argument is the address that it comes from. */
export interface SignInSteps {
  secondFactor(request: CodeRequest, address: string): Promise<Result<SignInAnswer, Failure>>;
  newPassword(request: NewPasswordRequest): Promise<Result<SignInAnswer, Failure>>;
  confirmSecondFactor(request: CodeRequest, address: string): Promise<Result<SignInAnswer, Failure>>;
}

interface Held extends KnownAccount {
  readonly ticket: Ticket;
}

const ticketEnded: Failure = { kind: 'notSignedIn', message: 'The sign-in has ended' };
const wrongCode: Failure = { kind: 'wrongCode', message: 'Wrong code' };

/** The steps that may follow the password. Each takes a ticket for itself alone, and none is taken twice once its step is done. */
export function createSignInSteps(context: IdentityContext): SignInSteps {
  const { storage, now } = context;

  /** Who a ticket stands for, as long as the password that it was given for is the password. */
  async function holderOf(text: string, step: SignInStepKind): Promise<Held | undefined> {
    const ticket = await context.tickets.verify(text, step);
    if (!ticket) return undefined;
    const held = await storage.accounts.read(async (reader) => {
      const account = await reader.account(ticket.username);
      const profile = await reader.profile(ticket.profile);
      return account && profile && account.profile === profile.id ? { account, profile } : undefined;
    });
    if (!held || passwordFingerprint(held.profile.password.hash) !== ticket.password) return undefined;
    return { ...held, ticket };
  }

  /** Whether a ticket is used for the first time; from now on it is not. */
  async function spend({ id }: Ticket): Promise<boolean> {
    const key = digestOf(`ticket ${id}`);
    return await storage.transaction(NO_SCHOOL, async (transaction) => {
      if (await transaction.attempts(key)) return false;
      await transaction.saveAttempts(key, { failures: 1, lastFailedAt: now() });
      return true;
    });
  }

  return {
    async secondFactor({ ticket: text, code }, address) {
      const held = await holderOf(text, 'secondFactor');
      if (!held) return fail(ticketEnded);
      const { account, profile, ticket } = held;
      return await context.tries({ name: `code ${profile.id}`, address, rules: CODE_RULES }, async () => {
        const { school, username } = account;
        const isRight = await changeAccounts(context, async (transaction) => {
          const current = await transaction.profile(profile.id);
          const factor = current?.secondFactor;
          const accepted =
            factor?.confirmedAt === undefined
              ? undefined
              : context.secondFactors.accept(factor, code, profile.id);
          const act = accepted ? 'secondFactorShown' : 'signInFailed';
          const isRecovery = accepted?.lastStep === factor?.lastStep;
          const details = { factor: isRecovery ? 'recoveryCode' : 'code' } as const;
          await transaction.addEvent({ at: now(), school, username, act, details });
          if (!accepted || !current) return false;
          await transaction.saveProfile({ ...current, secondFactor: accepted });
          return true;
        });
        if (!isRight) return fail(wrongCode);
        if (!(await spend(ticket))) return fail(ticketEnded);
        const shown = { by: 'secondFactor', profile: profile.id, at: now() } as const;
        const { device, proofs } = ticket;
        return await advance(context, { account, profile, device, proofs: [...proofs, shown] });
      });
    },

    async newPassword({ ticket: text, password, language }) {
      const held = await holderOf(text, 'newPassword');
      if (!held) return fail(ticketEnded);
      const { account, profile, ticket } = held;
      const identity = await identityOf(context, account);
      if (account.state === 'blocked') return fail(blockedAccount(account));
      if (!identity) return fail(wrongCredentials);
      const isSame = await context.passwords.verify(password, profile.password.hash);
      if (isSame === true) return weak('sameAsBefore');
      const judged = refuseWeak(context.policy, password, personalWords(identity));
      if (!judged.ok) return judged;
      const hash = await context.passwords.hash(password);
      if (isSame === undefined || hash === undefined) return fail(busy);
      const changed = await changeAccounts(context, async (transaction, after) => {
        const current = await transaction.profile(profile.id);
        const own = await transaction.account(account.username);
        if (!current || current.password.hash !== profile.password.hash) return undefined;
        if (own?.profile !== profile.id || own.state === 'blocked') return undefined;
        const { school, username } = account;
        const by = username;
        await transaction.addEvent({
          at: now(),
          school,
          username,
          by,
          act: 'passwordChanged',
          details: { firstTime: true },
        });
        const preferred = language === undefined ? current : { language, ...current };
        return await setOwnPassword(context, transaction, after, { profile: preferred, hash, by });
      });
      if (!changed) return fail(ticketEnded);
      const activated = { ...account, state: 'activated' } as const;
      const chosen = { by: 'password', profile: profile.id, at: now() } as const;
      const { device, proofs } = ticket;
      return await advance(context, {
        account: activated,
        profile: changed,
        device,
        proofs: [...proofs, chosen],
      });
    },

    async confirmSecondFactor({ ticket: text, code }, address) {
      const held = await holderOf(text, 'enrolSecondFactor');
      if (!held) return fail(ticketEnded);
      const { account, profile, ticket } = held;
      return await context.tries({ name: `code ${profile.id}`, address, rules: CODE_RULES }, async () => {
        // Once one is on, whoever held this ticket is somebody who has not shown it.
        if (profile.secondFactor?.confirmedAt !== undefined) return fail(ticketEnded);
        const confirmed = await confirmFactor(context, held, code);
        if (!confirmed) return fail(wrongCode);
        if (!(await spend(ticket))) return fail(ticketEnded);
        const { recoveryCodes, factor } = confirmed;
        const changed = { ...profile, secondFactor: factor };
        const shown = { by: 'secondFactor', profile: profile.id, at: now() } as const;
        const { device, proofs } = ticket;
        const progress = { account, profile: changed, device, proofs: [...proofs, shown], recoveryCodes };
        return await advance(context, progress);
      });
    },
  };
}

/**
 * Confirms the second factor that a profile has begun at a sign-in, with its first code, or from a living session, which may also put it in
 * the place of one that is on; undefined when the code is wrong or none was begun. One that is switched on ends all other sessions: they
 * have not shown it.
 */
export async function confirmFactor(
  context: IdentityContext,
  { account: { school, username }, profile }: KnownAccount,
  code: string,
  actor?: SignedIn,
) {
  const session = actor?.session;
  return await changeAccounts(context, async (transaction, after) => {
    if (actor) await requireSession(transaction, actor);
    const current = await transaction.profile(profile.id);
    const account = await transaction.account(username);
    if (!current || account?.profile !== profile.id || account.state === 'blocked') return undefined;
    // At a sign-in the password was shown: it is still that one.
    if (!actor && current.password.hash !== profile.password.hash) return undefined;
    const { nextSecondFactor, ...rest } = current;
    const isSignIn = session === undefined;
    if (isSignIn && current.secondFactor?.confirmedAt !== undefined) return undefined;
    const replaced = isSignIn ? undefined : nextSecondFactor;
    const begun = replaced ?? current.secondFactor;
    const confirmed = begun && context.secondFactors.confirm(begun, code, profile.id);
    if (!confirmed) return undefined;
    await transaction.saveProfile({ ...rest, secondFactor: confirmed.factor });
    const at = context.now();
    const act = replaced ? 'secondFactorReplaced' : 'secondFactorEnabled';
    await transaction.addEvent({ at, school, username, by: username, act, details: {} });
    const usernames = (await transaction.accountsOfProfile(profile.id)).map((one) => one.username);
    if (!replaced) after.ended(await transaction.endSessions(usernames, 'remote', session));
    const own = (await transaction.sessionsOf(usernames)).find(({ id }) => id === session);
    const shown = { by: 'secondFactor', profile: profile.id, at } as const;
    if (own) await transaction.saveProofs(own.id, [...own.proofs, shown]);
    return confirmed;
  });
}
