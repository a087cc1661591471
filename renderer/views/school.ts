import { map, type Observable } from 'rxjs';
import { dayOfInstant } from '../../domain/base/local-date.ts';
import type { School } from '../../domain/kinds/school/record.ts';
import type { SchoolYear } from '../../domain/kinds/school-year/record.ts';
import type { Register } from '../data/register.ts';
import type { SchoolIndex } from '../data/school/school-index.ts';

/** The names that this device knows, live. */
export function schoolIndex({ records }: Pick<Register, 'records'>): Observable<SchoolIndex> {
  return records.facts$;
}

/** The school itself, live; undefined before it has arrived. */
export function ownSchool({ records }: Pick<Register, 'records'>): Observable<School | undefined> {
  return records.facts$.pipe(map((facts) => facts.school));
}

/** The school year of today, live. */
export function schoolYear({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<SchoolYear | undefined> {
  return records.facts$.pipe(map((facts) => facts.yearOn(dayOfInstant(now()))));
}
