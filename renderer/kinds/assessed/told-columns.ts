import { combineLatest, map, type Observable } from 'rxjs';
import type { ClassId } from '../../../domain/base/ids.ts';
import type { Register } from '../../data/register.ts';
import type { Words } from '../words.ts';

/** The columns of these classes, by which their grades are told (D78): points with how many there are in all (D53). */
export function toldColumns(
  { records }: Pick<Register, 'records'>,
  classes: readonly ClassId[],
): Observable<Words['column']> {
  return combineLatest(classes.map((each) => records.find('assessment', { class: each }))).pipe(
    map((found) => {
      const known = new Map(found.flat().map((column) => [column.id, column]));
      return (id) => known.get(id);
    }),
  );
}
