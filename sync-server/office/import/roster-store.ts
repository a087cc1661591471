import { setImmediate as nextTurnOfLoop } from 'node:timers/promises';
import { toInstant, type SchoolId } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { SCHOOL_RECORD_ID, type School } from '../../../domain/kinds/school/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { samePayload } from '../../../domain/entries/merge.ts';
import { toPlainTexts } from '../../base/plain-text.ts';
import { NO_ROSTER, RosterMoved, type RosterStore } from '../../roster/roster-store.ts';
import type { RosterTextStore } from '../../roster/thread/import-in-thread.ts';
import type { NewVersion, SchoolReader, SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import { saveActivated } from './save-activated.ts';
import { createPostOffice } from '../../mail/post-office.ts';
import {
  createRecordNoter,
  tellOfRecordChanges,
  type NotedChange,
  type RecordNoter,
} from '../../identity/proofs/note-record-changes.ts';
import { onceCounted } from '../../identity/proofs/once-counted.ts';
import { refusedIn, withoutRefused, type Change } from '../../identity/proofs/without-refused.ts';
import { daysInNewClasses } from '../../kinds/attendance-day/class-change.ts';
import { recordValidator, type RecordValidator } from '../../register/batch/record-validators.ts';

/** How writes of the office's own services are named in the history. */
const OFFICE_DEVICE = 'server';
/** Records checked before others have their turn: a few milliseconds. */
const SLICE = 100;
/** Records that one transaction writes: some sixty milliseconds. More are written in slices. */
const MOST_AT_ONCE = 2000;
const ROSTER_COLLECTIONS = ['settings', 'roster', 'timetable'] as const satisfies readonly CollectionName[];

/** What the roster store needs beside the storage. */
export interface RosterStoreOptions {
  readonly now?: () => number;
  /** Told of every write, so that connected devices learn of it. */
  readonly onWritten?: (school: SchoolId, records: readonly RegisterRecord[]) => void;
}

/** Throws where a writing must not happen (any more): asked in its transaction, which then writes nothing. */
export type WriteGuard = (transaction: SchoolTransaction) => Promise<void>;

/** What one slice has written. */
interface Appended {
  readonly written: readonly RegisterRecord[];
  readonly noted: readonly NotedChange[];
}

/** The roster store of a server, where the office changes the school's own record too. */
export interface ServerRosterStore extends RosterStore, RosterTextStore {
  write(
    school: SchoolId,
    records: readonly RegisterRecord[],
    basedOn?: string,
    guard?: WriteGuard,
  ): Promise<void>;
  writeSlowly(
    school: SchoolId,
    records: readonly RegisterRecord[],
    basedOn: string,
    signal?: AbortSignal,
    guard?: WriteGuard,
  ): Promise<void>;
  /**
   * Writes what `change` makes of the school's record as it stands when nobody else can write, so that two clerks who change different
   * things of it at once both find theirs in it. Undefined for a school without a record; a failure of `change` writes nothing.
   */
  changeSchool<F>(
    school: SchoolId,
    change: (record: School) => Result<School, F>,
    guard?: WriteGuard,
  ): Promise<Result<School, F> | undefined>;
}

/** The roster store over a storage: validates, skips what already stands, and writes each batch in one transaction. */
export function createRosterStore(storage: Storage, options: RosterStoreOptions = {}): ServerRosterStore {
  const { now = Date.now, onWritten } = options;
  const validate = recordValidator();
  // Whoever sends looks for new messages by itself.
  const noting = { storage, now, postOffice: createPostOffice({ now, wakeSender: undefined }) };

  /** Appends what does not stand already, with a note of what of it has to be confirmed; answers both. */
  async function append(
    transaction: SchoolTransaction,
    versions: readonly NewVersion[],
    note: RecordNoter,
  ): Promise<Appended> {
    const changes = withoutRefused(
      await changesOf(transaction, versions),
      await refusedIn(transaction.accounts, versions),
    );
    const noted = await notesOn(changes, note);
    const changed = changes.map(({ version }) => version);
    await transaction.append(stamped(changed));
    const records = changed.map(({ record }) => record);
    return { written: [...records, ...(await moveDays(transaction, records))], noted };
  }

  /** The days of pupils whose class these records change, in both classes; answers them. */
  async function moveDays(
    transaction: SchoolTransaction,
    records: readonly RegisterRecord[],
  ): Promise<readonly RegisterRecord[]> {
    const moved = await daysInNewClasses(transaction, records, toInstant(now()));
    await transaction.append(moved);
    return moved.map(({ record }) => record);
  }

  function stamped(versions: readonly NewVersion[]): readonly NewVersion[] {
    const receivedAt = toInstant(now());
    return versions.map((version) => ({ ...version, record: { ...version.record, receivedAt } }));
  }

  const noterOf = (school: SchoolId, transaction: SchoolTransaction) =>
    createRecordNoter(transaction.accounts, {
      school,
      at: now(),
      counted: async (person) => await onceCounted(transaction, person),
    });

  function tell(school: SchoolId, written: readonly RegisterRecord[]): void {
    if (written.length > 0) onWritten?.(school, written);
  }

  return {
    async schools() {
      const found: School[] = [];
      for (const school of await storage.schools()) {
        const documents = await storage.read(school, (reader) =>
          reader.documents('settings', [SCHOOL_RECORD_ID]),
        );
        const json = documents.get(SCHOOL_RECORD_ID);
        if (json !== undefined) found.push(storedRecord(json) as School);
      }
      return found;
    },
    async readRoster(school) {
      return await storage.read(school, async (reader) => {
        const texts = await Promise.all(ROSTER_COLLECTIONS.map((name) => reader.collection(name)));
        return { records: texts.flat().map((json) => storedRecord(json)), version: await versionOf(reader) };
      });
    },
    async write(school, records, basedOn, guard) {
      // A file says what it says: a text in it that cannot be kept loses what is wrong with it, and nothing else.
      const checked = records.map((record) => check(validate, school, toPlainTexts(record)));
      const { written, noted } = await storage.transaction(school, async (transaction) => {
        await guard?.(transaction);
        if (basedOn !== undefined && basedOn !== (await versionOf(transaction))) throw new RosterMoved();
        return await append(transaction, checked, noterOf(school, transaction));
      });
      tell(school, written);
      await tellOfRecordChanges(noting, noted);
    },
    async readRosterTexts(school) {
      return await storage.read(school, async (reader) => {
        const texts = await Promise.all(ROSTER_COLLECTIONS.map((name) => reader.collection(name)));
        return { texts: texts.flat(), version: await versionOf(reader) };
      });
    },
    async writeSlowly(school, records, basedOn, signal, guard) {
      // Whatever can be done before the write lock is taken: everybody else's writes wait for that.
      const changes: Change[] = [];
      for (let start = 0; start < records.length; start += SLICE) {
        const slice = records
          .slice(start, start + SLICE)
          .map((record) => check(validate, school, toPlainTexts(record)));
        const found = await storage.read(school, (reader) => changesOf(reader, slice));
        changes.push(
          ...withoutRefused(found, await storage.accounts.read((reader) => refusedIn(reader, slice))),
        );
        await nextTurnOfLoop();
        signal?.throwIfAborted();
      }
      const versions = stamped(changes.map(({ version }) => version));
      const written = versions.map(({ record }) => record);
      let noted: readonly NotedChange[] = [];
      // In the transaction that decides: what waits for a confirmation is noted with the writing or not at all.
      const decide = async (transaction: SchoolTransaction) => {
        await guard?.(transaction);
        if (basedOn !== (await versionOf(transaction))) throw new RosterMoved();
        noted = await notesOn(changes, noterOf(school, transaction));
      };
      const isLarge = versions.length > MOST_AT_ONCE;
      if (isLarge) await storage.appendInSlices(school, versions, { check: decide, signal });
      const moved = await storage.transaction(school, async (transaction) => {
        if (!isLarge) {
          await decide(transaction);
          await transaction.append(versions);
        }
        return await moveDays(transaction, written);
      });
      tell(school, [...written, ...moved]);
      await tellOfRecordChanges(noting, noted);
    },
    async changeSchool(school, change, guard) {
      const { result, written } = await storage.transaction(school, async (transaction) => {
        await guard?.(transaction);
        const json = (await transaction.documents('settings', [SCHOOL_RECORD_ID])).get(SCHOOL_RECORD_ID);
        const changed = json === undefined ? undefined : change(storedRecord(json) as School);
        if (!changed?.ok) return { result: changed, written: [] };
        return {
          result: changed,
          ...(await append(
            transaction,
            [check(validate, school, changed.value)],
            noterOf(school, transaction),
          )),
        };
      });
      tell(school, written);
      return result;
    },
    async saveAccounts(accounts) {
      await storage.accounts.transaction(async (transaction) => {
        for (const account of accounts) await saveActivated(transaction, account, now());
      });
    },
  };
}

async function versionOf(reader: SchoolReader): Promise<string> {
  const heads = await reader.heads();
  if (ROSTER_COLLECTIONS.every((name) => heads[name] === undefined)) return NO_ROSTER.version;
  return ROSTER_COLLECTIONS.map((name) => heads[name] ?? 0).join('.');
}

function check(validate: RecordValidator, school: SchoolId, record: RegisterRecord): NewVersion {
  const collection = kindOf(record).collection;
  const result = validate(collection, record);
  if (!result.ok) throw new Error(`Not a valid ${record.kind}: ${record.id}, field "${result.failure.path}"`);
  if (record.school !== school) throw new Error(`Record ${record.id} belongs to another school`);
  return { collection, record, device: OFFICE_DEVICE, outcome: 'stored' };
}

async function changesOf(reader: SchoolReader, versions: readonly NewVersion[]): Promise<readonly Change[]> {
  const current = await currentStates(reader, versions);
  return versions.flatMap((version) => {
    const { collection, record } = version;
    const standing = current.get(key(collection, record.id));
    current.set(key(collection, record.id), record);
    return standing !== undefined && samePayload(standing, record) ? [] : [{ version, standing }];
  });
}

async function notesOn(changes: readonly Change[], note: RecordNoter): Promise<readonly NotedChange[]> {
  const noted: NotedChange[] = [];
  for (const { version, standing } of changes) {
    const news = await note(version.record, standing);
    if (news) noted.push(news);
  }
  return noted;
}

async function currentStates(
  reader: SchoolReader,
  versions: readonly NewVersion[],
): Promise<Map<string, RegisterRecord>> {
  const states = new Map<string, RegisterRecord>();
  for (const [collection, own] of Map.groupBy(versions, (version) => version.collection)) {
    const ids = own.map(({ record }) => record.id);
    for (const [id, json] of await reader.documents(collection, ids))
      states.set(key(collection, id), storedRecord(json));
  }
  return states;
}

function key(collection: CollectionName, id: string): string {
  return `${collection}/${id}`;
}
