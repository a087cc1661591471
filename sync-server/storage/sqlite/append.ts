import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import { must } from '../../../domain/base/assert.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { isPlainText, toPlainText } from '../../plain-text.ts';
import { CHAIN_START, linkHash } from '../ledger/history-chain.ts';
import { placeOf } from './place.ts';
import { findDocument, type DocumentPlaces, type KnownPlaces } from './reads.ts';
import type { WriteStatements } from './write-statements.ts';
import { StorageError } from '../contract/storage-error.ts';
import type { NewVersion } from '../contract/storage.ts';

/** Appends to one school's history within one transaction, and keeps the current documents and their buckets in step. */
export interface Ledger {
  append(versions: readonly NewVersion[]): void;
}

interface Clock {
  readonly key: number;
  number: number;
  hash: string;
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

  /** Where a document is once a version of it stands at a place; moves it in its buckets. */
  const standAt = (
    place: number,
    key: number,
    { collection, record }: NewVersion,
    before: DocumentPlaces | null,
  ): DocumentPlaces => {
    if (before?.current)
      for (const bucket of before.buckets) statements.leaveBucket.run(bucket, before.current);
    const buckets: number[] = [];
    for (const name of bucketsOf(record)) {
      const bucket = bucketKey(key, collection, name);
      if (buckets.includes(bucket)) continue;
      buckets.push(bucket);
      statements.enterBucket.run(bucket, place);
    }
    return { current: place, latest: place, buckets };
  };

  return {
    append(versions) {
      clock ??= openClock(statements, school);
      const heads = new Map<string, number>();
      for (const version of versions) {
        const { collection, record, outcome } = version;
        // The last place at which a text can be made one that SQLite gives back as it was hashed.
        const device = toPlainText(version.device);
        const previousHash = clock.hash;
        const number = clock.number + 1;
        const { id, entry, author, recordedAt } = record;
        if (!isPlainText(id) || !isPlainText(entry))
          throw new Error('A record with a name that cannot be kept');
        const receivedAt = must(
          record.receivedAt,
          'a version to append was stamped with the time of its arrival',
        );
        const json = JSON.stringify(record);
        const hash = linkHash(school, {
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
        });
        const place = placeOf(clock.key, number);
        const before = placesOf(clock.key, collection, id);
        const previous = before?.latest ?? null;
        addHistory(statements, [place, clock.key, collection, entry, device, outcome, previous, hash, json]);
        const places =
          outcome === 'overruled'
            ? { current: before?.current ?? null, latest: place, buckets: before?.buckets ?? [] }
            : standAt(place, clock.key, version, before);
        statements.setDocument.run(
          clock.key,
          collection,
          id,
          places.current,
          place,
          `[${places.buckets.join(',')}]`,
        );
        known.set(collection, id, places);
        if (outcome !== 'overruled') heads.set(collection, number);
        clock.number = number;
        clock.hash = hash;
      }
      for (const [collection, sequence] of heads) statements.setHead.run(clock.key, collection, sequence);
      statements.setClock.run(clock.number, clock.hash, clock.key);
    },
  };
}

function openClock(statements: WriteStatements, school: SchoolId): Clock {
  const row = statements.school.get(school);
  if (row) return { key: Number(row['key']), number: Number(row['number']), hash: String(row['hash']) };
  const key = must(keyOf(statements.addSchool.get(school, 0, CHAIN_START)), 'a new school has a key');
  return { key, number: 0, hash: CHAIN_START };
}

function keyOf(row: Readonly<Record<string, unknown>> | undefined): number | undefined {
  return row && Number(row['key']);
}

function addHistory(statements: WriteStatements, row: readonly (string | number | null)[]): void {
  try {
    statements.addHistory.run(...row);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('history.entry')) throw new StorageError('duplicateEntry', { cause: error });
    throw error;
  }
}
