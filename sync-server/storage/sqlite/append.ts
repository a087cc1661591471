import { must } from '../../../domain/base/assert.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { Link } from '../contract/devices.ts';
import { StorageError } from '../contract/storage-error.ts';
import type { NewVersion } from '../contract/storage.ts';
import { CHAIN_START } from '../ledger/history-chain.ts';
import { CURRENT_LAYOUT } from '../ledger/grouping.ts';
import { planAppend } from '../ledger/plan-append.ts';
import { LAYOUT_NOTE } from './bucket-layout.ts';
import { placeOf } from './place.ts';
import { findDocument, type DocumentPlaces, type KnownPlaces } from './reads.ts';
import type { Row } from './row-writer.ts';
import type { WriteStatements } from './write-statements.ts';

/** Appends to one school's history within one transaction, and keeps the current documents and their buckets in step. */
export interface Ledger {
  append(versions: readonly NewVersion[]): void;
}

interface Clock {
  readonly key: number;
  last: Link;
}

/** The ledger of one transaction; `known` is where the transaction has found records to be, and is kept up to date. */
export function createLedger(statements: WriteStatements, school: SchoolId, known: KnownPlaces): Ledger {
  const bucketKeys = new Map<CollectionName, Map<Bucket, number>>();
  let clock: Clock | undefined;

  const bucketKey = (schoolKey: number, collection: CollectionName, bucket: Bucket) => {
    const own = bucketKeys.get(collection) ?? new Map<Bucket, number>();
    bucketKeys.set(collection, own);
    const key =
      own.get(bucket) ??
      keyOf(statements.bucket.get(schoolKey, collection, bucket)) ??
      must(keyOf(statements.addBucket.get(schoolKey, collection, bucket)), 'a new bucket has a key');
    own.set(bucket, key);
    return key;
  };

  const placesOf = (schoolKey: number, collection: CollectionName, id: string) => {
    const noted = known.get(collection, id);
    if (noted !== undefined) return noted;
    return findDocument(statements.reads, schoolKey, collection, id)?.places ?? null;
  };

  return {
    append(versions) {
      clock ??= openClock(statements, school);
      requireLayout(statements);
      const { key, last: start } = clock;
      const { links, heads, last } = planAppend(school, start, versions);
      const history: Row[] = [];
      const traced: Row[] = [];
      /** Records with more than one version in this batch are written once, as the last of them leaves them. */
      const documents = new Map<string, Row>();
      const entered = new Map<number, readonly number[]>();
      const leave = ({ current, buckets }: DocumentPlaces) => {
        // What enters a bucket is written last.
        if (current === null || entered.delete(current)) return;
        for (const bucket of buckets) statements.leaveBucket.run(bucket, current);
      };
      for (const { collection, link, buckets: names, isTraced } of links) {
        const { id, entry, device, outcome, hash, json } = link;
        const place = placeOf(key, link.number);
        const before = placesOf(key, collection, id);
        history.push([place, key, collection, entry, device, outcome, before?.latest ?? null, hash, json]);
        if (isTraced) traced.push([key, collection, id, place, before?.current ?? null]);
        const keys = names?.map((name) => bucketKey(key, collection, name));
        if (keys) {
          if (before) leave(before);
          entered.set(place, keys);
        }
        const current = keys ? place : (before?.current ?? null);
        const buckets = keys ?? before?.buckets ?? [];
        documents.set(`${collection}/${id}`, [key, collection, id, current, place, `[${buckets.join(',')}]`]);
        known.set(collection, id, { current, latest: place, buckets });
      }
      addHistory(statements, history);
      statements.addTraced(traced);
      statements.setDocuments([...documents.values()]);
      statements.enterBuckets(inOrderOfBuckets(entered));
      for (const [collection, sequence] of heads) statements.setHead.run(key, collection, sequence);
      statements.setClock.run(last.number, last.hash, key);
      clock.last = last;
    },
  };
}

/** The rows bucket by bucket: those of one are neighbours on the disk. */
function inOrderOfBuckets(entered: ReadonlyMap<number, readonly number[]>): readonly Row[] {
  const rows = [...entered].flatMap(([place, buckets]) => buckets.map((bucket) => [bucket, place] as const));
  return rows.toSorted(([one, first], [other, second]) => one - other || first - second);
}

/**
 * Refuses to write where another process has computed the buckets anew: a program of the version after, run beside a server that has not
 * been started anew. What this one wrote now would be in buckets of before, and nobody would compute them again.
 */
function requireLayout({ reads }: WriteStatements): void {
  if (Number(reads.note.get(LAYOUT_NOTE)?.['value']) === CURRENT_LAYOUT.number) return;
  const cause = new Error('The buckets are of another version of the program: start the server anew');
  throw new StorageError('busy', { cause });
}

function openClock(statements: WriteStatements, school: SchoolId): Clock {
  const row = statements.school.get(school);
  if (row)
    return { key: Number(row['key']), last: { number: Number(row['number']), hash: String(row['hash']) } };
  const key = must(keyOf(statements.addSchool.get(school, 0, CHAIN_START)), 'a new school has a key');
  return { key, last: { number: 0, hash: CHAIN_START } };
}

function keyOf(row: Readonly<Record<string, unknown>> | undefined): number | undefined {
  return row && Number(row['key']);
}

function addHistory(statements: WriteStatements, rows: readonly Row[]): void {
  try {
    statements.addHistory(rows);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('history.entry')) throw new StorageError('duplicateEntry', { cause: error });
    throw error;
  }
}
