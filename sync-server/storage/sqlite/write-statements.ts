import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { prepareReads, type ReadStatements } from './reads.ts';
import { prepareRows, type RowWriter } from './row-writer.ts';

/** The statements of writing, prepared once for a connection. */
export interface WriteStatements {
  readonly frame: ReadStatements['frame'];
  readonly mark: StatementSync;
  readonly unmark: StatementSync;
  readonly undo: StatementSync;
  readonly reads: ReadStatements;
  readonly dataVersion: StatementSync;
  readonly setNote: StatementSync;
  readonly dropNote: StatementSync;
  readonly notesUnder: StatementSync;
  readonly school: StatementSync;
  readonly addSchool: StatementSync;
  readonly setClock: StatementSync;
  readonly setHead: StatementSync;
  readonly addHistory: RowWriter;
  readonly setDocuments: RowWriter;
  readonly addTraced: RowWriter;
  readonly bucket: StatementSync;
  readonly addBucket: StatementSync;
  readonly leaveBucket: StatementSync;
  readonly enterBuckets: RowWriter;
  readonly setSession: StatementSync;
  readonly setRefreshToken: StatementSync;
  readonly pruneRefreshTokens: StatementSync;
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
    mark: database.prepare('SAVEPOINT own'),
    unmark: database.prepare('RELEASE own'),
    undo: database.prepare('ROLLBACK TO own'),
    reads,
    dataVersion: database.prepare('PRAGMA data_version'),
    setNote: database.prepare('INSERT OR REPLACE INTO server_note (name, value) VALUES (?, ?)'),
    dropNote: database.prepare('DELETE FROM server_note WHERE name = ?'),
    // The sign after the dot ends what begins with one.
    notesUnder: database.prepare(
      `SELECT name, value FROM server_note WHERE name = ?1 OR (name > ?1 || '.' AND name < ?1 || '/') ORDER BY name`,
    ),
    school: database.prepare('SELECT key, number, hash FROM school WHERE code = ?'),
    addSchool: database.prepare('INSERT INTO school (code, number, hash) VALUES (?, ?, ?) RETURNING key'),
    setClock: database.prepare('UPDATE school SET number = ?, hash = ? WHERE key = ?'),
    setHead: database.prepare(
      'INSERT OR REPLACE INTO collection_head (school, collection, sequence) VALUES (?, ?, ?)',
    ),
    addHistory: prepareRows(database, 'INSERT OR FAIL', 'history', 9),
    setDocuments: prepareRows(database, 'INSERT OR REPLACE', 'document', 6),
    addTraced: prepareRows(database, 'INSERT OR FAIL', 'traced_version', 5),
    bucket: database.prepare('SELECT key FROM bucket WHERE school = ? AND collection = ? AND name = ?'),
    addBucket: database.prepare(
      'INSERT INTO bucket (school, collection, name) VALUES (?, ?, ?) RETURNING key',
    ),
    leaveBucket: database.prepare('DELETE FROM bucket_version WHERE bucket = ? AND place = ?'),
    enterBuckets: prepareRows(database, 'INSERT OR FAIL', 'bucket_version', 2),
    setSession: database.prepare(`
      INSERT INTO session
        (school, id, username, person, device_id, device_name, created_at, last_used_at, end_reason, kind, pupil, proofs)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET last_used_at = excluded.last_used_at, end_reason = excluded.end_reason`),
    setRefreshToken: database.prepare(`
      INSERT INTO refresh_token VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET used_at = excluded.used_at`),
    pruneRefreshTokens: database.prepare(
      'DELETE FROM refresh_token WHERE school = ? AND session = ? AND used_at < ?',
    ),
    setAttempts: database.prepare('INSERT OR REPLACE INTO attempt VALUES (?, ?, ?, ?)'),
    dropAttempts: database.prepare('DELETE FROM attempt WHERE school = ? AND key = ?'),
    pruneAttempts: database.prepare('DELETE FROM attempt WHERE last_failed_at < ?'),
  };
}
