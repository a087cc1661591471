import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type {
  RecoveryCodes,
  SecondFactorEnrolment,
} from '../../../domain/protocol/endpoints/account/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { AccountTransaction, Profile, SecondFactor } from '../../storage/contract/accounts.ts';
import { CODE_RULES } from '../tries/attempt-limits.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { mayAct } from '../proofs/target-of.ts';
import { confirmFactor } from '../sessions/sign-in-steps.ts';
import { changeOwnAccount, type OwnAccount } from '../accounts/account-change.ts';
import { addOwnEvent, noSuchAccount, notPossible, ownProfile } from '../accounts/own-account.ts';

/** Switches a second factor on, replaces it and renews its recovery codes, from the profile page. */
export interface EnrolSecondFactor {
  /** Where one is on already a code of it is needed, and the new one takes its place once confirmed: the old telephone works until then. */
  begin(
    actor: SignedIn,
    code: string | undefined,
    address: string,
  ): Promise<Result<SecondFactorEnrolment, Failure>>;
  /** With the first code, so that nobody locks themselves out with an authenticator that was never set up. */
  confirm(actor: SignedIn, code: string, address: string): Promise<Result<RecoveryCodes, Failure>>;
  /** New recovery codes in the place of those that are left, for a code of the authenticator. */
  renewCodes(actor: SignedIn, code: string, address: string): Promise<Result<RecoveryCodes, Failure>>;
}

/** Enrolment in two calls: the secret is worth nothing until the first code has been seen. */
export function createEnrolSecondFactor(context: IdentityContext): EnrolSecondFactor {
  const { storage, secondFactors, now } = context;

  /**
   * Does what a code is needed for, as often as codes may be tried. The code is that of the whole profile, so the session must have proved
   * something of the whole profile besides; the code itself is the second factor that it shows.
   */
  async function withCode<T>(
    actor: SignedIn,
    address: string,
    work: (own: OwnAccount) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    const own = await storage.accounts.read((reader) => ownProfile(reader, actor.username));
    if (!own) return fail(noSuchAccount);
    const shown = ({ id }: Profile) => [{ by: 'secondFactor', profile: id, at: now() }] as const;
    const allowed = await mayAct(context, actor, 'ruleProfile', shown);
    if (!allowed.ok) return allowed;
    const one = { name: `code ${own.profile.id}`, address, rules: CODE_RULES };
    return await context.tries(one, async () => work({ ...own, profile: allowed.value }));
  }

  /** Does what a code of the factor that is on is needed for; where none is, no code is right. */
  async function withFactor<T>(
    actor: SignedIn,
    address: string,
    work: (
      transaction: AccountTransaction,
      profile: Profile,
      factor: SecondFactor,
    ) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    return await withCode(actor, address, async ({ profile: seen }) =>
      changeOwnAccount(context, actor, seen, async (transaction, _after, { profile }) => {
        const { secondFactor } = profile;
        if (secondFactor?.confirmedAt === undefined) return fail(wrongCode);
        return await work(transaction, profile, secondFactor);
      }),
    );
  }

  async function replace(
    actor: SignedIn,
    code: string,
    address: string,
  ): Promise<Result<SecondFactorEnrolment, Failure>> {
    return await withFactor(actor, address, async (transaction, profile, current) => {
      const accepted = secondFactors.accept(current, code, profile.id);
      if (!accepted) return fail(wrongCode);
      const { factor, enrolment } = secondFactors.begin(actor.username, profile.id);
      await transaction.saveProfile({ ...profile, secondFactor: accepted, nextSecondFactor: factor });
      return ok(enrolment);
    });
  }

  return {
    begin: async (actor, code, address) => {
      if (code !== undefined) return await replace(actor, code, address);
      // It is that of the whole profile: what was proved of one account alone does not reach the others.
      const allowed = await mayAct(context, actor, 'ruleProfile');
      if (!allowed.ok) return allowed;
      return await changeOwnAccount(context, actor, allowed.value, async (transaction, _after, own) => {
        if (own.profile.secondFactor?.confirmedAt !== undefined)
          return notPossible('secondFactorOn', 'The second factor is on already');
        const { factor, enrolment } = secondFactors.begin(actor.username, own.profile.id);
        await transaction.saveProfile({ ...own.profile, secondFactor: factor });
        return ok(enrolment);
      });
    },

    confirm: async (actor, code, address) =>
      await withCode(actor, address, async (own) => {
        const confirmed = await confirmFactor(context, own, code, actor);
        if (!confirmed) return fail(wrongCode);
        return ok({ recoveryCodes: [...confirmed.recoveryCodes] });
      }),

    renewCodes: async (actor, code, address) =>
      await withFactor(actor, address, async (transaction, profile, current) => {
        const renewed = secondFactors.renew(current, code, profile.id);
        if (!renewed) return fail(wrongCode);
        await transaction.saveProfile({ ...profile, secondFactor: renewed.factor });
        await addOwnEvent(transaction, actor, now(), 'recoveryCodesRenewed');
        return ok({ recoveryCodes: [...renewed.recoveryCodes] });
      }),
  };
}

const wrongCode: Failure = { kind: 'wrongCode', message: 'Wrong code' };
