import { setImmediate as nextTurnOfLoop } from 'node:timers/promises';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { SCHOOL_RECORD_ID, type School } from '../../../domain/kinds/school/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { NO_ROSTER, RosterMoved, type RosterStore } from '../../roster/roster-store.ts';
import type { RosterTextStore } from '../../roster/thread/import-in-thread.ts';
import type { SchoolReader, SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import { saveActivated } from './save-activated.ts';
import { refusedIn, withoutRefused, type Change } from '../../identity/proofs/without-refused.ts';
import { createFollowing } from './following.ts';
import { createRosterWriter, type ArrivalOf } from '../act/roster-writer.ts';

/** Records checked before others have their turn: a few milliseconds. */
const SLICE = 100;
/** Records that one transaction writes: some sixty milliseconds. More are written in slices. */
const MOST_AT_ONCE = 2000;
const ROSTER_COLLECTIONS = ['settings', 'roster', 'timetable'] as const satisfies readonly CollectionName[];

/** What the roster store needs beside the storage. */
export interface RosterStoreOptions {
  readonly now?: () => number;
  readonly arrivalOf?: ArrivalOf;
  /** Told of every write, so that connected devices learn of it. */
  readonly onWritten?: (school: SchoolId, records: readonly RegisterRecord[]) => void;
}

/** Throws where a writing must not happen (any more): asked in its transaction, which then writes nothing. */
export type WriteGuard = (transaction: SchoolTransaction) => Promise<void>;

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
}

/** The roster store over a storage: validates, skips what already stands, and writes each batch in one transaction. */
export function createRosterStore(storage: Storage, options: RosterStoreOptions = {}): ServerRosterStore {
  const { now = Date.now, arrivalOf, onWritten } = options;
  const writer = createRosterWriter(now, arrivalOf);
  const following = createFollowing(storage, writer);

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
      const written = await storage.transaction(school, async (transaction) => {
        await guard?.(transaction);
        if (basedOn !== undefined && basedOn !== (await versionOf(transaction))) throw new RosterMoved();
        return await writer.write(transaction, school, records);
      });
      tell(school, written);
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
        const slice = records.slice(start, start + SLICE).map((record) => writer.check(school, record));
        const found = await storage.read(school, (reader) => writer.changesOf(reader, slice));
        changes.push(
          ...withoutRefused(found, await storage.accounts.read((reader) => refusedIn(reader, slice))),
        );
        await nextTurnOfLoop();
        signal?.throwIfAborted();
      }
      const versions = writer.stamped(changes.map(({ version }) => version));
      const written = versions.map(({ record }) => record);
      // In the transaction that decides: what waits for a confirmation is noted and told with the writing or not at all.
      const decide = async (transaction: SchoolTransaction) => {
        await guard?.(transaction);
        if (basedOn !== (await versionOf(transaction))) throw new RosterMoved();
        await writer.note(transaction, school, changes);
      };
      if (versions.length <= MOST_AT_ONCE) {
        const alsoWritten = await storage.transaction(school, async (transaction) => {
          await decide(transaction);
          await transaction.append(versions);
          return await writer.follow(transaction, school, written);
        });
        return tell(school, [...written, ...alsoWritten]);
      }
      // What an earlier writing has left undone stands before this one.
      tell(school, await following.complete(school));
      // Once it is decided, whoever comes next completes it, and what follows with it.
      const check = async (transaction: SchoolTransaction) => {
        await decide(transaction);
        await following.note(transaction, school, written);
      };
      await storage.appendInSlices(school, versions, { check, signal });
      tell(school, [...written, ...(await following.complete(school))]);
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
