import { pupilBucket } from '../../../domain/access/bucket.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { TO_THE_END, type SchoolReader } from '../../storage/contract/storage.ts';

/** What a school has of one pupil in a collection. */
export async function recordsOfPupil(
  reader: Pick<SchoolReader, 'bucketRange'>,
  collection: 'attendance' | 'roster',
  pupil: PersonId,
): Promise<readonly RegisterRecord[]> {
  const texts: string[] = [];
  const range = { collection, bucket: pupilBucket(pupil), after: 0, limit: TO_THE_END };
  await reader.bucketRange(range, ({ json }) => {
    texts.push(json);
    return true;
  });
  return texts.map(storedRecord);
}
