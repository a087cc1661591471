import { courseBucket } from '../../../domain/access/bucket.ts';
import type { Instant } from '../../../domain/base/ids.ts';
import { isAssessment } from '../../../domain/kinds/assessment/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';

/** More than is ever assessed in one course. */
const MOST_OF_COURSE = 100_000;

/**
 * The grades of these columns that stand on another day, as they stand on that of their column (D48): whoever moves one moves those as well that colleagues have
 * written meanwhile. Author and time of the grades stay what they were.
 */
export async function gradesOfMoved(
  reader: Pick<SchoolReader, 'bucketRange'>,
  taken: readonly RegisterRecord[],
  now: Instant,
): Promise<readonly NewVersion[]> {
  const columns = new Map(taken.filter(isAssessment).map((one) => [one.id, one]));
  const buckets = new Set([...columns.values()].map((one) => courseBucket(one.class, one.subject)));
  const versions: NewVersion[] = [];
  for (const bucket of buckets)
    await reader.bucketRange(
      { collection: 'grades', bucket, after: 0, limit: MOST_OF_COURSE },
      ({ json }) => {
        const record = storedRecord(json);
        const column = record.kind === 'grade' ? columns.get(record.assessment) : undefined;
        if (record.kind !== 'grade' || column === undefined || column.day === record.day) return true;
        const entry = derivedEntry('moved', record.entry, column.entry);
        const moved = { ...record, day: column.day, entry, receivedAt: now };
        versions.push({ collection: 'grades', record: moved, device: 'server', outcome: 'stored' });
        return true;
      },
    );
  return versions;
}
