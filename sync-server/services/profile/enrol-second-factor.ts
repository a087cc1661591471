import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { RecoveryCodes, SecondFactorEnrolment } from '../../../domain/protocol/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { CODE_RULES } from '../session/attempt-limits.ts';
import type { SignedIn } from '../session/authenticate.ts';
import type { IdentityContext } from '../session/session-context.ts';
import { confirmFactor } from '../session/sign-in-steps.ts';
import { noSuchAccount, notPossible, ownProfile } from './own-account.ts';

/** Switches a second factor on, from the profile page. */
export interface EnrolSecondFactor {
  begin(actor: SignedIn): Promise<Result<SecondFactorEnrolment, Failure>>;
  /** With the first code, so that nobody locks themselves out with an authenticator that was never set up. */
  confirm(actor: SignedIn, code: string, address: string): Promise<Result<RecoveryCodes, Failure>>;
}

/** Enrolment in two calls: the secret is worth nothing until the first code has been seen. */
export function createEnrolSecondFactor(context: IdentityContext): EnrolSecondFactor {
  const { storage, secondFactors } = context;
  return {
    begin: async (actor) =>
      await storage.accounts.transaction(async (transaction) => {
        const own = await ownProfile(transaction, actor.username);
        if (!own) return fail(noSuchAccount);
        if (own.profile.secondFactor?.confirmedAt !== undefined)
          return notPossible('secondFactorOn', 'The second factor is on already');
        const { factor, enrolment } = secondFactors.begin(actor.username);
        await transaction.saveProfile({ ...own.profile, secondFactor: factor });
        return ok(enrolment);
      }),

    async confirm(actor, code, address) {
      const own = await storage.accounts.read((reader) => ownProfile(reader, actor.username));
      if (!own) return fail(noSuchAccount);
      const name = `code ${own.profile.id}`;
      return await context.tries({ name, address, rules: CODE_RULES }, async () => {
        const confirmed = await confirmFactor(context, own, code);
        if (!confirmed) return fail({ kind: 'wrongCode', message: 'Wrong code' });
        return ok({ recoveryCodes: [...confirmed.recoveryCodes] });
      });
    },
  };
}
