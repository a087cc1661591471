import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { bucketsOf } from '../../domain/access/buckets.ts';
import { must } from '../../domain/base/assert.ts';
import type { SchoolId } from '../../domain/base/ids.ts';
import { CHAIN_START, linkHash } from './history-chain.ts';
import { prepareReads, readerOf, type ReadStatements } from './sqlite-reads.ts';
import { StorageError } from './storage-error.ts';
import type { NewVersion, SchoolTransaction } from './storage.ts';

/** The statements of writing, prepared once for a connection. */
export interface WriteStatements {
  readonly frame: ReadStatements['frame'];
  readonly reads: ReadStatements;
  readonly dataVersion: StatementSync;
  readonly clock: StatementSync;
  readonly setClock: StatementSync;
  readonly setHead: StatementSync;
  readonly addHistory: StatementSync;
  readonly setDocument: StatementSync;
  readonly dropBuckets: StatementSync;
  readonly addBucket: StatementSync;
  readonly setAccount: StatementSync;
  readonly setSession: StatementSync;
  readonly setRefreshToken: StatementSync;
  readonly setAttempts: StatementSync;
  readonly dropAttempts: StatementSync;
  readonly pruneAttempts: StatementSync;
}

/** Prepares the statements of writing. */
export function prepareWrites(database: DatabaseSync): WriteStatements {
  const reads = prepareReads(database);
  return {
    // IMMEDIATE takes the write lock at once, so that what a transaction reads cannot change before it writes.
    frame: { ...reads.frame, begin: database.prepare('BEGIN IMMEDIATE') },
    reads,
    dataVersion: database.prepare('PRAGMA data_version'),
    clock: database.prepare('SELECT number, hash FROM school_clock WHERE school = ?'),
    setClock: database.prepare('INSERT OR REPLACE INTO school_clock (school, number, hash) VALUES (?, ?, ?)'),
    setHead: database.prepare(
      'INSERT OR REPLACE INTO collection_head (school, collection, sequence) VALUES (?, ?, ?)',
    ),
    addHistory: database.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    setDocument: database.prepare(`
      INSERT INTO document (school, collection, id, kind, sequence, json) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET kind = excluded.kind, sequence = excluded.sequence, json = excluded.json`),
    dropBuckets: database.prepare(
      'DELETE FROM document_bucket WHERE school = ? AND collection = ? AND id = ?',
    ),
    addBucket: database.prepare('INSERT INTO document_bucket VALUES (?, ?, ?, ?, ?)'),
    setAccount: database.prepare('INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?)'),
    setSession: database.prepare(`
      INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET last_used_at = excluded.last_used_at, end_reason = excluded.end_reason`),
    setRefreshToken: database.prepare(`
      INSERT INTO refresh_token VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET used_at = excluded.used_at`),
    setAttempts: database.prepare('INSERT OR REPLACE INTO attempt VALUES (?, ?, ?, ?)'),
    dropAttempts: database.prepare('DELETE FROM attempt WHERE school = ? AND key = ?'),
    pruneAttempts: database.prepare('DELETE FROM attempt WHERE last_failed_at < ?'),
  };
}

/** The verbs of writing one school on a connection whose transaction is open. */
export function transactionOf(statements: WriteStatements, school: SchoolId): SchoolTransaction {
  return {
    ...readerOf(statements.reads, school),
    async append(versions) {
      append(statements, school, versions);
    },
    async saveAccount({ username, person, passwordHash }) {
      statements.setAccount.run(school, username, person, passwordHash);
    },
    async saveSession(session) {
      const { id, username, person, deviceId, deviceName, createdAt, lastUsedAt, endReason } = session;
      statements.setSession.run(
        school,
        id,
        username,
        person,
        deviceId,
        deviceName,
        createdAt,
        lastUsedAt,
        endReason,
      );
    },
    async saveRefreshToken({ hash, session, issuedAt, usedAt, salt }) {
      statements.setRefreshToken.run(school, hash, session, issuedAt, usedAt, salt);
    },
    async saveAttempts(key, { failures, lastFailedAt }) {
      statements.setAttempts.run(school, key, failures, lastFailedAt);
    },
    async clearAttempts(key) {
      statements.dropAttempts.run(school, key);
    },
    async pruneAttempts(olderThan) {
      statements.pruneAttempts.run(olderThan);
    },
  };
}

function append(statements: WriteStatements, school: SchoolId, versions: readonly NewVersion[]): void {
  if (versions.length === 0) return;
  const clock = statements.clock.get(school);
  let number = Number(clock?.['number'] ?? 0);
  let hash = String(clock?.['hash'] ?? CHAIN_START);
  const heads = new Map<string, number>();
  for (const { collection, record, device, outcome } of versions) {
    number += 1;
    const { id, entry, author, recordedAt } = record;
    const receivedAt = must(
      record.receivedAt,
      'a version to append was stamped with the time of its arrival',
    );
    const json = JSON.stringify(record);
    const link = { number, collection, id, entry, author, device, recordedAt, receivedAt, outcome, json };
    const previousHash = hash;
    hash = linkHash(school, { ...link, previousHash });
    addHistory(statements, [
      school,
      number,
      collection,
      id,
      entry,
      author,
      device,
      recordedAt,
      receivedAt,
      outcome,
      json,
      previousHash,
      hash,
    ]);
    if (outcome === 'overruled') continue;
    statements.setDocument.run(school, collection, id, record.kind, number, json);
    statements.dropBuckets.run(school, collection, id);
    for (const bucket of new Set(bucketsOf(record)))
      statements.addBucket.run(school, collection, bucket, number, id);
    heads.set(collection, number);
  }
  for (const [collection, sequence] of heads) statements.setHead.run(school, collection, sequence);
  statements.setClock.run(school, number, hash);
}

function addHistory(statements: WriteStatements, row: readonly (string | number)[]): void {
  try {
    statements.addHistory.run(...row);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('history.entry')) throw new StorageError('duplicateEntry', { cause: error });
    throw error;
  }
}
