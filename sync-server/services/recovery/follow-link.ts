import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { PasswordFault } from '../../../domain/protocol/account.ts';
import type { MailLanguage } from '../../../domain/protocol/mail-language.ts';
import type { AccountTransaction, Link, LinkPurpose, Profile } from '../../storage/accounts.ts';
import { changeAccounts, type AfterCommit } from '../profile/account-change.ts';
import { mailFactsOf, mailTo } from '../profile/mail-facts.ts';
import { setOwnPassword } from '../profile/own-password.ts';
import { personalWords } from '../profile/password-policy.ts';
import { identityOf } from '../session/identity.ts';
import type { IdentityContext } from '../session/session-context.ts';

/** Why a link does nothing. `taken`: the address has meanwhile become somebody else's. */
export type LinkFault = 'unknown' | 'expired' | 'closed' | 'blocked' | 'taken';

/** Why a password from a link's page is not taken. */
export type PasswordProblem = PasswordFault | 'different' | 'busy';

/** What a link does, as its page shows it. */
export interface LinkPage {
  readonly purpose: LinkPurpose;
  readonly username: string;
  readonly schoolName: string;
  readonly address: string;
}

/** What came of a form: done, or what is wrong with the link or the password. */
export type LinkOutcome = Result<
  LinkPage,
  { readonly link: LinkFault } | { readonly password: PasswordProblem; readonly page: LinkPage }
>;

/** Follows the links of mails; looking changes nothing, since mail scanners look before people do. */
export interface FollowLink {
  look(secret: string): Promise<Result<LinkPage, LinkFault>>;
  confirmEmail(secret: string): Promise<LinkOutcome>;
  /** The language of the page becomes that of the messages, unless the owner has chosen one. */
  setPassword(
    secret: string,
    typed: { readonly password: string; readonly repeated: string; readonly language: MailLanguage },
  ): Promise<LinkOutcome>;
}

interface OpenLink {
  readonly link: Link;
  readonly profile: Profile;
  readonly page: LinkPage;
}

/** What the links of mails do. */
export function createFollowLink(context: IdentityContext): FollowLink {
  const { storage, links, now, passwords, postOffice } = context;

  async function find(secret: string): Promise<Result<OpenLink, LinkFault>> {
    const found = await storage.accounts.read(async (reader) => {
      const own = await links.find(reader, secret);
      if (own.state !== 'open') return own.state;
      const account = await reader.account(own.link.username);
      const profile = await reader.profile(own.link.profile);
      if (!account || account.profile !== profile?.id) return 'closed';
      return { link: own.link, account, profile };
    });
    if (typeof found === 'string') return fail(found);
    const { link, account, profile } = found;
    if (account.state === 'blocked') return fail('blocked');
    const { schoolName } = await mailFactsOf(context, account);
    const { purpose, username, address } = link;
    return ok({ link, profile, page: { purpose, username, schoolName, address } });
  }

  /** Does what the link is for, if it still is the same when the transaction has begun, and closes it. */
  async function spend(
    secret: string,
    work: (
      transaction: AccountTransaction,
      after: AfterCommit,
      link: Link,
      profile: Profile,
    ) => Promise<boolean>,
  ): Promise<LinkFault | undefined> {
    return await changeAccounts(context, async (transaction, after) => {
      const found = await links.find(transaction, secret);
      if (found.state !== 'open') return found.state;
      const { link } = found;
      const profile = await transaction.profile(link.profile);
      if (!profile) return 'closed';
      if (!(await work(transaction, after, link, profile))) return 'taken';
      await transaction.saveLink({ ...link, closedAt: now() });
      return undefined;
    });
  }

  return {
    async look(secret) {
      const found = await find(secret);
      return found.ok ? ok(found.value.page) : found;
    },

    async confirmEmail(secret) {
      const found = await find(secret);
      if (!found.ok) return fail({ link: found.failure });
      if (found.value.link.purpose !== 'confirmEmail') return fail({ link: 'unknown' });
      const fault = await spend(secret, async (transaction, after, { address, username }, profile) => {
        const owner = await transaction.profileByEmail(address);
        if (profile.pendingEmail?.address !== address || (owner && owner.id !== profile.id)) return false;
        const { pendingEmail: _confirmed, ...rest } = profile;
        await transaction.saveProfile({ ...rest, email: { address, confirmedAt: now() } });
        const accounts = await transaction.accountsOfProfile(profile.id);
        const school = accounts.find((account) => account.username === username)?.school;
        if (school)
          await transaction.addEvent({ at: now(), school, username, act: 'emailConfirmed', details: {} });
        after.changed(accounts.map((account) => account.username));
        return true;
      });
      return fault === undefined ? ok(found.value.page) : fail({ link: fault });
    },

    async setPassword(secret, { password, repeated, language }) {
      const found = await find(secret);
      if (!found.ok) return fail({ link: found.failure });
      const { link, page } = found.value;
      if (link.purpose === 'confirmEmail') return fail({ link: 'unknown' });
      if (password !== repeated) return fail({ password: 'different', page });
      const account = await storage.accounts.read((reader) => reader.account(link.username));
      const identity = account && (await identityOf(context, account));
      if (!account || !identity) return fail({ link: 'closed' });
      const weakness = context.policy(password, [...personalWords(identity), link.address]);
      if (weakness !== undefined) return fail({ password: weakness, page });
      const hash = await passwords.hash(password);
      if (hash === undefined) return fail({ password: 'busy', page });
      const facts = await mailFactsOf(context, account);
      const fault = await spend(secret, async (transaction, after, { username, purpose }, profile) => {
        const { school } = account;
        const act = purpose === 'activate' ? 'passwordChanged' : 'passwordReset';
        await transaction.addEvent({ at: now(), school, username, act, details: {} });
        await setOwnPassword(context, transaction, after, { profile: { language, ...profile }, hash });
        if (profile.email)
          await postOffice.queue(transaction, {
            ...mailTo(account, profile.email.address),
            kind: 'passwordChanged',
            values: facts,
          });
        return true;
      });
      return fault === undefined ? ok(page) : fail({ link: fault });
    },
  };
}
