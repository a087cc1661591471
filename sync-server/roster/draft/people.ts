import type { LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { personalDataId, type PersonalData } from '../../../domain/records/personal-data.ts';
import type { Person, StaffRole } from '../../../domain/records/person.ts';
import { isFiscalCode } from '../values/cells.ts';
import { nameKey } from '../values/names.ts';
import type { ReasonCode } from '../report/reasons.ts';
import type { Draft } from './draft.ts';

/** What a source says about a person; what it does not say stays as it was. */
export interface PersonInput {
  readonly type: Person['type'];
  readonly surname: string;
  readonly givenName: string;
  readonly birthDate?: LocalDate | undefined;
  readonly sex?: PersonalData['sex'] | undefined;
  readonly birthPlace?: string;
  readonly birthProvince?: string;
  readonly address?: string;
  readonly city?: string;
  readonly province?: string;
  readonly fiscalCode?: string;
  readonly sourceId?: string;
  readonly sourceUsername?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly roles?: readonly StaffRole[];
  readonly leftOn?: LocalDate | undefined;
}

/** Outcome of looking for a person. */
export type Match =
  | { readonly kind: 'found'; readonly person: Person; readonly data: PersonalData | undefined }
  | { readonly kind: 'none'; readonly namesake: boolean }
  | { readonly kind: 'refused'; readonly code: ReasonCode; readonly value: string };

/** The people of the draft, found by fiscal code, source identifiers or name. */
export interface People {
  readonly find: (
    input: PersonInput,
    mayBe?: (candidate: Person, data: PersonalData | undefined) => boolean,
  ) => Match;
  readonly byUsername: (type: Person['type'], username: string) => Person | undefined;
  readonly bySourceId: (type: Person['type'], sourceId: string) => Person | undefined;
  readonly save: (input: PersonInput, match: Match) => Person;
  /** Puts a person with other classes, or personal data with other children. */
  readonly putPerson: (person: Person) => void;
  readonly putData: (person: Person, data: PersonalData) => void;
  readonly dataOf: (person: PersonId) => PersonalData | undefined;
}

const COUNTED = { pupil: 'pupils', guardian: 'guardians', staff: 'staff' } as const;

/** Opens the people of a draft. */
export function createPeople(draft: Draft): People {
  const index = new Map<string, Set<PersonId>>();
  const learn = (key: string, person: PersonId) => {
    index.set(key, (index.get(key) ?? new Set<PersonId>()).add(person));
  };
  const dataOf = (person: PersonId) => draft.get('personalData', personalDataId(person));
  const learnPerson = (person: Person) => {
    const data = dataOf(person.id);
    learn(`${person.type}/name/${fullNameKey(person)}`, person.id);
    if (data?.fiscalCode) learn(`${person.type}/fiscal/${data.fiscalCode}`, person.id);
    if (data?.sourceId) learn(`${person.type}/source/${data.sourceId}`, person.id);
    if (data?.sourceUsername) learn(`${person.type}/user/${data.sourceUsername.toLowerCase()}`, person.id);
  };
  for (const person of draft.all('person')) learnPerson(person);
  const lookUp = (key: string): readonly Person[] =>
    [...(index.get(key) ?? [])].flatMap((id) => draft.get('person', id) ?? []);

  const found = (person: Person): Match => ({ kind: 'found', person, data: dataOf(person.id) });
  const find: People['find'] = (input, mayBe = () => true) => {
    const { type, fiscalCode, sourceId, sourceUsername } = input;
    const several: Match = {
      kind: 'refused',
      code: 'ambiguousPerson',
      value: `${input.surname} ${input.givenName}`,
    };
    if (fiscalCode) {
      const [holder, other] = lookUp(`${type}/fiscal/${fiscalCode}`);
      if (other) return several;
      if (holder)
        return sharesName(holder, input)
          ? found(holder)
          : { kind: 'refused', code: 'fiscalCodeOfAnother', value: fiscalCode };
    }
    for (const key of [
      ...(sourceId ? [`${type}/source/${sourceId}`] : []),
      ...(sourceUsername ? [`${type}/user/${sourceUsername.toLowerCase()}`] : []),
    ]) {
      const [holder, other] = lookUp(key);
      if (other) return several;
      if (holder && contradicts(holder, input))
        return { kind: 'refused', code: 'identifierOfAnother', value: sourceId || (sourceUsername ?? '') };
      if (holder) return found(holder);
    }
    const namesakes = lookUp(`${type}/name/${fullNameKey(input)}`);
    const candidates = namesakes.filter(
      (person) => agrees(person, dataOf(person.id), input) && mayBe(person, dataOf(person.id)),
    );
    const [candidate, second] = candidates;
    if (second) return several;
    if (!candidate) return { kind: 'none', namesake: namesakes.length > 0 };
    const known = dataOf(candidate.id)?.fiscalCode;
    const differs = known !== undefined && fiscalCode !== undefined && known !== fiscalCode;
    return differs && isFiscalCode(known) && isFiscalCode(fiscalCode)
      ? { kind: 'refused', code: 'sameNameOtherFiscalCode', value: known }
      : found(candidate);
  };
  const putPerson = (person: Person) => draft.put(person, COUNTED[person.type], `person/${person.id}`);
  const putData = (person: Person, data: PersonalData) =>
    draft.put(data, COUNTED[person.type], `person/${person.id}`);

  return {
    find,
    byUsername: (type, username) => lookUp(`${type}/user/${username.toLowerCase()}`)[0],
    bySourceId: (type, sourceId) => lookUp(`${type}/source/${sourceId}`)[0],
    save: (input, match) => {
      const before = match.kind === 'found' ? match : undefined;
      const id = before?.person.id ?? draft.newPersonId();
      draft.put(personPayload(id, input, before?.person), COUNTED[input.type], `person/${id}`);
      draft.put(dataPayload(id, input, before?.data), COUNTED[input.type], `person/${id}`);
      const saved = draft.get('person', id);
      if (!saved) throw new Error('A person that was just put is there');
      learnPerson(saved);
      return saved;
    },
    putPerson,
    putData,
    dataOf,
  };
}

function personPayload(id: PersonId, input: PersonInput, before: Person | undefined) {
  const sameName = before !== undefined && fullNameKey(before) === fullNameKey(input);
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

function dataPayload(person: PersonId, input: PersonInput, before: PersonalData | undefined) {
  const texts = Object.fromEntries(
    TEXT_FIELDS.flatMap((field) => {
      const value = input[field] || before?.[field];
      return value === undefined || value === '' ? [] : [[field, value]];
    }),
  );
  return {
    id: personalDataId(person),
    kind: 'personalData',
    person,
    ...texts,
    // Contacts are added, never taken away: the office may know more than the source.
    emails: [...new Set([...(before?.emails ?? []), ...(input.emails ?? [])])].slice(0, 10),
    phones: [...new Set([...(before?.phones ?? []), ...(input.phones ?? [])])].slice(0, 10),
    children: before?.children ?? [],
  } as const;
}

function fullNameKey(person: Pick<Person, 'surname' | 'givenName'>): string {
  return `${nameKey(person.surname)}/${nameKey(person.givenName)}`;
}

/** Whether surname or given name is the same: a fiscal code with neither in common was typed into the wrong row. */
function sharesName(person: Person, input: PersonInput): boolean {
  return (
    nameKey(person.surname) === nameKey(input.surname) ||
    nameKey(person.givenName) === nameKey(input.givenName)
  );
}

/** Whether an identifier leads to somebody of another birth date or given name (a surname may change, a second name be left out). */
function contradicts(person: Person, input: PersonInput): boolean {
  const { birthDate } = input;
  const otherBirth =
    birthDate !== undefined && person.birthDate !== undefined && person.birthDate !== birthDate;
  const [known, given] = [nameKey(person.givenName), nameKey(input.givenName)];
  return otherBirth || !(known.includes(given) || given.includes(known));
}

/** Whether nothing known of a namesake contradicts the source. */
function agrees(person: Person, data: PersonalData | undefined, input: PersonInput): boolean {
  const differ = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && a !== '' && b !== '' && a.toLowerCase() !== b.toLowerCase();
  if (differ(data?.sourceUsername, input.sourceUsername) || differ(data?.sourceId, input.sourceId))
    return false;
  if (input.type === 'pupil')
    return (
      person.birthDate !== undefined && input.birthDate !== undefined && person.birthDate === input.birthDate
    );
  return true;
}
