import type { LocalDate } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Table } from '../columns/recognise.ts';
import { readRows, type RowReader } from '../columns/row-reader.ts';
import { createFindings } from '../report/import-report.ts';
import { readPerson } from './person-fields.ts';
import { readEmail, readFiscalCode, splitList } from '../values/cells.ts';
import { niceName } from '../values/names.ts';
import { codeKey, hasForm } from '../values/fiscal-code.ts';
import { mailboxKey, mayBeIdentifier, phoneKey } from './identifiers.ts';
import { keyOf, signedKey, type Named } from './likeness.ts';
import { isNoGuardian } from './placeholder-names.ts';

/** What the files of a run say together, before any row is taken: what is used for several people, and who has a row of their own. */
export interface Survey {
  /** Whether a table has a row for a person: of this name and birth date, or with the person's code or identifier. */
  readonly lists: (person: Listed, table?: Table) => boolean;
  /** Whether a provisional code stands beside several names, here or in the register: then it is nobody's. */
  readonly isSharedCode: (code: string) => boolean;
  /** Whether the identifiers of a table are the numbers of its rows. */
  readonly hasRowNumbers: (table: Table) => boolean;
  /** Whether an address or telephone stands beside the children of three families or more: the school's own, for example. */
  readonly isSharedContact: (contact: string) => boolean;
  /** Whether an address stands beside guardians of different names whose children have different surnames. */
  readonly isOfSeveralFamilies: (email: string) => boolean;
  /** Whether an address stands as their own beside pupils of different surnames: a class's, or one family's that was copied down. */
  readonly isOfSeveralPupils: (email: string) => boolean;
}

/** What a row of its own is recognised by. */
export interface Listed extends Named {
  readonly type: Person['type'];
  readonly birthDate?: LocalDate | undefined;
  readonly fiscalCode?: string | undefined;
  readonly sourceId?: string | undefined;
}

/** Families beside which a contact proves nothing any more. */
const SHARED_FROM = 3;

interface ContactUse {
  readonly families: Set<string>;
  readonly guardians: Set<string>;
}

/** Whose contacts a source has that is no table. */
export interface SourceContacts {
  readonly ofGuardians: readonly {
    readonly contact: string;
    /** The child's surname as it is compared. */
    readonly family: string;
    readonly guardian: string;
  }[];
  readonly ofPupils: readonly { readonly email: string; readonly family: string }[];
}

/** Looks through the tables of a run, the contacts of its sets and the records of the school. */
export function surveyTables(
  tables: readonly Table[],
  existing: readonly RegisterRecord[],
  today: LocalDate,
  sets: readonly SourceContacts[] = [],
): Survey {
  const listed = new Set<string>();
  // By the table itself: two sheets, or two files from different folders, may have one name.
  const listedIn = new Map<Table, Set<string>>();
  const namesOfCode = new Map<string, Set<string>>();
  const contacts = new Map<string, ContactUse>();
  const familiesOfPupils = new Map<string, Set<string>>();
  const numbered = new Set<Table>();
  const noteCode = (code: string, person: Named) => {
    if (code === '' || hasForm(code)) return;
    const names = namesOfCode.get(code) ?? new Set<string>();
    namesOfCode.set(code, names.add(looseKey(person)));
  };
  const noteContact = (written: string, family: string, guardian: string) => {
    const contact = contactKey(written);
    const use = contacts.get(contact) ?? { families: new Set<string>(), guardians: new Set<string>() };
    contacts.set(contact, use);
    use.families.add(family);
    use.guardians.add(guardian);
  };
  const notePupil = (email: string, family: string) => {
    const mailbox = mailboxKey(email);
    familiesOfPupils.set(mailbox, (familiesOfPupils.get(mailbox) ?? new Set<string>()).add(family));
  };
  const list = (person: Listed, own: Set<string>) => {
    for (const key of keysOf(person)) {
      listed.add(key);
      own.add(key);
    }
  };

  surveyRegister(existing, noteCode, noteContact);
  for (const { ofGuardians, ofPupils } of sets) {
    for (const { contact, family, guardian } of ofGuardians) noteContact(contact, family, guardian);
    for (const { email, family } of ofPupils) notePupil(email, family);
  }
  for (const table of tables) {
    if (table.kind === 'posts' || table.kind === 'coordinators') continue;
    const rows = readRows(table, createFindings('en'));
    if (areRowNumbers(rows.map((row) => row.get('sourceId')))) numbered.add(table);
    const own = new Set<string>();
    listedIn.set(table, own);
    const type = table.kind === 'pupils' ? 'pupil' : 'staff';
    for (const row of rows) {
      const person = readPerson(row, today, createFindings('en'));
      if (!person) continue;
      list({ ...person, type }, own);
      noteCode(person.fiscalCode, person);
      if (type === 'pupil') {
        for (const email of person.emails) notePupil(email, keyOf(person.surname));
        for (const one of guardiansOf(row)) {
          noteCode(one.fiscalCode, one);
          for (const contact of one.contacts) noteContact(contact, keyOf(person.surname), looseKey(one));
        }
      }
    }
  }
  return {
    lists: (person, table) => {
      const among = table === undefined ? listed : listedIn.get(table);
      return keysOf(person).some((key) => among?.has(key) === true);
    },
    isSharedCode: (code) => (namesOfCode.get(code)?.size ?? 0) > 1,
    hasRowNumbers: (table) => numbered.has(table),
    isSharedContact: (contact) => (contacts.get(contactKey(contact))?.families.size ?? 0) >= SHARED_FROM,
    isOfSeveralFamilies: (email) => {
      const use = contacts.get(contactKey(email));
      return use !== undefined && use.families.size > 1 && use.guardians.size > 1;
    },
    isOfSeveralPupils: (email) => (familiesOfPupils.get(contactKey(email))?.size ?? 0) > 1,
  };
}

/** A guardian in a pupil's row, as far as the survey needs to know. */
export interface GuardianCells extends Named {
  readonly fiscalCode: string;
  /** Addresses, and telephones by their digits. */
  readonly contacts: readonly string[];
}

/** The guardians whom a pupil's row names. */
export function guardiansOf(row: RowReader): readonly GuardianCells[] {
  return ([1, 2] as const).flatMap((number) => {
    const surname = niceName(row.get(`guardian${number}Surname`));
    const givenName = niceName(row.get(`guardian${number}GivenName`));
    if (surname === '' || givenName === '' || isNoGuardian(surname, givenName)) return [];
    const emails = splitList(row.get(`guardian${number}Email`)).flatMap((text) => readEmail(text) ?? []);
    const phones = splitList(row.get(`guardian${number}Phone`)).flatMap((text) => phoneKey(text) ?? []);
    const fiscalCode = readFiscalCode(row.get(`guardian${number}FiscalCode`)).slice(0, 32);
    return [{ surname, givenName, fiscalCode, contacts: [...emails, ...phones] }];
  });
}

/** A telephone by its digits already; an address by its mailbox. */
function contactKey(contact: string): string {
  return contact.includes('@') ? mailboxKey(contact) : contact;
}

/** A name without regard to signs. */
export function looseKey({ surname, givenName }: Named): string {
  return `${keyOf(surname)}/${keyOf(givenName)}`;
}

function surveyRegister(
  existing: readonly RegisterRecord[],
  noteCode: (code: string, person: Named) => void,
  noteContact: (contact: string, family: string, guardian: string) => void,
): void {
  const people = new Map(
    existing.flatMap((record) => (record.kind === 'person' ? [[record.id, record] as const] : [])),
  );
  for (const data of existing) {
    if (data.kind !== 'personalData') continue;
    const person = people.get(data.person);
    if (!person) continue;
    noteCode(data.fiscalCode ?? '', person);
    const contacts = [...data.emails, ...data.phones.flatMap((phone) => phoneKey(phone) ?? [])];
    for (const { pupil } of data.children)
      for (const contact of contacts)
        noteContact(contact, keyOf(people.get(pupil)?.surname ?? ''), looseKey(person));
  }
}

function keysOf({ type, birthDate, fiscalCode, sourceId, ...name }: Listed): readonly string[] {
  return [
    // A name alone says little of a pupil, and all there is of others.
    ...(birthDate !== undefined || type !== 'pupil' ? [`${type}/${signedKey(name)}/${birthDate ?? ''}`] : []),
    ...(fiscalCode && hasForm(fiscalCode) ? [`${type}/${codeKey(fiscalCode)}`] : []),
    ...(sourceId && mayBeIdentifier(sourceId) ? [`${type}#${sourceId}`] : []),
  ];
}

const FEWEST_NUMBERED = 3;

/** Whether a column counts its rows: whole numbers, each one more than the one before, or beginning anew at 1. */
function areRowNumbers(column: readonly string[]): boolean {
  const numbers = column
    .filter((text) => text !== '')
    .map((text) => Number(/^\D{0,9}?(\d+)\D?$/.exec(text)?.[1] ?? Number.NaN));
  if (numbers.length < FEWEST_NUMBERED || numbers[0] === undefined || numbers[0] > 1) return false;
  return numbers.every(
    (number, index) => index === 0 || number === 1 || number === (numbers[index - 1] ?? 0) + 1,
  );
}
