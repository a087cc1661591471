import { map, type Observable } from 'rxjs';
import { groupBy } from '../../domain/base/group-by.ts';
import type { ClassId, PersonId } from '../../domain/base/ids.ts';
import { listName } from '../../domain/kinds/person/record.ts';
import type { Register } from '../data/register.ts';

/** Those of a class, at any time of the year, who share their name with another one of it; live. */
export function namesakes(
  { records }: Pick<Register, 'records'>,
  schoolClass: ClassId,
): Observable<ReadonlySet<PersonId>> {
  return records.facts$.pipe(
    map((facts) => {
      const ids = new Set(facts.enrolmentsOf(schoolClass).map(({ pupil }): PersonId => pupil));
      const byName = groupBy(
        [...ids].flatMap((id) => facts.person(id) ?? []),
        listName,
      );
      const shared = [...byName.values()].filter(({ length }) => length > 1).flat();
      return new Set(shared.map(({ id }) => id));
    }),
  );
}
