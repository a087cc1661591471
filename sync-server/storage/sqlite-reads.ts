import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SchoolId } from '../../domain/base/ids.ts';
import type { CollectionName } from '../../domain/records/collections.ts';
import { toAccount, toAttempts, toRefreshToken, toSession, toVersion } from './sqlite-rows.ts';
import type { BucketRange, SchoolReader } from './storage.ts';

/** The statements of reading, prepared once for a connection. */
export interface ReadStatements {
  readonly frame: {
    readonly begin: StatementSync;
    readonly commit: StatementSync;
    readonly rollback: StatementSync;
  };
  readonly check: StatementSync;
  readonly schools: StatementSync;
  readonly heads: StatementSync;
  readonly collection: StatementSync;
  readonly document: StatementSync;
  readonly bucketRange: StatementSync;
  readonly versionsOf: StatementSync;
  readonly versionOfEntry: StatementSync;
  readonly historyAfter: StatementSync;
  readonly account: StatementSync;
  readonly session: StatementSync;
  readonly refreshToken: StatementSync;
  readonly attempts: StatementSync;
}

/** Prepares the statements of reading. */
export function prepareReads(database: DatabaseSync): ReadStatements {
  return {
    frame: {
      begin: database.prepare('BEGIN'),
      commit: database.prepare('COMMIT'),
      rollback: database.prepare('ROLLBACK'),
    },
    check: database.prepare('SELECT number FROM migration LIMIT 1'),
    schools: database.prepare('SELECT school FROM school_clock ORDER BY school'),
    heads: database.prepare('SELECT collection, sequence FROM collection_head WHERE school = ?'),
    collection: database.prepare('SELECT json FROM document WHERE school = ? AND collection = ?'),
    document: database.prepare('SELECT json FROM document WHERE school = ? AND collection = ? AND id = ?'),
    bucketRange: database.prepare(`
      SELECT b.sequence, b.id, d.json FROM document_bucket b
      CROSS JOIN document d ON d.school = b.school AND d.collection = b.collection AND d.id = b.id
      WHERE b.school = ? AND b.collection = ? AND b.bucket = ? AND b.sequence > ?
      ORDER BY b.sequence LIMIT ?`),
    versionsOf: database.prepare(
      'SELECT * FROM history WHERE school = ? AND collection = ? AND id = ? ORDER BY number',
    ),
    versionOfEntry: database.prepare('SELECT * FROM history WHERE school = ? AND entry = ?'),
    historyAfter: database.prepare(
      'SELECT * FROM history WHERE school = ? AND number > ? ORDER BY number LIMIT ?',
    ),
    account: database.prepare('SELECT * FROM account WHERE school = ? AND username = ?'),
    session: database.prepare('SELECT * FROM session WHERE school = ? AND id = ?'),
    refreshToken: database.prepare('SELECT * FROM refresh_token WHERE school = ? AND hash = ?'),
    attempts: database.prepare('SELECT * FROM attempt WHERE school = ? AND key = ?'),
  };
}

/** The verbs of reading one school on a connection whose transaction is open. */
export function readerOf(statements: ReadStatements, school: SchoolId): SchoolReader {
  return {
    async heads() {
      const heads: Partial<Record<CollectionName, number>> = {};
      // The column holds only names that were written through the registry of collections.
      for (const row of statements.heads.all(school))
        heads[row['collection'] as CollectionName] = Number(row['sequence']);
      return heads;
    },
    async collection(collection) {
      return statements.collection.all(school, collection).map((row) => String(row['json']));
    },
    async documents(collection, ids) {
      const found = new Map<string, string>();
      for (const id of new Set(ids)) {
        const row = statements.document.get(school, collection, id);
        if (row) found.set(id, String(row['json']));
      }
      return found;
    },
    async bucketRange(range: BucketRange, take) {
      const { collection, bucket, after, limit } = range;
      for (const row of statements.bucketRange.iterate(school, collection, bucket, after, limit)) {
        const more = take({
          sequence: Number(row['sequence']),
          id: String(row['id']),
          json: String(row['json']),
        });
        if (!more) return;
      }
    },
    async versionsOf(collection, id) {
      return statements.versionsOf.all(school, collection, id).map(toVersion);
    },
    async versionOfEntry(entry) {
      return maybe(statements.versionOfEntry.get(school, entry), toVersion);
    },
    async historyAfter(number, limit) {
      return statements.historyAfter.all(school, number, limit).map(toVersion);
    },
    async account(username) {
      return maybe(statements.account.get(school, username), toAccount);
    },
    async session(id) {
      return maybe(statements.session.get(school, id), toSession);
    },
    async refreshToken(hash) {
      return maybe(statements.refreshToken.get(school, hash), toRefreshToken);
    },
    async attempts(key) {
      return maybe(statements.attempts.get(school, key), toAttempts);
    },
  };
}

function maybe<R, T>(row: R | undefined, convert: (row: R) => T): T | undefined {
  return row === undefined ? undefined : convert(row);
}
