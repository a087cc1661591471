import { randomUUID } from 'node:crypto';
import { assertNever } from '../../../domain/base/assert.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { AccountAct, AccountActAnswer } from '../../../domain/protocol/endpoints/account/account.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { maskEmailAddress } from '../../../domain/people/email-address.ts';
import type { AccountTransaction } from '../../storage/contract/accounts.ts';
import { mayAct } from '../proofs/target-of.ts';
import { busy } from '../sessions/advance.ts';
import { CODE_RULES, PASSWORD_RULES } from '../tries/attempt-limits.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import { identityOf } from '../accounts/identity.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { loginName } from '../sessions/sign-in.ts';
import { changeOwnAccount, type AfterCommit, type OwnAccount } from '../accounts/account-change.ts';
import { linkEmail } from './link-email.ts';
import { mailFactsOf, mailTo } from '../../mail/mail-facts.ts';
import { mergeProfile } from './merge-profile.ts';
import {
  addOwnEvent,
  noSuchAccount,
  notPossible,
  ownProfile,
  wrongPassword,
} from '../accounts/own-account.ts';
import { setOwnPassword } from '../accounts/own-password.ts';
import { refuseWeak, weak } from '../passwords/password-policy.ts';
import { personalWords } from '../../../domain/protocol/personal-words.ts';
import { separate } from './separate-account.ts';

/** Does an act that carries a password, for somebody who is signed in, from an address. */
export type AccountActs = (
  actor: SignedIn,
  act: AccountAct,
  address: string,
) => Promise<Result<AccountActAnswer, Failure>>;

type Answer = Result<AccountActAnswer, Failure>;
type ActOf<K extends AccountAct['kind']> = Extract<AccountAct, { readonly kind: K }>;
type Change = (transaction: AccountTransaction, after: AfterCommit, own: OwnAccount) => Promise<Answer>;

const done = ok({ outcome: 'done' } as const);

/** The acts on one's own account. Whose it is comes from the session alone. */
export function createAccountActs(context: IdentityContext): AccountActs {
  const { storage, now, passwords, postOffice } = context;

  return async (actor, act, from) => {
    switch (act.kind) {
      case 'linkEmail':
        return await linkEmail(context, actor, from, act);
      case 'mergeProfile':
        return await mergeProfile(context, actor, from, act);
      case 'changePassword':
        return await changePassword(actor, from, act);
      case 'removeEmail':
        return await withPassword(actor, from, act.password, async () => ok(removeEmail(actor)));
      case 'disableSecondFactor':
        return await disableSecondFactor(actor, from, act);
      case 'separateAccount':
        return await separateAccount(actor, from, act);
      default:
        return assertNever(act);
    }
  };

  /**
   * Changes the account of somebody who gives the password of its profile; it is the same at the change as when it was checked. What
   * costs something is prepared only once the password was right.
   */
  async function withPassword(
    actor: SignedIn,
    from: string,
    password: string,
    prepare: () => Promise<Result<Change, Failure>>,
  ): Promise<Answer> {
    const one = { name: actor.username, address: from, rules: PASSWORD_RULES };
    return await context.tries(one, async () => {
      const found = await storage.accounts.read((reader) => ownProfile(reader, actor.username));
      const isRight = await passwords.verify(password, found?.profile.password.hash);
      if (isRight === undefined) return fail(busy);
      if (!isRight || !found) return fail(wrongPassword);
      // The password is shown with the act itself; a second factor that is on must have been shown by the session.
      const shown = { by: 'password', profile: found.profile.id, at: now() } as const;
      const allowed = await mayAct(context, actor, 'ruleProfile', () => [shown]);
      if (!allowed.ok) return allowed;
      const prepared = await prepare();
      if (!prepared.ok) return prepared;
      return await changeOwnAccount(context, actor, allowed.value, async (transaction, after, own) =>
        own.profile.password.hash === found.profile.password.hash
          ? await prepared.value(transaction, after, own)
          : fail(wrongPassword),
      );
    });
  }

  async function changePassword(
    actor: SignedIn,
    from: string,
    { current, next }: ActOf<'changePassword'>,
  ): Promise<Answer> {
    return await withPassword(actor, from, current, async () => {
      if (next.normalize('NFC') === current.normalize('NFC')) return weak('sameAsBefore');
      const account = await storage.accounts.read((reader) => reader.account(actor.username));
      const identity = account && (await identityOf(context, account));
      if (!account || !identity) return fail(noSuchAccount);
      const judged = refuseWeak(context.policy, next, personalWords(identity));
      if (!judged.ok) return judged;
      const hash = await passwords.hash(next);
      if (hash === undefined) return fail(busy);
      const facts = await mailFactsOf(context, account);
      return ok(async (transaction, after, { profile }) => {
        const { session, username: by } = actor;
        await setOwnPassword(context, transaction, after, { profile, hash, by, session });
        await addOwnEvent(transaction, actor, now(), 'passwordChanged');
        if (profile.email)
          await postOffice.queue(transaction, {
            ...mailTo(account, profile.email.address),
            kind: 'passwordChanged',
            values: facts,
          });
        return done;
      });
    });
  }

  function removeEmail(actor: SignedIn): Change {
    return async (transaction, after, { account, profile }) => {
      if (!profile.email) return notPossible('addressInvalid', 'No address is confirmed');
      const { email, ...rest } = profile;
      await transaction.saveProfile(rest);
      await context.links.close(transaction, profile.id, ['resetPassword']);
      await addOwnEvent(transaction, actor, now(), 'emailRemoved');
      const facts = await mailFactsOf(context, account);
      await postOffice.queue(transaction, {
        ...mailTo(account, email.address),
        kind: 'emailChanged',
        values: { ...facts, address: maskEmailAddress(email.address) },
      });
      const accounts = await transaction.accountsOfProfile(profile.id);
      after.changed(accounts.map(({ username }) => username));
      return done;
    };
  }

  async function disableSecondFactor(
    actor: SignedIn,
    from: string,
    { password, code }: ActOf<'disableSecondFactor'>,
  ): Promise<Answer> {
    const account = await storage.accounts.read((reader) => reader.account(actor.username));
    const name = `code ${account?.profile}`;
    return await context.tries({ name, address: from, rules: CODE_RULES }, async () =>
      withPassword(actor, from, password, async () =>
        ok(async (transaction, after, { profile }) => {
          const { secondFactor, nextSecondFactor: _unfinished, ...rest } = profile;
          if (secondFactor?.confirmedAt === undefined) return done;
          if (!context.secondFactors.accept(secondFactor, code, profile.id))
            return fail({ kind: 'wrongCode', message: 'Wrong code' });
          await transaction.saveProfile(rest);
          await addOwnEvent(transaction, actor, now(), 'secondFactorDisabled');
          after.changed([actor.username]);
          return done;
        }),
      ),
    );
  }

  async function separateAccount(
    actor: SignedIn,
    from: string,
    { username, password }: ActOf<'separateAccount'>,
  ): Promise<Answer> {
    return await withPassword(actor, from, password, async () => {
      const unusableHash = await passwords.hash(randomUUID());
      if (unusableHash === undefined) return fail(busy);
      return ok(async (transaction, after, { profile }) => {
        const account = await transaction.account(loginName(username));
        if (account?.profile !== profile.id) return fail(noSuchAccount);
        const all = await transaction.accountsOfProfile(profile.id);
        if (all.length === 1) return notPossible('onlyAccount', 'The only account of its profile');
        await separate(context, transaction, after, { account, unusableHash, by: actor.username });
        return done;
      });
    });
  }
}
