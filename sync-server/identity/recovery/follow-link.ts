import type { SchoolId } from '../../../domain/base/ids.ts';
import { randomUUID } from 'node:crypto';
import { must } from '../../../domain/base/assert.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { PasswordFault } from '../../../domain/protocol/endpoints/account/account-reasons.ts';
import type { MailLanguage } from '../../../domain/protocol/mail-language.ts';
import type {
  Account,
  AccountReader,
  AccountTransaction,
  Link,
  LinkPurpose,
  Profile,
} from '../../storage/contract/accounts.ts';
import type { Proof } from '../../storage/contract/session.ts';
import { OF_THE_ACCOUNT } from '../../mail/message.ts';
import { changeAccounts, isAsSeen, type AfterCommit } from '../accounts/account-change.ts';
import { mailFactsOf, mailTo } from '../../mail/mail-facts.ts';
import { setOwnPassword } from '../accounts/own-password.ts';
import { personalWords } from '../../../domain/protocol/personal-words.ts';
import { decide } from '../proofs/decide.ts';
import { countingDataOf, recordDataOf } from '../proofs/record-data.ts';
import { targetOf } from '../proofs/target-of.ts';
import { identityOf } from '../accounts/identity.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';

/** Why a link does nothing. `taken`: the address has meanwhile become somebody else's; `inactive`: the account opens nothing any more. */
export type LinkFault = 'unknown' | 'expired' | 'closed' | 'blocked' | 'taken' | 'inactive';

/** Why a password from a link's page is not taken. */
export type PasswordProblem = PasswordFault | 'different' | 'busy';

/** What a link does, as its page shows it. */
export interface LinkPage {
  readonly purpose: LinkPurpose;
  readonly username: string;
  readonly school: SchoolId;
  readonly schoolName: string;
  readonly address: string;
  /** The new password is for this account alone, which leaves its portfolio with it (docs/adr/0013). */
  readonly isForOneAccount: boolean;
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
  readonly account: Account;
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
      const profile = await reader.profile(own.link.profile);
      const account = profile && (await accountOf(reader, own.link));
      return account ? { link: own.link, account, profile } : 'closed';
    });
    if (typeof found === 'string') return fail(found);
    const { link, account, profile } = found;
    if (account.state === 'blocked') return fail('blocked');
    const isForOneAccount = await reachOf(link, account, profile);
    if (typeof isForOneAccount === 'string') return fail(isForOneAccount);
    const { schoolName } = await mailFactsOf(context, account);
    const { purpose, address } = link;
    const { username, school } = account;
    const page = { purpose, username, school, schoolName, address, isForOneAccount };
    return ok({ link, account, profile, page });
  }

  /**
   * Whether a new password is for one account alone. A link proves that a mailbox was read: the confirmed one of the profile, or one that
   * the school still has on record for the person.
   */
  async function reachOf(link: Link, account: Account, profile: Profile): Promise<boolean | LinkFault> {
    if (link.purpose === 'confirmEmail') return false;
    if (!(await identityOf(context, account))) return 'inactive';
    const decision = decide(
      'setPassword',
      await proofsOf(link, account, profile),
      await targetOf(context, account, profile),
    );
    return decision.kind === 'yes' ? decision.reach === 'account' : 'closed';
  }

  async function proofsOf(link: Link, account: Account, profile: Profile): Promise<readonly Proof[]> {
    const at = now();
    const { username } = account;
    if (profile.email?.address === link.address) return [{ by: 'confirmedAddress', profile: profile.id, at }];
    // An account that was never used is the office's to give: what it mails to is what it has written down.
    const { emails } =
      account.state === 'issued'
        ? await recordDataOf(context, account)
        : await countingDataOf(context, account);
    return emails.includes(link.address) ? [{ by: 'recordAddress', username, at }] : [];
  }

  /** Does what the link is for, if it still is the same when the transaction has begun, and closes it. */
  async function spend(
    secret: string,
    work: (
      transaction: AccountTransaction,
      after: AfterCommit,
      link: Link,
      profile: Profile,
    ) => Promise<LinkFault | undefined>,
  ): Promise<LinkFault | undefined> {
    return await changeAccounts(context, async (transaction, after) => {
      const found = await links.find(transaction, secret);
      if (found.state !== 'open') return found.state;
      const { link } = found;
      const profile = await transaction.profile(link.profile);
      if (!profile) return 'closed';
      const fault = await work(transaction, after, link, profile);
      if (fault !== undefined) return fault;
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
      const fault = await spend(secret, async (transaction, after, { address }, profile) => {
        const owner = await transaction.profileByEmail(address);
        if (profile.pendingEmail?.address !== address || (owner && owner.id !== profile.id)) return 'taken';
        const { pendingEmail: _confirmed, ...rest } = profile;
        await transaction.saveProfile({ ...rest, email: { address, confirmedAt: now() } });
        const { school, username } = found.value.account;
        await transaction.addEvent({ at: now(), school, username, act: 'emailConfirmed', details: {} });
        const accounts = await transaction.accountsOfProfile(profile.id);
        after.changed(accounts.map((account) => account.username));
        return undefined;
      });
      return fault === undefined ? ok(found.value.page) : fail({ link: fault });
    },

    async setPassword(secret, { password, repeated, language }) {
      const found = await find(secret);
      if (!found.ok) return fail({ link: found.failure });
      const { link, page, account, profile: before } = found.value;
      if (link.purpose === 'confirmEmail') return fail({ link: 'unknown' });
      if (password !== repeated) return fail({ password: 'different', page });
      const identity = await identityOf(context, account);
      if (!identity) return fail({ link: 'inactive' });
      const isSame = await passwords.verify(password, before.password.hash);
      if (isSame === true) return fail({ password: 'sameAsBefore', page });
      const weakness = context.policy(password, [...personalWords(identity), link.address]);
      if (weakness !== undefined) return fail({ password: weakness, page });
      const hash = isSame === undefined ? undefined : await passwords.hash(password);
      if (hash === undefined) return fail({ password: 'busy', page });
      const facts = await mailFactsOf(context, account);
      const fault = await spend(secret, async (transaction, after, { username, purpose }, profile) => {
        const { school } = account;
        // The office may have blocked the account meanwhile, or given it a profile of its own: there it stays.
        const current = await transaction.account(username);
        if (current?.state === 'blocked') return 'blocked';
        if (current?.profile !== profile.id || !isAsSeen(profile, before)) return 'closed';
        const act = purpose === 'activate' ? 'passwordChanged' : 'passwordReset';
        const details = page.isForOneAccount ? { separated: true } : {};
        await transaction.addEvent({ at: now(), school, username, act, details });
        const own = page.isForOneAccount
          ? await leave(context, transaction, after, { username, profile })
          : { language, ...profile };
        await setOwnPassword(context, transaction, after, { profile: { language, ...own }, hash });
        if (profile.email)
          await postOffice.queue(transaction, {
            ...mailTo(account, profile.email.address),
            kind: 'passwordChanged',
            values: { ...facts, ...(page.isForOneAccount && { hasLeft: true }) },
          });
        return undefined;
      });
      return fault === undefined ? ok(page) : fail({ link: fault });
    },
  };
}

/**
 * The account that a link is about. An address that waits is the profile's: where the account through which it was given has left, or is
 * blocked, another one of the profile stands for it (S24, S26).
 */
async function accountOf(reader: AccountReader, link: Link): Promise<Account | undefined> {
  const account = await reader.account(link.username);
  const isTheirs = account?.profile === link.profile;
  if (link.purpose !== 'confirmEmail') return isTheirs ? account : undefined;
  if (isTheirs && account.state !== 'blocked') return account;
  const all = await reader.accountsOfProfile(link.profile);
  return all.find(({ state }) => state !== 'blocked') ?? all[0];
}

/**
 * Takes an account out of its portfolio, as it is: one school's record proves nothing of the other accounts (docs/adr/0013). The second
 * factor goes with it, so that a mailbox alone does not open what needed more.
 */
async function leave(
  { now, postOffice, secondFactors }: Pick<IdentityContext, 'now' | 'postOffice' | 'secondFactors'>,
  transaction: AccountTransaction,
  after: AfterCommit,
  { username, profile }: { readonly username: string; readonly profile: Profile },
): Promise<Profile> {
  const account = must(await transaction.account(username), 'the link was found with its account');
  const { secondFactor, language, password } = profile;
  const id = randomUUID();
  const own: Profile = {
    id,
    password,
    ...(secondFactor ? { secondFactor: secondFactors.move(secondFactor, profile.id, id) } : {}),
    ...(language ? { language } : {}),
    createdAt: now(),
  };
  await transaction.saveProfile(own);
  await transaction.saveAccount({ ...account, profile: own.id });
  await postOffice.cancel(transaction, username, OF_THE_ACCOUNT);
  const { school } = account;
  await transaction.addEvent({
    at: now(),
    school,
    username,
    act: 'separated',
    details: { by: 'recordAddress' },
  });
  const others = await transaction.accountsOfProfile(profile.id);
  after.changed(others.map((other) => other.username));
  return own;
}
