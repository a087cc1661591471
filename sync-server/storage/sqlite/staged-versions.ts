import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { upgradedRecord } from '../../../domain/kinds/upgrades.ts';
import type { SharedCommits } from './shared-commits.ts';
import type { WriteStatements } from './write-statements.ts';
import { transactionOf } from './writes.ts';
import { StorageError } from '../contract/storage-error.ts';
import type { NewVersion, SchoolTransaction, StagedOptions } from '../contract/storage.ts';

/** Versions in one turn: about fifteen milliseconds, in which everybody else's writes wait. */
const SLICE = 400;

/** Thrown inside a transaction that has met a decided batch of its school: it is to be completed first, and then tried again. */
export class BatchUnderWay extends Error {
  readonly school: SchoolId;

  constructor(school: SchoolId) {
    super('Versions of this school are being appended');
    this.name = 'BatchUnderWay';
    this.school = school;
  }
}

/** Throws {@link BatchUnderWay} where a school has a decided batch. */
export type WholeCheck = (school: SchoolId) => void;

/** Prepares the check for a connection: readers never see half of a batch, and no writer comes between its slices. */
export function prepareWholeCheck(database: DatabaseSync): WholeCheck {
  const batchOf = database.prepare('SELECT batch FROM staged_batch WHERE school = ?');
  return (school) => {
    if (batchOf.get(school) !== undefined) throw new BatchUnderWay(school);
  };
}

/** Appending in slices that stand together or not at all. */
export interface StagedWrites {
  /** Runs what reads or writes schools; where it meets a decided batch, once more after that has been completed. */
  whole<T>(run: () => Promise<T>): Promise<T>;
  /** Appends in slices; `inTransaction` runs the deciding transaction of the school. */
  append(
    school: SchoolId,
    versions: readonly NewVersion[],
    options: StagedOptions & {
      readonly inTransaction: (work: (transaction: SchoolTransaction) => Promise<void>) => Promise<void>;
    },
  ): Promise<void>;
}

interface Statements {
  readonly stage: StatementSync;
  readonly count: StatementSync;
  readonly decide: StatementSync;
  readonly batchOf: StatementSync;
  readonly next: StatementSync;
  readonly drop: StatementSync;
  readonly end: StatementSync;
}

/**
 * The slices of one school's large batches. The versions are first written aside, a slice in a turn; then one small transaction decides
 * that they stand; then they are appended, a slice in a turn, while the school waits and all others go on. A process that dies in between
 * leaves nothing where nothing was decided, and otherwise a batch that whoever comes next completes.
 */
export function createStagedWrites(
  database: DatabaseSync,
  writes: WriteStatements,
  commits: SharedCommits,
): StagedWrites {
  const statements = prepare(database);
  // What a process that died had written aside and not decided. One that is at it right now finds too few, and begins anew.
  database.exec('DELETE FROM staged_version WHERE batch NOT IN (SELECT batch FROM staged_batch)');
  const completing = new Map<SchoolId, Promise<void>>();

  const complete = async (school: SchoolId) => {
    const isMore = () =>
      commits(async () => {
        const value = await appendSlice(school);
        return { value, isAlone: !value };
      });
    while (await isMore());
  };

  /** Appends the next slice; answers whether there may be another. */
  const appendSlice = async (school: SchoolId): Promise<boolean> => {
    const batch = statements.batchOf.get(school)?.['batch'];
    if (batch === undefined) return false;
    const rows = statements.next.all(batch, SLICE);
    const versions = rows.map((row) => stagedVersion(String(row['version'])));
    await transactionOf(writes, school).append(versions);
    statements.drop.run(batch, rows.at(-1)?.['position'] ?? 0);
    if (rows.length === SLICE) return true;
    statements.end.run(batch);
    return false;
  };

  const finish = (school: SchoolId): Promise<void> => {
    const known = completing.get(school);
    if (known) return known;
    const own = complete(school).finally(() => completing.delete(school));
    completing.set(school, own);
    return own;
  };

  const whole: StagedWrites['whole'] = async (run) => {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof BatchUnderWay)) throw error;
        await finish(error.school);
      }
    }
  };

  const together = async <T>(work: () => T): Promise<T> =>
    await commits(async () => ({ value: work(), isAlone: false }));

  /** Forgets a slice of what was written aside; answers whether there may be more. */
  const forgetSlice = (batch: string): boolean => {
    const last = statements.next.all(batch, SLICE).at(-1)?.['position'];
    if (last !== undefined) statements.drop.run(batch, last);
    return last !== undefined;
  };
  const forget = async (batch: string) => {
    while (await together(() => forgetSlice(batch)));
  };

  return {
    whole,
    append: async (school, versions, { check, signal, inTransaction }) => {
      const batch = randomUUID();
      try {
        for (let start = 0; start < versions.length; start += SLICE) {
          signal?.throwIfAborted();
          const slice = versions.slice(start, start + SLICE).map((version) => JSON.stringify(version));
          await together(() => {
            for (const [index, version] of slice.entries())
              statements.stage.run(batch, start + index, version);
          });
        }
        signal?.throwIfAborted();
        await inTransaction(async (transaction) => {
          await check(transaction);
          if (Number(statements.count.get(batch)?.['count']) !== versions.length)
            throw new StorageError('busy');
          statements.decide.run(batch, school);
        });
      } catch (error) {
        await forget(batch);
        throw error;
      }
      await finish(school);
    },
  };
}

/** What was written aside, by a server of before perhaps: its record has the shape of today, by which its readers are found. */
function stagedVersion(json: string): NewVersion {
  // Written by this folder alone.
  const version = JSON.parse(json) as NewVersion;
  return { ...version, record: upgradedRecord(version.record) };
}

function prepare(database: DatabaseSync): Statements {
  return {
    stage: database.prepare('INSERT INTO staged_version (batch, position, version) VALUES (?, ?, ?)'),
    count: database.prepare('SELECT COUNT(*) AS count FROM staged_version WHERE batch = ?'),
    decide: database.prepare('INSERT INTO staged_batch (batch, school) VALUES (?, ?)'),
    batchOf: database.prepare('SELECT batch FROM staged_batch WHERE school = ?'),
    next: database.prepare(
      'SELECT position, version FROM staged_version WHERE batch = ? ORDER BY position LIMIT ?',
    ),
    drop: database.prepare('DELETE FROM staged_version WHERE batch = ? AND position <= ?'),
    end: database.prepare('DELETE FROM staged_batch WHERE batch = ?'),
  };
}
