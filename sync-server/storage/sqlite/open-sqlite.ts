import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseSync } from 'node:sqlite';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { collections } from '../../../domain/kinds/collections.ts';
import { migrations } from './migrations/migrations.ts';
import type { AccountStorage } from '../contract/accounts.ts';
import { regroup } from './bucket-layout.ts';
import { migrate } from './migrate.ts';
import { createSharedCommits, type CommitSteps, type SharedCommits } from './shared-commits.ts';
import { createTurns } from '../../../domain/base/turns.ts';
import {
  accountReaderOf,
  accountTransactionOf,
  prepareAccountReads,
  prepareAccountWrites,
} from './accounts.ts';
import { prepareReads, readerOf, type ReadStatements } from './reads.ts';
import { prepareWrites, type WriteStatements } from './write-statements.ts';
import { transactionOf } from './writes.ts';
import { createStagedWrites, prepareWholeCheck } from './staged-versions.ts';
import { StorageError } from '../contract/storage-error.ts';
import type { SchoolReader, SchoolTransaction, Storage } from '../contract/storage.ts';

/** Bounds of a database. */
export interface SqliteOptions {
  /** Size in pages above which the disk counts as full. */
  readonly maxPages?: number;
  /** Whether the database was there before: one without its tables is then a lost one, and not a new one. */
  readonly isKnown?: boolean;
}

/** Result codes of SQLite (the low byte of the extended code). */
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/**
 * Opens (and brings up to date) a SQLite database: write-ahead log, every commit on the disk before it is acknowledged.
 *
 * One connection writes and another reads, so that a reader never sees half a transaction. SQLite has one writer for all schools,
 * which makes the lock per school stricter than asked; those who wait for it share a commit.
 */
export function openSqlite(file: string, { maxPages, isKnown = false }: SqliteOptions = {}): Storage {
  const writer = openWriter(file, isKnown);
  if (maxPages !== undefined) writer.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
  const reader = connect(file);
  const reads = prepareReads(reader);
  const writes = prepareWrites(writer);
  const accountReads = prepareAccountReads(reader);
  const accountWrites = prepareAccountWrites(writer);
  const readTurns = createTurns();
  const writeTurns = createTurns();

  // What reads in the midst of a transaction cannot wait for a batch: its slices come after that transaction.
  const midst = new AsyncLocalStorage<{ isOpen: boolean }>();
  const shared = createSharedCommits(stepsOf(writes), writeTurns);
  const commits: SharedCommits = (work) =>
    shared(async () => {
      const own = { isOpen: true };
      try {
        return await midst.run(own, work);
      } finally {
        own.isOpen = false;
      }
    });
  const staged = translated(() => createStagedWrites(writer, writes, commits));
  const [readsWhole, writesWhole] = [prepareWholeCheck(reader), prepareWholeCheck(writer)];
  const read = async <T>(school: SchoolId, work: (reader: SchoolReader) => Promise<T>): Promise<T> => {
    const run = () =>
      readTurns(
        async () =>
          await within(reads.frame, async () => {
            readsWhole(school);
            return await work(readerOf(reads, school));
          }),
      );
    return midst.getStore()?.isOpen === true ? await run() : await staged.whole(run);
  };
  const once = <T>(
    school: SchoolId,
    work: (transaction: SchoolTransaction) => Promise<T>,
    decidesBatch = false,
  ) =>
    commits(async () => {
      writesWhole(school);
      // Who comes after a decided batch finds it: in the same commit they would read the school of before.
      let isAlone = decidesBatch;
      const own = transactionOf(writes, school);
      const value = await work({
        ...own,
        accounts: accountTransactionOf(accountWrites),
        async append(versions) {
          // What the office writes decides on the rights of those who come after: it stands before their work begins.
          isAlone ||= versions.some(({ collection }) => !collections[collection].deviceWrites);
          await own.append(versions);
        },
      });
      return { value, isAlone };
    });
  const transaction: Storage['transaction'] = (school, work) => staged.whole(() => once(school, work));

  const accounts: AccountStorage = {
    read: (work) =>
      readTurns(async () => await within(reads.frame, async () => await work(accountReaderOf(accountReads)))),
    transaction: (work) =>
      staged.whole(() =>
        commits(async () => ({ value: await work(accountTransactionOf(accountWrites)), isAlone: false })),
      ),
  };

  return {
    read,
    transaction,
    appendInSlices: (school, versions, options) =>
      staged.append(school, versions, {
        ...options,
        inTransaction: (work) => staged.whole(() => once(school, work, true)),
      }),
    accounts,
    schools: () =>
      readTurns(async () =>
        translated(() => reads.schools.all().map((row) => String(row['code']) as SchoolId)),
      ),
    check: () =>
      readTurns(async () => {
        translated(() => reads.check.get());
      }),
    note: (name) =>
      readTurns(async () => {
        const value = translated(() => reads.note.get(name)?.['value']);
        return value === undefined ? undefined : String(value);
      }),
    setNote: (name, value) =>
      writeTurns(async () => {
        translated(() => writes.setNote.run(name, value));
      }),
    foreignChanges: () =>
      writeTurns(async () => Number(translated(() => writes.dataVersion.get())?.['data_version'])),
    async close() {
      // Waiting for a turn on both means that no transaction is under way.
      await writeTurns(async () => {
        writer.exec('PRAGMA optimize');
        writer.close();
      });
      await readTurns(async () => {
        reader.close();
      });
    },
  };
}

/** The connection that writes, on a database in its newest shape; one that cannot be read is told as such. */
function openWriter(file: string, isKnown: boolean): DatabaseSync {
  return translated(() => {
    const writer = connect(file);
    const hasTables =
      writer.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migration'").get() !== undefined;
    if (isKnown && !hasTables) {
      writer.close();
      throw new StorageError('damaged');
    }
    migrate(writer, migrations);
    regroup(writer);
    return writer;
  });
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error);
  }
}

function stepsOf({ frame, mark, unmark, undo }: WriteStatements): CommitSteps {
  return {
    begin: () => frame.begin.run(),
    commit: () => frame.commit.run(),
    rollBack: () => {
      rollBack(frame);
    },
    mark: () => mark.run(),
    unmark: () => unmark.run(),
    undo: () => undo.run(),
    translate,
  };
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  // 16 MB of log between checkpoints: the same pages are then written back once instead of often.
  database.exec('PRAGMA wal_autocheckpoint = 4000');
  database.exec('PRAGMA trusted_schema = OFF');
  database.exec('PRAGMA cache_size = -32768');
  // What is noted of a page for undoing one transaction of many stays in memory.
  database.exec('PRAGMA temp_store = MEMORY');
  return database;
}

async function within<T>(frame: ReadStatements['frame'], work: () => Promise<T>): Promise<T> {
  try {
    frame.begin.run();
    try {
      const value = await work();
      frame.commit.run();
      return value;
    } catch (error) {
      rollBack(frame);
      throw error;
    }
  } catch (error) {
    throw translate(error);
  }
}

function rollBack(frame: ReadStatements['frame']): void {
  try {
    frame.rollback.run();
  } catch {
    // On a full disk SQLite has rolled back by itself; the error that matters is the one that led here.
  }
}

function translate(error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  const code = Number(error.errcode) & 0xff;
  if (code === SQLITE_FULL) return new StorageError('full', { cause: error });
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return new StorageError('damaged', { cause: error });
  if (code === SQLITE_BUSY) return new StorageError('busy', { cause: error });
  return error;
}
