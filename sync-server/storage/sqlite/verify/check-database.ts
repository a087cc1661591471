import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { schemaFaults } from './check-schema.ts';
import type { ChainReport, CheckOptions, DatabaseReport } from '../../contract/database-report.ts';
import { checkChain, schoolsOf } from './check-chain.ts';

/** Looked through thoroughly within a second, bytes. */
const SMALL = 67_108_864;

/** Rows that point to others which are not there: what a file cut to an older state, or a row taken out, leaves behind. */
const POINTERS = {
  'documents without their version': `SELECT 1 FROM document d LEFT JOIN history h ON h.place = d.latest
    LEFT JOIN history c ON c.place = d.current WHERE h.place IS NULL OR (d.current IS NOT NULL AND c.place IS NULL) LIMIT 1`,
  'documents missing from their buckets': `SELECT 1 FROM document d, json_each(d.buckets) b
    LEFT JOIN bucket_version v ON v.bucket = b.value AND v.place = d.current
    WHERE d.current IS NOT NULL AND v.place IS NULL LIMIT 1`,
  'buckets with versions that are not there':
    'SELECT 1 FROM bucket_version v LEFT JOIN history h ON h.place = v.place WHERE h.place IS NULL LIMIT 1',
  'accounts without their profile':
    'SELECT 1 FROM account a LEFT JOIN profile p ON p.id = a.profile WHERE p.id IS NULL LIMIT 1',
  'tokens without their session': 'SELECT 1 FROM pragma_foreign_key_check LIMIT 1',
} as const;

/** Looks through a database with a connection of its own that cannot write, beside a running server. */
export function checkDatabase(file: string, { lastLinks }: CheckOptions = {}): DatabaseReport {
  const faults: string[] = [];
  let guards: readonly string[] = [];
  const chains: ChainReport[] = [];
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    // Whether each index says what its table says is told by the thorough one alone, which takes five times as long.
    const check = lastLinks === undefined || statSync(file).size <= SMALL ? 'integrity_check' : 'quick_check';
    for (const row of database.prepare(`PRAGMA ${check}(5)`).all())
      // Names of tables and numbers of pages, in SQLite's words.
      if (row[check] !== 'ok') faults.push(String(row[check]));
    const schema = schemaFaults(database);
    faults.push(...schema.file);
    guards = schema.guards;
    if (faults.length > 0) return { file: faults, guards, chains };
    for (const [fault, sql] of Object.entries(POINTERS)) if (database.prepare(sql).get()) faults.push(fault);
    for (const school of schoolsOf(database)) {
      const report = checkChain(database, school, lastLinks);
      if (report) chains.push(report);
    }
  } catch (error) {
    // Whatever SQLite says while reading, the file cannot be read as it should be.
    faults.push(error instanceof Error ? error.message : 'unreadable');
  } finally {
    database?.close();
  }
  return { file: faults, guards, chains };
}
