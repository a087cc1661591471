import type { PersonId, SchoolId } from '../../../domain/base/ids.ts';
import { OPERATOR } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { Account, AccountTransaction } from '../../storage/contract/accounts.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import { mailFactsIn, mailTo } from '../../mail/mail-facts.ts';
import type { PostOffice } from '../../mail/post-office.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { changeDetails } from './change-details.ts';
import { authorsOf, bringsNews, newsOf, openingDataOf, type OpeningData } from './record-trust.ts';

/** A change of what opens somebody's accounts, to be told once it stands. */
export interface NotedChange {
  readonly change: RecordChange;
  readonly news: OpeningData;
  readonly accounts: readonly Account[];
}

/** What telling of changes works with, in the transaction that writes them. */
export interface TellContext {
  readonly accounts: AccountTransaction;
  readonly snapshot: SchoolSnapshot;
  readonly now: () => number;
  readonly postOffice: Pick<PostOffice, 'queue'>;
}

/** Notes what a record changes of the one that stands in the same transaction (undefined for a new one). */
export type RecordNoter = (
  record: RegisterRecord,
  standing: RegisterRecord | undefined,
) => Promise<NotedChange | undefined>;

/** What noting needs to know of the school. */
export interface NoterOptions {
  readonly school: SchoolId;
  readonly at: number;
  /** The addresses that ever counted for somebody. */
  readonly counted: (person: PersonId) => Promise<ReadonlySet<string>>;
}

/**
 * Notes, in the transaction that writes records, which of them change a fiscal code or an address of somebody who uses an account already:
 * what is new waits for its confirmation, whoever writes it and from wherever. A writing that is cancelled or fails takes its notes along:
 * neither does a mark stay of what was never written, nor does one go that still belongs to what stands. First values of people without
 * an account in use count at once (docs/adr/0013); an address that was taken out of use never comes back by one person's word.
 */
export function createRecordNoter(
  transaction: AccountTransaction,
  { school, at, counted }: NoterOptions,
): RecordNoter {
  // Read when the first record asks for them: a list of a year's new pupils changes nobody who is there.
  let known: Promise<Known> | undefined;
  const readKnown = async (): Promise<Known> => ({
    inUse: Map.groupBy(
      (await transaction.accountsOfSchool(school)).filter(({ activatedAt }) => activatedAt !== undefined),
      ({ person }) => person,
    ),
    waiting: new Map(
      (await transaction.recordChangesOf(school)).map((change) => [change.person, change] as const),
    ),
  });

  return async (record, standing) => {
    if (record.kind !== 'personalData') return undefined;
    const current = openingDataOf(standing?.kind === 'personalData' ? standing : undefined);
    if (isSame(current, openingDataOf(record))) return undefined;
    known ??= readKnown();
    const released = releasedBy(standing, record);
    const before = released.length > 0 ? await counted(record.person) : new Set<string>();
    const isRevival = released.some((address) => before.has(address));
    const origin = released.length > 0 ? 'clerk' : 'list';
    return await noteOne(transaction, await known, { school, record, current, at, isRevival, origin });
  };
}

interface Known {
  readonly inUse: ReadonlyMap<PersonId, readonly Account[]>;
  readonly waiting: Map<PersonId, RecordChange>;
}

interface Writing {
  readonly school: SchoolId;
  readonly record: PersonalData;
  readonly current: OpeningData;
  readonly at: number;
  /** Whether an address comes back that was taken out of use. */
  readonly isRevival: boolean;
  readonly origin: NonNullable<RecordChange['origin']>;
}

/** The addresses that were held back and count from this record on: a clerk's word, since no list releases any. */
function releasedBy(standing: RegisterRecord | undefined, record: PersonalData): readonly string[] {
  const held = standing?.kind === 'personalData' ? (standing.unconfirmedEmails ?? []) : [];
  if (held.length === 0) return [];
  const next = openingDataOf(record).emails;
  return openingDataOf({ emails: held }).emails.filter((address) => next.includes(address));
}

async function noteOne(
  transaction: AccountTransaction,
  { inUse, waiting: marks }: Known,
  { school, record, current, at, isRevival, origin }: Writing,
): Promise<NotedChange | undefined> {
  const { person, author: by } = record;
  const accounts = inUse.get(person) ?? [];
  const next = openingDataOf(record);
  const waiting = marks.get(person);
  const counted: OpeningData = waiting ?? current;
  if (!bringsNews(counted, next)) {
    // The change was taken back: there is nothing left to confirm.
    if (waiting) await transaction.removeRecordChange(school, person);
    marks.delete(person);
    return undefined;
  }
  // What waits already goes on waiting, whoever stops using the account meanwhile.
  if (accounts.length === 0 && !waiting && !isRevival) return undefined;
  if (waiting && !bringsNews(current, next)) return undefined;
  const { fiscalCode, emails } = counted;
  const change: RecordChange = {
    school,
    person,
    ...(fiscalCode === undefined ? {} : { fiscalCode }),
    emails,
    by,
    // Whoever wrote any of what waits must not be the one who confirms it, also when a colleague has written after.
    authors: [...new Set([...(waiting ? authorsOf(waiting) : []), by])],
    origin,
    at,
  };
  await transaction.saveRecordChange(change);
  marks.set(person, change);
  return { change, news: newsOf(change, next), accounts };
}

function isSame(one: OpeningData, other: OpeningData): boolean {
  return (
    one.fiscalCode === other.fiscalCode &&
    one.emails.length === other.emails.length &&
    one.emails.every((address) => other.emails.includes(address))
  );
}

/**
 * Puts changes into the register of operations, under the account and in the name of whoever wrote them, and queues a message to the owner:
 * at the confirmed address, else at one that the record had before.
 */
export async function tellOfRecordChanges(
  { accounts: transaction, snapshot, now, postOffice }: TellContext,
  noted: readonly NotedChange[],
): Promise<void> {
  for (const { change, news, accounts } of noted) {
    const { school, by } = change;
    const [first] = accounts;
    if (!first) continue;
    const values = mailFactsIn(snapshot, first);
    const author = await usernameOf(transaction, school, by);
    const told = new Set<string>();
    for (const { username, profile } of accounts) {
      const details = changeDetails(change, news);
      await transaction.addEvent({ at: now(), school, username, by: author, act: 'recordChanged', details });
      const own = await transaction.profile(profile);
      const to = own?.email?.address ?? change.emails[0];
      if (to === undefined || told.has(to)) continue;
      told.add(to);
      await postOffice.queue(transaction, {
        ...mailTo({ school, username }, to),
        kind: 'recordChanged',
        values,
      });
    }
  }
}

/** The account under which a member of the staff acts; whoever the school does not know has written on the server's own machine. */
async function usernameOf(
  transaction: AccountTransaction,
  school: SchoolId,
  person: PersonId,
): Promise<string> {
  const accounts = await transaction.accountsOfSchool(school);
  const own = accounts.find((account) => account.person === person && account.kind === 'staff');
  return own?.username ?? OPERATOR;
}
