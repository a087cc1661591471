import type { ClassId, PersonId } from '../base/ids.ts';
import { startYearOfClass } from '../kinds/class/record.ts';
import { enrolmentId, type Enrolment } from '../kinds/enrolment/record.ts';
import type { ListedPupil, NameList } from '../kinds/name-list/record.ts';
import type { Person } from '../kinds/person/record.ts';
import { localDate } from '../base/local-date.ts';

/** People and enrolments, as a device has them. */
interface Roster {
  readonly person: readonly Person[];
  readonly enrolment: readonly Enrolment[];
}

/**
 * What a device knows of pupils, the lists of names included: of a class of which it has no enrolment, its list says who is in it (D209).
 * Whoever belongs to a class has more of it than the list, and reads no list.
 */
export function withNamedPupils({ person, enrolment }: Roster, lists: readonly NameList[]): Roster {
  const known = new Set<ClassId>(enrolment.map((one) => one.class));
  const named = lists.filter((list) => !known.has(list.class));
  if (named.length === 0) return { person, enrolment };
  const people = new Set<PersonId>(person.map(({ id }) => id));
  const added: Person[] = [];
  for (const list of named)
    for (const pupil of list.pupils) {
      if (people.has(pupil.id)) continue;
      people.add(pupil.id);
      added.push(asPerson(list, pupil));
    }
  return {
    person: [...person, ...added],
    enrolment: [
      ...enrolment,
      ...named.flatMap((list) => list.pupils.map((pupil) => asEnrolment(list, pupil))),
    ],
  };
}

function asPerson(list: NameList, { id, surname, givenName, birthDate }: ListedPupil): Person {
  return {
    ...envelopeOf(list),
    id,
    kind: 'person',
    type: 'pupil',
    surname,
    givenName,
    ...(birthDate === undefined ? {} : { birthDate }),
    roles: [],
    classes: [list.class],
  };
}

function asEnrolment(list: NameList, { id, from: begins, to }: ListedPupil): Enrolment {
  const from = begins ?? localDate(startYearOfClass(list.class) ?? 0, 9, 1);
  return {
    ...envelopeOf(list),
    id: enrolmentId(id, list.class, from),
    kind: 'enrolment',
    pupil: id,
    class: list.class,
    from,
    ...(to === undefined ? {} : { to }),
  };
}

function envelopeOf({ school, author, entry, recordedAt }: NameList) {
  return { school, author, entry, recordedAt };
}
