import type { Instant } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';
import { gradeIdsOf } from './column-grades.ts';

/**
 * The grades of these columns that stand on another day, as they stand on that of their column (D48): whoever moves one moves those as well that colleagues have
 * written meanwhile. Author and time of the grades stay what they were.
 */
export async function gradesOfMoved(
  reader: Pick<SchoolReader, 'documents'>,
  { snapshot, now }: { readonly snapshot: SchoolSnapshot; readonly now: Instant },
  taken: readonly Assessment[],
): Promise<readonly NewVersion[]> {
  const columns = new Map(taken.map((one) => [one.id, one]));
  const ids = [...columns.values()].flatMap((column) => gradeIdsOf(snapshot, column));
  const texts = await reader.documents('grades', ids);
  return [...texts.values()].map(storedRecord).flatMap((record): readonly NewVersion[] => {
    const column = record.kind === 'grade' ? columns.get(record.assessment) : undefined;
    if (record.kind !== 'grade' || column === undefined || column.day === record.day) return [];
    const entry = derivedEntry('moved', record.entry, column.entry);
    const moved = { ...record, day: column.day, entry, receivedAt: now };
    return [{ collection: 'grades', record: moved, device: 'server', outcome: 'stored' }];
  });
}
