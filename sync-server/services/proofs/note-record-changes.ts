import type { PersonId, SchoolId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/records/collections.ts';
import type { PersonalData } from '../../../domain/records/personal-data.ts';
import type { Account, AccountTransaction, RecordChange } from '../../storage/accounts.ts';
import type { Storage } from '../../storage/storage.ts';
import { mailFactsOf, mailTo } from '../profile/mail-facts.ts';
import type { PostOffice } from '../mail/post-office.ts';
import { createSchoolDirectory } from '../school-directory.ts';
import { bringsNews, openingDataOf, type OpeningData } from './record-trust.ts';

/** A change of what opens somebody's accounts, to be told once it stands. */
export interface NotedChange {
  readonly change: RecordChange;
  readonly fields: string;
  readonly accounts: readonly Account[];
}

/** What noting works with. */
export interface NoteContext {
  readonly storage: Storage;
  readonly now: () => number;
  readonly postOffice: Pick<PostOffice, 'queue'>;
}

/**
 * Notes, before records are written, which of them change a fiscal code or an address of somebody who uses an account already: what is new
 * waits for its confirmation, whoever writes it and from wherever. Should the writing fail, nothing has been taken from anybody. First
 * values of people without an account in use count at once (docs/adr/0013).
 */
export async function noteRecordChanges(
  { storage, now }: Omit<NoteContext, 'postOffice'>,
  school: SchoolId,
  records: readonly RegisterRecord[],
): Promise<readonly NotedChange[]> {
  const written = records.filter((record) => record.kind === 'personalData');
  if (written.length === 0) return [];
  const before = await storage.read(school, async (reader) =>
    reader.documents(
      'roster',
      written.map(({ id }) => id),
    ),
  );
  return await storage.accounts.transaction(async (transaction) => {
    const inUse = Map.groupBy(
      (await transaction.accountsOfSchool(school)).filter(({ activatedAt }) => activatedAt !== undefined),
      ({ person }) => person,
    );
    const noted: NotedChange[] = [];
    for (const record of written) {
      const accounts = inUse.get(record.person) ?? [];
      const text = before.get(record.id);
      // Documents were validated when they were written.
      const current = openingDataOf(text === undefined ? undefined : (JSON.parse(text) as PersonalData));
      const change = await noteOne(transaction, { school, record, current, accounts, at: now() });
      if (change) noted.push(change);
    }
    return noted;
  });
}

interface Writing {
  readonly school: SchoolId;
  readonly record: PersonalData;
  readonly current: OpeningData;
  readonly accounts: readonly Account[];
  readonly at: number;
}

async function noteOne(
  transaction: AccountTransaction,
  { school, record, current, accounts, at }: Writing,
): Promise<NotedChange | undefined> {
  const { person, author: by } = record;
  const next = openingDataOf(record);
  const waiting = await transaction.recordChange(school, person);
  const counted: OpeningData = waiting ?? current;
  if (!bringsNews(counted, next)) {
    // The change was taken back: there is nothing left to confirm.
    if (waiting) await transaction.removeRecordChange(school, person);
    return undefined;
  }
  if (accounts.length === 0 || (waiting && !bringsNews(current, next))) return undefined;
  const { fiscalCode, emails } = counted;
  const change: RecordChange = {
    school,
    person,
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    emails,
    by,
    at,
  };
  await transaction.saveRecordChange(change);
  const isCode = next.fiscalCode !== undefined && next.fiscalCode !== counted.fiscalCode;
  const isAddress = next.emails.some((address) => !counted.emails.includes(address));
  const fields = [...(isCode ? ['fiscalCode'] : []), ...(isAddress ? ['emails'] : [])].join(' ');
  return { change, fields, accounts };
}

/**
 * Puts changes that stand into the register of operations, under the account and in the name of whoever wrote them, and tells the owner:
 * at the confirmed address, else at one that the record had before.
 */
export async function tellOfRecordChanges(
  { storage, now, postOffice }: NoteContext,
  noted: readonly NotedChange[],
): Promise<void> {
  const directory = createSchoolDirectory();
  for (const { change, fields, accounts } of noted) {
    const { school, by } = change;
    const [first] = accounts;
    if (!first) continue;
    const facts = await mailFactsOf({ storage, directory }, first);
    await storage.accounts.transaction(async (transaction) => {
      const author = await usernameOf(transaction, school, by);
      const told = new Set<string>();
      for (const { username, profile } of accounts) {
        const event = { at: now(), school, username, act: 'recordChanged', details: { fields } };
        await transaction.addEvent(author === undefined ? event : { ...event, by: author });
        const own = await transaction.profile(profile);
        const to = own?.email?.address ?? change.emails[0];
        if (to === undefined || told.has(to)) continue;
        told.add(to);
        await postOffice.queue(transaction, {
          ...mailTo({ school, username }, to),
          kind: 'recordChanged',
          values: facts,
        });
      }
    });
  }
}

/** The account under which a member of the staff acts; undefined for the server's operator. */
async function usernameOf(
  transaction: AccountTransaction,
  school: SchoolId,
  person: PersonId,
): Promise<string | undefined> {
  const accounts = await transaction.accountsOfSchool(school);
  return accounts.find((account) => account.person === person && account.kind === 'staff')?.username;
}
