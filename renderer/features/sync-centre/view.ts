import { map, of, type Observable } from 'rxjs';
import type { ClassId } from '../../../domain/base/ids.ts';
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
