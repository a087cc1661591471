import type { DatabaseSync } from 'node:sqlite';
import type { Bucket } from '../../../domain/access/bucket.ts';
import { must } from '../../../domain/base/assert.ts';
import { StartRefusal } from '../../base/start-refusal.ts';
import { CURRENT_LAYOUT, groupsOf, type Layout } from '../ledger/grouping.ts';

/** Under which name a database notes the number of its layout. */
export const LAYOUT_NOTE = 'bucketLayout';

/**
 * Computes the buckets of all current documents anew where a database was written under another layout, in one transaction: every
 * document is in the buckets of today afterwards, or all is as it was. Versions and sequences stay; that devices read again is for
 * the pull to see to.
 *
 * @returns whether anything had to be computed
 */
export function regroup(database: DatabaseSync, layout: Layout = CURRENT_LAYOUT): boolean {
  // IMMEDIATE: two processes that start together must not both do it.
  database.exec('BEGIN IMMEDIATE');
  try {
    const isOther = layoutOf(database, layout.number) !== layout.number;
    if (isOther) computeAnew(database, layout);
    database.exec('COMMIT');
    return isOther;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The layout that a database was written under. */
function layoutOf(database: DatabaseSync, newest: number): number {
  const note = database.prepare('SELECT value FROM server_note WHERE name = ?').get(LAYOUT_NOTE);
  const known = Number(must(note, 'a migration has written the first')['value']);
  if (known > newest)
    throw new StartRefusal(
      `The database was written by a newer version (layout of the buckets ${known}). Start that version, or restore a backup of before its update.`,
    );
  return known;
}

function computeAnew(database: DatabaseSync, layout: Layout): void {
  database.exec('DELETE FROM bucket_version');
  database.exec('DELETE FROM bucket');
  const addBucket = database.prepare(
    'INSERT INTO bucket (school, collection, name) VALUES (?, ?, ?) RETURNING key',
  );
  const enter = database.prepare('INSERT INTO bucket_version VALUES (?, ?)');
  const keep = database.prepare(
    'UPDATE document SET buckets = ? WHERE school = ? AND collection = ? AND id = ?',
  );
  const keys = new Map<string, number>();
  const keyOf = (school: number, collection: string, name: Bucket) => {
    const path = JSON.stringify([school, collection, name]);
    const key = keys.get(path) ?? Number(must(addBucket.get(school, collection, name), 'a key')['key']);
    keys.set(path, key);
    return key;
  };
  const json = database.prepare('SELECT json FROM history WHERE place = ?');
  const current = database.prepare(
    'SELECT collection, id, current FROM document WHERE school = ? AND current IS NOT NULL ORDER BY current',
  );
  const schools = database.prepare('SELECT key FROM school').all();
  for (const school of schools.map((row) => Number(row['key'])))
    // The documents of a school are listed whole before anything is written: a cursor must not meet what its own loop changes.
    for (const row of current.all(school)) {
      const [collection, place] = [String(row['collection']), Number(row['current'])];
      const text = must(json.get(place), 'a document has its version')['json'];
      const buckets = groupsOf(layout, String(text)).map((name) => keyOf(school, collection, name));
      for (const bucket of buckets) enter.run(bucket, place);
      keep.run(`[${buckets.join(',')}]`, school, collection, String(row['id']));
    }
  database
    .prepare('INSERT OR REPLACE INTO server_note (name, value) VALUES (?, ?)')
    .run(LAYOUT_NOTE, String(layout.number));
}
