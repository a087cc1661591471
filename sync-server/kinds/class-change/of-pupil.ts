import { pupilBucket } from '../../../domain/access/bucket.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';

/** More records than a pupil has of a collection in all the years at a school. */
const MOST_OF_ONE = 10_000;

/** What a school has of one pupil in a collection. */
export async function recordsOfPupil(
  reader: Pick<SchoolReader, 'bucketRange'>,
  collection: 'attendance' | 'roster',
  pupil: PersonId,
): Promise<readonly RegisterRecord[]> {
  const texts: string[] = [];
  const range = { collection, bucket: pupilBucket(pupil), after: 0, limit: MOST_OF_ONE };
  await reader.bucketRange(range, ({ json }) => {
    texts.push(json);
    return true;
  });
  return texts.map(storedRecord);
}
