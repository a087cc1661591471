import { toPersonId, type PersonId } from '../../domain/base/ids.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import { personalDataId, type PersonalData } from '../../domain/kinds/personal-data/record.ts';
import type { School } from '../../domain/kinds/school/record.ts';
import { CLASS_A, CLASS_B, envelope, pupilOf, schoolRecords } from './test-school.ts';

/** A child as a guardian's record names it. */
export interface TestChild {
  readonly pupil: PersonId;
  readonly guardian?: 'first' | 'second';
}

/** A guardian with personal data. */
export function guardianRecords(
  id: PersonId,
  children: readonly TestChild[],
  { surname = 'Genitore', givenName = String(id), emails = [] as readonly string[] } = {},
): readonly [Person, PersonalData] {
  const person: Person = {
    ...envelope(id),
    kind: 'person',
    type: 'guardian',
    surname,
    givenName,
    roles: [],
    classes: [],
  };
  const data: PersonalData = {
    ...envelope(personalDataId(id)),
    kind: 'personalData',
    person: id,
    emails,
    phones: [],
    children: children.map(({ pupil, guardian = 'first' }) => ({ pupil, guardian })),
  };
  return [person, data];
}

/** The guardians of {@link familySchool}: Marta has children in both classes, Nino is the second guardian of one of hers. */
export const GUARDIANS = {
  marta: toPersonId('guardian-marta'),
  nino: toPersonId('guardian-nino'),
  olivia: toPersonId('guardian-olivia'),
} as const;

/** The test school with guardians: two children of Marta's (1A, 1B), of whom Nino shares the first; Olivia has no address. */
export function familySchool(pupils = 3): readonly RegisterRecord[] {
  const first = pupilOf(CLASS_A, 1);
  return [
    ...schoolRecords(pupils),
    ...guardianRecords(GUARDIANS.marta, [{ pupil: first }, { pupil: pupilOf(CLASS_B, 1) }], {
      givenName: 'Marta',
      emails: ['non un indirizzo', 'Marta@Example.it'],
    }),
    ...guardianRecords(GUARDIANS.nino, [{ pupil: first, guardian: 'second' }], {
      givenName: 'Nino',
      emails: ['nino@example.it'],
    }),
    ...guardianRecords(GUARDIANS.olivia, [{ pupil: pupilOf(CLASS_A, 2) }], { givenName: 'Olivia' }),
  ];
}

/** The school's record with other policies or another name. */
export function changedSchool(
  records: readonly RegisterRecord[],
  changes: Partial<Omit<School, 'policies'>> & { readonly policies?: Partial<School['policies']> },
): readonly RegisterRecord[] {
  return records.map((record) =>
    record.kind === 'school'
      ? { ...record, ...changes, policies: { ...record.policies, ...changes.policies } }
      : record,
  );
}
