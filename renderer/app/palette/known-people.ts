import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { map, type Observable } from 'rxjs';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { compareByName } from '../../../domain/kinds/person/record.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { Register } from '../../data/register.ts';

/** The pupils of the reader's classes, and the school's teachers as far as this device knows them; by name. */
export interface KnownPeople {
  readonly pupils: readonly { readonly person: Person; readonly schoolClass: SchoolClass }[];
  readonly teachers: readonly Person[];
}

/** The pupils of the reader's classes on a day, each with the class, and the school's teachers; by name, live. */
export function knownPeople({ records }: Pick<Register, 'records'>, day: LocalDate): Observable<KnownPeople> {
  return records.facts$.pipe(
    map((facts) => ({
      pupils: facts
        .myClasses(day)
        .flatMap((schoolClass) =>
          facts
            .enrolmentsOf(schoolClass.id)
            .filter((enrolment) => holdsOn(enrolment, day))
            .flatMap(({ pupil }) => {
              const person = facts.person(pupil);
              return person ? [{ person, schoolClass }] : [];
            }),
        )
        .toSorted((a, b) => compareByName(a.person, b.person)),
      teachers: facts.teachers().toSorted(compareByName),
    })),
  );
}
