import { combineLatest, map, of, type Observable } from 'rxjs';
import { toClassId, type ClassId } from '../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import type { Register } from '../../data/register.ts';
import type { Words } from '../../kinds/words.ts';

/** The columns of a class, by which a conflict over one of its grades is told (D78); none for one over anything else. */
export function columnsTold(
  { records }: Pick<Register, 'records'>,
  kind: string,
  schoolClass: ClassId | undefined,
): Observable<Words['column']> {
  if (kind !== 'grade' || schoolClass === undefined) return of(undefined);
  return records.find('assessment', { class: schoolClass }).pipe(
    map((columns) => {
      const known = new Map(columns.map((column) => [column.id, column]));
      return (id) => known.get(id);
    }),
  );
}

/** The classes of which grades are among entries, a line for each: the same text as long as they are the same. */
export function gradedClasses(entries: readonly Pick<JournalEntry, 'record'>[]): string {
  const classes = entries.flatMap(({ record }) => (record.kind === 'grade' ? [record.class] : []));
  return [...new Set(classes)].toSorted().join('\n');
}

/** The columns of these classes, by which entries of their grades are told: points with how many there are in all (D53). */
export function columnsOfClasses(
  { records }: Pick<Register, 'records'>,
  classes: string,
): Observable<Words['column']> {
  if (classes === '') return of(undefined);
  const asked = classes.split('\n').map((each) => records.find('assessment', { class: toClassId(each) }));
  return combineLatest(asked).pipe(
    map((found) => {
      const known = new Map(found.flat().map((column) => [column.id, column]));
      return (id) => known.get(id);
    }),
  );
}
