import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { cleanPerson, type CleanPerson } from '../matching/clean.ts';
import { findPerson, type Circumstances, type Match } from '../matching/find-person.ts';
import { codeKey, hasForm, isSoundCode } from '../values/fiscal-code.ts';
import { keyOf } from '../matching/likeness.ts';
import type { PersonInput } from '../matching/person-input.ts';
import { looseKey, type Survey } from '../matching/survey.ts';
import type { PlaceInWords } from '../report/import-report.ts';
import { createAddressBook, type AddressChange, type Addresses } from './addresses.ts';
import type { Draft } from './draft.ts';

/** The people of the draft, found by fiscal code, source identifiers, name, birth date or family. */
export interface People {
  /** A row's person without what identifies nobody. */
  readonly clean: (input: PersonInput, circumstances?: Circumstances) => CleanPerson;
  readonly find: (clean: CleanPerson, circumstances?: Circumstances) => Match;
  readonly byUsername: (type: Person['type'], username: string) => Person | undefined;
  readonly bySourceId: (type: Person['type'], sourceId: string) => Person | undefined;
  /** Saves a row's person; `place` is that of the row's addresses. */
  readonly save: (clean: CleanPerson, match: Match, place: PlaceInWords) => Person;
  /** What the rows of the run did to people's addresses. */
  readonly addressChanges: () => readonly AddressChange[];
  /** Puts a person with other classes or a last day, or personal data with other children. */
  readonly putPerson: (person: Person) => void;
  readonly putData: (person: Person, data: PersonalData) => void;
  readonly dataOf: (person: PersonId) => PersonalData | undefined;
  /** The guardians of a pupil. */
  readonly guardiansOf: (pupil: PersonId) => readonly Person[];
}

const COUNTED = { pupil: 'pupils', guardian: 'guardians', staff: 'staff' } as const;

/** Opens the people of a draft; the survey tells what the files of the run use for several people. */
export function createPeople(draft: Draft, survey: Survey): People {
  const index = new Map<string, Set<PersonId>>();
  const guardians = new Map<PersonId, Set<PersonId>>();
  const addresses = createAddressBook();
  const learn = (key: string, person: PersonId) => {
    const known = index.get(key);
    if (known) known.add(person);
    else index.set(key, new Set([person]));
  };
  const dataOf = (person: PersonId) => draft.get('personalData', personalDataId(person));
  const learnChildren = (data: PersonalData) => {
    for (const { pupil } of data.children)
      guardians.set(pupil, (guardians.get(pupil) ?? new Set<PersonId>()).add(data.person));
  };
  const learnPerson = (person: Person) => {
    const data = dataOf(person.id);
    for (const key of indexKeys(person.type, person, data)) learn(key, person.id);
    if (data) learnChildren(data);
  };
  for (const person of draft.all('person')) learnPerson(person);
  const lookUp = (keys: readonly string[]): readonly Person[] =>
    [...new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]))].flatMap(
      (id) => draft.get('person', id) ?? [],
    );
  const guardiansOf = (pupil: PersonId) =>
    [...(guardians.get(pupil) ?? [])].flatMap((id) => draft.get('person', id) ?? []);
  const putPerson = (person: Person) => draft.put(person, COUNTED[person.type], `person/${person.id}`);
  const putData = (person: Person, data: PersonalData) => {
    draft.put(data, COUNTED[person.type], `person/${person.id}`);
    learnChildren(data);
  };

  return {
    clean: (input, circumstances) => cleanPerson(input, survey, circumstances),
    find: (clean, circumstances = {}) => {
      const { input, claimedCode } = clean;
      const code = claimedCode ?? input.fiscalCode;
      const relatives =
        circumstances.child === undefined || input.type !== 'guardian'
          ? []
          : guardiansOf(circumstances.child);
      const { type, surname, givenName, birthDate } = input;
      const keys = indexKeys(type, input, { ...input, ...(code ? { fiscalCode: code } : {}) });
      const exchanged = indexKeys(type, { surname: givenName, givenName: surname, birthDate }, undefined);
      const found = lookUp([...keys, ...(birthDate === undefined ? [] : exchanged)]);
      const candidates = [...new Set([...found, ...relatives])].map((person) => ({
        person,
        data: dataOf(person.id),
      }));
      return findPerson(clean, candidates, survey, { circumstances, today: draft.today });
    },
    byUsername: (type, username) => lookUp([`${type}/user/${username.toLowerCase()}`])[0],
    bySourceId: (type, sourceId) => lookUp([`${type}/source/${sourceId}`])[0],
    save: (clean, match, place) => {
      const before = match.kind === 'found' ? match : undefined;
      const id = before?.person.id ?? draft.newPersonId();
      const keepsDate = match.kind === 'found' && match.remark?.code === 'birthDateAgainstCode';
      const input = keepsDate ? withoutBirthDate(clean.input) : clean.input;
      draft.put(personPayload(id, input, before?.person), COUNTED[input.type], `person/${id}`);
      const isSurmised = match.kind === 'found' && match.isSurmised;
      draft.put(
        dataPayload(
          id,
          input,
          before?.data,
          addresses.of(id, { ...clean, input }, before?.data, isSurmised, place),
        ),
        COUNTED[input.type],
        `person/${id}`,
      );
      const saved = draft.get('person', id);
      if (!saved) throw new Error('A person that was just put is there');
      learnPerson(saved);
      return saved;
    },
    addressChanges: addresses.changes,
    putPerson,
    putData,
    dataOf,
    guardiansOf,
  };
}

/** What a person is found by; a name also with its parts exchanged, a birth date for names that resemble. */
function indexKeys(
  type: Person['type'],
  {
    surname,
    givenName,
    birthDate,
  }: Pick<Person, 'surname' | 'givenName'> & { readonly birthDate?: LocalDate | undefined },
  data:
    | { readonly fiscalCode?: string; readonly sourceId?: string; readonly sourceUsername?: string }
    | undefined,
): readonly string[] {
  const { fiscalCode, sourceId, sourceUsername } = data ?? {};
  const [one, other] = [keyOf(surname), keyOf(givenName)];
  return [
    `${type}/name/${one}/${other}`,
    ...(birthDate === undefined
      ? []
      : [`${type}/${birthDate}/surname/${one}`, `${type}/${birthDate}/given/${other}`]),
    ...(fiscalCode ? [`${type}/fiscal/${hasForm(fiscalCode) ? codeKey(fiscalCode) : fiscalCode}`] : []),
    ...(sourceId ? [`${type}/source/${sourceId}`] : []),
    ...(sourceUsername ? [`${type}/user/${sourceUsername.toLowerCase()}`] : []),
  ];
}

function withoutBirthDate({ birthDate: _left, ...input }: PersonInput): PersonInput {
  return input;
}

function personPayload(id: PersonId, input: PersonInput, before: Person | undefined) {
  const sameName = before !== undefined && looseKey(before) === looseKey(input);
  const roles = [...new Set([...(before?.roles ?? []), ...(input.roles ?? [])])];
  const birthDate = input.birthDate ?? before?.birthDate;
  const leftOn = input.leftOn ?? before?.leftOn;
  return {
    id,
    kind: 'person',
    type: input.type,
    // The office may have corrected capitals or accents: a source that differs in nothing else does not undo it.
    surname: sameName ? before.surname : input.surname,
    givenName: sameName ? before.givenName : input.givenName,
    ...(birthDate === undefined || input.type !== 'pupil' ? {} : { birthDate }),
    roles,
    classes: before?.classes ?? [],
    ...(leftOn === undefined ? {} : { leftOn }),
  } as const;
}

const TEXT_FIELDS = [
  'fiscalCode',
  'sourceId',
  'sourceUsername',
  'sex',
  'birthPlace',
  'birthProvince',
  'address',
  'city',
  'province',
] as const;

function dataPayload(
  person: PersonId,
  input: PersonInput,
  before: PersonalData | undefined,
  addresses: Addresses,
) {
  const isProvisional = input.fiscalCode !== undefined && !isSoundCode(input.fiscalCode);
  const texts = Object.fromEntries(
    TEXT_FIELDS.flatMap((field) => {
      const known = before?.[field];
      // A provisional code does not take the place of the real one.
      const isWorse = field === 'fiscalCode' && isProvisional && known !== undefined && isSoundCode(known);
      const value = isWorse ? known : input[field] || known;
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
  const { emails, unconfirmedEmails } = addresses;
  return {
    id: personalDataId(person),
    kind: 'personalData',
    person,
    personType: input.type,
    ...texts,
    emails: [...emails],
    ...(unconfirmedEmails.length === 0 ? {} : { unconfirmedEmails: [...unconfirmedEmails] }),
    // Numbers are added, never taken away: the office may know more than the source.
    phones: [...new Set([...(before?.phones ?? []), ...(input.phones ?? [])])].slice(0, 10),
    children: before?.children ?? [],
  } as const;
}
