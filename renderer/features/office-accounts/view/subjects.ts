import { map, type Observable } from 'rxjs';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import type { Register } from '../../../data/register.ts';

/** The subjects of the school, by name. */
export function allSubjects({ records }: Pick<Register, 'records'>): Observable<readonly Subject[]> {
  return records
    .find('subject', {})
    .pipe(map((found) => found.toSorted((a, b) => a.name.localeCompare(b.name, 'it'))));
}
