import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';

/** Buckets of each collection that a commit has touched. */
export type TouchedBuckets = ReadonlyMap<CollectionName, ReadonlySet<Bucket>>;

/** Adds the buckets of a record that was written, and answers how many they are. */
export function touch(
  touched: Map<CollectionName, Set<Bucket>>,
  collection: CollectionName,
  record: RegisterRecord,
): number {
  const buckets = touched.get(collection) ?? new Set();
  touched.set(collection, buckets);
  const own = bucketsOf(record);
  for (const bucket of own) buckets.add(bucket);
  return own.length;
}
