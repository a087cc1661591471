import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';

/** Buckets of each collection that a commit has touched. */
export type TouchedBuckets = ReadonlyMap<CollectionName, ReadonlySet<Bucket>>;

/** Adds the buckets of a record that was written. */
export function touch(
  touched: Map<CollectionName, Set<Bucket>>,
  collection: CollectionName,
  record: RegisterRecord,
): void {
  const buckets = touched.get(collection) ?? new Set();
  touched.set(collection, buckets);
  for (const bucket of bucketsOf(record)) buckets.add(bucket);
}
