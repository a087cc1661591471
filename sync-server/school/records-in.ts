import type { Bucket } from '../../domain/access/bucket.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import { TO_THE_END, type SchoolReader } from '../storage/contract/storage.ts';

/** All records of a collection that lie in a bucket, in the order in which they came. */
export async function recordsIn(
  reader: Pick<SchoolReader, 'bucketRange'>,
  collection: CollectionName,
  bucket: Bucket,
): Promise<readonly RegisterRecord[]> {
  const texts: string[] = [];
  await reader.bucketRange({ collection, bucket, after: 0, limit: TO_THE_END }, ({ json }) => {
    texts.push(json);
    return true;
  });
  return texts.map(storedRecord);
}
