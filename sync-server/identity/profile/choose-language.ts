import { ok, type Result } from '../../../domain/base/result.ts';
import type { MailLanguage } from '../../../domain/protocol/mail-language.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { changeOwnAccount } from '../accounts/account-change.ts';

/** Chooses the language in which the server writes to the owner of an account, for all accounts of the profile. */
export type ChooseLanguage = (actor: SignedIn, language: MailLanguage) => Promise<Result<null, Failure>>;

/** The choice of a language. */
export function createChooseLanguage(context: IdentityContext): ChooseLanguage {
  return async (actor, language) =>
    await changeOwnAccount(context, actor, undefined, async (transaction, _after, { profile }) => {
      await transaction.saveProfile({ ...profile, language });
      return ok(null);
    });
}
