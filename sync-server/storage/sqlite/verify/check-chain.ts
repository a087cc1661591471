import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { SchoolId } from '../../../../domain/base/ids.ts';
import type { ChainReport } from '../../contract/database-report.ts';
import type { StoredVersion } from '../../contract/storage.ts';
import { CHAIN_START } from '../../ledger/history-chain.ts';
import { verifyLinks, type FoundLink } from '../../ledger/verify-links.ts';
import { numberAt, placeOf } from '../place.ts';
import { toVersion } from '../rows.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

/** Checks the whole chains of a database file, or of one school; undefined where there is no such school. */
export function checkChains(file: string, wanted?: SchoolId): readonly ChainReport[] | undefined {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    const reports: ChainReport[] = [];
    for (const school of wanted === undefined ? schoolsOf(database) : [wanted]) {
      const report = checkChain(database, school);
      if (!report) return undefined;
      reports.push(report);
    }
    return reports;
  } finally {
    database.close();
  }
}

/** The codes of all schools in a database. */
export function schoolsOf(database: DatabaseSync): readonly SchoolId[] {
  // The column holds only codes that were written through the type.
  return database
    .prepare('SELECT code FROM school ORDER BY code')
    .all()
    .map((row) => row['code'] as SchoolId);
}

/** Checks the chain of a school, from its beginning or its last links alone; undefined for no such school. */
export function checkChain(
  database: DatabaseSync,
  school: SchoolId,
  lastLinks = Infinity,
): ChainReport | undefined {
  const row = database.prepare('SELECT key, number, hash FROM school WHERE code = ?').get(school);
  if (!row) return undefined;
  const [key, links, head] = [Number(row['key']), Number(row['number']), String(row['hash'])];
  const from = Math.max(0, links - lastLinks);
  const before = database.prepare('SELECT hash FROM history WHERE place = ?').get(placeOf(key, from));
  const range = {
    before: { number: from, hash: from === 0 ? CHAIN_START : String(before?.['hash']) },
    counted: { number: links, hash: head },
  };
  const rows = database
    .prepare('SELECT h.*, NULL AS previous_hash FROM history h WHERE place > ? AND place < ? ORDER BY place')
    .iterate(placeOf(key, from), placeOf(key + 1, 0));
  return { school, links, head, faults: verifyLinks(school, range, found(rows)) };
}

function* found(rows: Iterable<Row>): Iterable<FoundLink> {
  for (const row of rows)
    yield { number: numberAt(Number(row['place'])), hash: String(row['hash']), content: read(row) };
}

/** A row that is no link of a history is undefined. */
function read(row: Row): StoredVersion | undefined {
  try {
    return toVersion(row);
  } catch {
    return undefined;
  }
}
