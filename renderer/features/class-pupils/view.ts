import { combineLatest, map, type Observable } from 'rxjs';
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
  /** Groups of the split class, by their names. */
  readonly groups: readonly string[];
}

/** The list of a class on a day. */
export interface ClassList {
  readonly name: string;
  readonly day: LocalDate;
  readonly pupils: readonly ListedPupil[];
  readonly hasGroups: boolean;
}

/** Who is enrolled in a class on a day, by name, with their groups, live. */
export function classList(
  { records }: Pick<Register, 'records'>,
  { schoolClass: id, day }: Pick<HourPlace, 'schoolClass' | 'day'>,
): Observable<ClassList> {
  return combineLatest([records.facts$, records.find('group', {}), records.find('groupMembership', {})]).pipe(
    map(([facts, groups, memberships]) => {
      const schoolClass = facts.schoolClass(id);
      const names = new Map(groups.flatMap((one) => (one.class === id ? [[one.code, one.name]] : [])));
      const present = memberships.filter((one) => one.class === id && holdsOn(one, day));
      const enrolled = new Set(
        facts.enrolmentsOf(id).flatMap((one) => (holdsOn(one, day) ? [one.pupil] : [])),
      );
      const pupils = [...enrolled]
        .flatMap((pupil) => facts.person(pupil) ?? [])
        .toSorted(compareByName)
        .map((person, index) => ({
          person,
          number: index + 1,
          groups: present
            .filter(({ pupil }) => pupil === person.id)
            .map(({ group }) => names.get(group) ?? group)
            .toSorted((a, b) => a.localeCompare(b, 'it')),
        }));
      return {
        name: schoolClass ? className(schoolClass) : '',
        day,
        pupils,
        hasGroups: pupils.some((pupil) => pupil.groups.length > 0),
      };
    }),
  );
}
