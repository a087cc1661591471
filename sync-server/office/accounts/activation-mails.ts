import { ok } from '../../../domain/base/result.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Account, AccountTransaction } from '../../storage/contract/accounts.ts';
import { heldBackOf } from '../../identity/proofs/once-counted.ts';
import { countingData, snapshotDataOf } from '../../identity/proofs/record-trust.ts';
import { actOnEach, type SkipReason } from '../act/act-report.ts';
import { defineAct } from '../act/define-act.ts';
import { isLeaver, recordAddress } from './office-accounts.ts';
import { isInReach, type OfficeAct, type OfficeContext } from '../act/office.ts';

/** What a message needs of the act that queues it. */
type Parties = Pick<OfficeAct, 'snapshot' | 'records' | 'accounts'>;

/** Messages that have reached somebody, or will. */
const ARRIVES: ReadonlySet<string> = new Set(['queued', 'sent', 'printed']);

/** Sends the office's message with a link that activates an account: a password is never mailed. */
export const mailAccounts = defineAct(ofAccounts.mailAccounts, (context) => {
  const queue = createQueue(context);
  return async (act, { body: { usernames } }) => {
    const report = await actOnEach(act, usernames, async (account) => {
      const outcome = await queue(act, account, 'activate');
      if (outcome === 'done') await act.note(account.username, 'mailQueued');
      return outcome;
    });
    return ok(report);
  };
});

/** Reminds everybody who has never activated an account, once (S9); the report names those who have no address. */
export const remindAccounts = defineAct(ofAccounts.remindAccounts, (context) => {
  const queue = createQueue(context);
  return async (act) => {
    const { accounts: transaction } = act;
    const accounts = await transaction.accountsOfSchool(act.school);
    const asleep = accounts.filter(
      (account) =>
        account.state === 'issued' &&
        account.remindedAt === undefined &&
        isInReach(act.reach, account.kind) &&
        !isLeaver(act, account),
    );
    const usernames = asleep.map(({ username }) => username);
    const mails = await transaction.lastMails(act.school, ['activate']);
    const onTheirWay = new Set(mails.flatMap(({ username, state }) => (ARRIVES.has(state) ? username : [])));
    const report = await actOnEach(act, usernames, async (account) => {
      // Somebody may be about to open it: a reminder would void it.
      if (onTheirWay.has(account.username) && (await hasOpenLink(transaction, account, act.at)))
        return 'hasLink';
      const outcome = await queue(act, account, 'reminder');
      if (outcome !== 'done') return outcome;
      await transaction.saveAccount({ ...account, remindedAt: act.at });
      await act.note(account.username, 'reminderSent');
      return 'done';
    });
    return ok(report);
  };
});

/** Queues links to the addresses of the school's record; link, message and note of the act are one transaction. */
function createQueue({ postOffice, links }: OfficeContext) {
  const reasonForNoAddress = async (
    { snapshot, records }: Parties,
    account: Account,
  ): Promise<SkipReason> => {
    // One that counts but for a change that waits.
    if (recordAddress(snapshot, account) !== undefined) return 'addressWaits';
    const addresses = snapshot.unconfirmedEmailsOf.get(account.person);
    if (addresses === undefined) return 'noAddress';
    const held = await heldBackOf(records, new Map([[account.person, addresses]]));
    return (held.get(account.person)?.doubted.length ?? 0) > 0 ? 'addressInDoubt' : 'addressReplaced';
  };

  return async (
    act: Parties,
    account: Account,
    kind: 'activate' | 'reminder',
  ): Promise<SkipReason | 'done'> => {
    if (account.state !== 'issued') return account.state;
    const { accounts: transaction, snapshot } = act;
    const { username, profile, school } = account;
    // A link opens the account: it goes to no address that one person alone has written (docs/adr/0013).
    const change = await transaction.recordChange(school, account.person);
    const [to] = countingData(snapshotDataOf(snapshot, account.person), change).emails;
    const person = snapshot.people.get(account.person);
    if (to === undefined) return await reasonForNoAddress(act, account);
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
