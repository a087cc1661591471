import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Batch } from '../../register/batch/batch.ts';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { ownVersion } from '../../register/batch/server-device.ts';
import type { NewVersion } from '../../storage/contract/storage.ts';
import { gradeIdsOf } from './column-grades.ts';

/**
 * The grades of these columns that stand on another day, as they stand on that of their column (D48): whoever moves one moves those as well that colleagues have
 * written meanwhile. Author and time of the grades stay what they were, and the history names who has moved them. All of them are known: a column that stands is judged with its grades.
 */
export function gradesOfMoved(
  { snapshot, now, current }: Pick<Batch, 'snapshot' | 'now' | 'current'>,
  taken: readonly Assessment[],
): readonly NewVersion[] {
  const columns = new Map(taken.map((one) => [one.id, one]));
  return [...columns.values()].flatMap((column) =>
    gradeIdsOf(snapshot, column).flatMap((id): readonly NewVersion[] => {
      const record = current('grades', id);
      if (record?.kind !== 'grade' || column.day === record.day) return [];
      const entry = derivedEntry('moved', record.entry, column.entry);
      const moved = { ...record, day: column.day, entry, receivedAt: now };
      return [ownVersion(moved, column.author)];
    }),
  );
}
