import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { StaffRole } from '../../../domain/access/staff-role.ts';
import type { Household, InventedPerson } from '../people/invented-person.ts';
import type { Stamp } from '../stamp.ts';

/** What a person is at a school. */
export interface PersonFacts {
  readonly id: PersonId;
  readonly person: InventedPerson;
  readonly type: Person['type'];
  readonly roles?: readonly StaffRole[];
  readonly classes?: readonly ClassId[];
  readonly leftOn?: LocalDate;
  readonly household?: Household;
  readonly children?: PersonalData['children'];
}

/** A person's two records: what everybody who works with them sees, and what the office alone sees. */
export function personRecords(facts: PersonFacts, stamp: Stamp): readonly [Person, PersonalData] {
  const { person: invented, type } = facts;
  const person: Person = {
    ...stamp.office(),
    id: facts.id,
    kind: 'person',
    type,
    surname: invented.surname,
    givenName: invented.givenName,
    ...(type === 'pupil' ? { birthDate: invented.birthDate } : {}),
    roles: facts.roles ?? [],
    classes: facts.classes ?? [],
    ...(facts.leftOn === undefined ? {} : { leftOn: facts.leftOn }),
  };
  const data: PersonalData = {
    ...stamp.office(),
    id: personalDataId(facts.id),
    kind: 'personalData',
    personType: facts.type,
    person: facts.id,
    fiscalCode: invented.fiscalCode,
    sex: invented.sex,
    birthPlace: invented.birthPlace,
    birthProvince: 'MO',
    ...facts.household,
    // Children reach the school through their guardians: no contacts of their own.
    emails: type === 'pupil' ? [] : [invented.email],
    phones: type === 'pupil' ? [] : [invented.phone],
    children: facts.children ?? [],
  };
  return [person, data];
}
