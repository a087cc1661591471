import { map, type Observable } from 'rxjs';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { Register } from '../../data/register.ts';

/** A line of the class list. */
export interface ListedPupil {
  readonly person: Person;
  /** As the roll counts them. */
  readonly number: number;
  /** The group of the split class, by its name. */
  readonly group?: string;
}

/** The list of a class on a day. */
export interface ClassList {
  readonly name: string;
  readonly day: LocalDate;
  readonly pupils: readonly ListedPupil[];
  readonly hasGroups: boolean;
}

/** Who is enrolled in a class on a day, by name, with their group, live. */
export function classList(
  { records }: Pick<Register, 'records'>,
  { schoolClass: id, day }: Pick<HourPlace, 'schoolClass' | 'day'>,
): Observable<ClassList> {
  return records.facts$.pipe(
    map((facts) => {
      const schoolClass = facts.schoolClass(id);
      const enrolled = new Set(
        facts.enrolmentsOf(id).flatMap((one) => (holdsOn(one, day) ? [one.pupil] : [])),
      );
      const pupils = [...enrolled]
        .flatMap((pupil) => facts.person(pupil) ?? [])
        .toSorted(compareByName)
        .map((person, index) => {
          const group = facts.view.groupNameOn(person.id, id, day);
          return { person, number: index + 1, ...(group === undefined ? {} : { group }) };
        });
      return {
        name: schoolClass ? className(schoolClass) : '',
        day,
        pupils,
        hasGroups: pupils.some(({ group }) => group !== undefined),
      };
    }),
  );
}
