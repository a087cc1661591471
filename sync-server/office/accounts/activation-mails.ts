import { ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { ActReport } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { Account, AccountTransaction } from '../../storage/contract/accounts.ts';
import { heldBackOf } from '../../identity/proofs/once-counted.ts';
import { countingData, snapshotDataOf } from '../../identity/proofs/record-trust.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { actOnEach, type SkipReason } from '../act/act-report.ts';
import { isLeaver, recordAddress } from './office-accounts.ts';
import {
  officeEvent,
  officeInTransaction,
  officeOf,
  type Office,
  type OfficeContext,
} from '../act/office.ts';

/** The office's messages with a link that activates an account: a password is never mailed. */
export interface ActivationMails {
  mail(who: SignedIn, usernames: readonly string[]): Promise<Result<ActReport, Failure>>;
  /** Reminds everybody who has never activated an account, once (S9); the report names those who have no address. */
  remind(who: SignedIn): Promise<Result<ActReport, Failure>>;
}

/** Messages that have reached somebody, or will. */
const ARRIVES: ReadonlySet<string> = new Set(['queued', 'sent', 'printed']);

/** Queues links to the addresses of the school's record; link, message and note of the act are one transaction. */
export function createActivationMails(context: OfficeContext): ActivationMails {
  const { storage, postOffice, links } = context;

  const reasonForNoAddress = async ({ snapshot, school }: Office, account: Account): Promise<SkipReason> => {
    // One that counts but for a change that waits.
    if (recordAddress(snapshot, account) !== undefined) return 'addressWaits';
    const addresses = snapshot.unconfirmedEmailsOf.get(account.person);
    if (addresses === undefined) return 'noAddress';
    const held = await storage.read(school, (reader) =>
      heldBackOf(reader, new Map([[account.person, addresses]])),
    );
    return (held.get(account.person)?.doubted.length ?? 0) > 0 ? 'addressInDoubt' : 'addressReplaced';
  };

  const queue = async (
    transaction: AccountTransaction,
    office: Office,
    account: Account,
    kind: 'activate' | 'reminder',
  ): Promise<SkipReason | 'done'> => {
    if (account.state !== 'issued') return account.state;
    const { snapshot } = office;
    const { username, profile, school } = account;
    // A link opens the account: it goes to no address that one person alone has written (docs/adr/0013).
    const change = await transaction.recordChange(school, account.person);
    const [to] = countingData(snapshotDataOf(snapshot, account.person), change).emails;
    const person = snapshot.people.get(account.person);
    if (to === undefined) return await reasonForNoAddress(office, account);
    if (!person) return 'noAddress';
    const link = await links.issue(transaction, { purpose: 'activate', profile, username, address: to });
    const { name = school, phone = '', email = '' } = snapshot.school ?? {};
    const contacts = [phone, email].filter((contact) => contact !== '').join(' · ');
    const child =
      account.kind === 'student' ? undefined : account.pupil && snapshot.people.get(account.pupil);
    // The older message would lead to a link that this one has closed.
    await postOffice.cancel(transaction, username, ['activate', 'reminder']);
    await postOffice.queue(transaction, {
      kind,
      school,
      username,
      to,
      values: {
        name: `${person.givenName} ${person.surname}`,
        schoolName: name,
        link,
        ...(contacts === '' ? {} : { contacts }),
        ...(child ? { child: `${child.givenName} ${child.surname}` } : {}),
      },
    });
    return 'done';
  };

  return {
    async mail(who, usernames) {
      const found = await officeOf(context, who);
      if (!found.ok) return found;
      const report = await storage.accounts.transaction(async (transaction) => {
        const office = await officeInTransaction(context, transaction, who);
        return await actOnEach(transaction, office, usernames, async (account) => {
          const outcome = await queue(transaction, office, account, 'activate');
          if (outcome === 'done')
            await transaction.addEvent(officeEvent(office, account.username, 'mailQueued'));
          return outcome;
        });
      });
      postOffice.wake();
      return ok(report);
    },
    async remind(who) {
      const found = await officeOf(context, who);
      if (!found.ok) return found;
      const report = await storage.accounts.transaction(async (transaction) => {
        const office = await officeInTransaction(context, transaction, who);
        const accounts = await transaction.accountsOfSchool(office.school);
        const asleep = accounts.filter(
          (account) =>
            account.state === 'issued' && account.remindedAt === undefined && !isLeaver(office, account),
        );
        const usernames = asleep.map(({ username }) => username);
        const mails = await transaction.lastMails(office.school, ['activate']);
        const onTheirWay = new Set(
          mails.flatMap(({ username, state }) => (ARRIVES.has(state) ? username : [])),
        );
        return await actOnEach(transaction, office, usernames, async (account) => {
          // Somebody may be about to open it: a reminder would void it.
          if (onTheirWay.has(account.username) && (await hasOpenLink(transaction, account, office.at)))
            return 'hasLink';
          const outcome = await queue(transaction, office, account, 'reminder');
          if (outcome !== 'done') return outcome;
          await transaction.saveAccount({ ...account, remindedAt: office.at });
          await transaction.addEvent(officeEvent(office, account.username, 'reminderSent'));
          return 'done';
        });
      });
      postOffice.wake();
      return ok(report);
    },
  };
}

async function hasOpenLink(
  transaction: AccountTransaction,
  { profile, username }: Account,
  at: number,
): Promise<boolean> {
  const links = await transaction.linksOfProfile(profile);
  return links.some(
    (link) =>
      link.purpose === 'activate' &&
      link.username === username &&
      link.closedAt === undefined &&
      at < link.expiresAt,
  );
}
