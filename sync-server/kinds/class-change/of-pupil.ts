import { pupilBucket } from '../../../domain/access/bucket.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { recordsIn } from '../../school/records-in.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';

/** What a school has of one pupil in a collection. */
export async function recordsOfPupil(
  reader: Pick<SchoolReader, 'bucketRange'>,
  collection: 'attendance' | 'roster',
  pupil: PersonId,
): Promise<readonly RegisterRecord[]> {
  return await recordsIn(reader, collection, pupilBucket(pupil));
}
