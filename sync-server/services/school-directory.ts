import type { ClassId, PersonId, SchoolId } from '../../domain/base/ids.ts';
import type { Assignment } from '../../domain/kinds/assignment/record.ts';
import type { BellScheme } from '../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { CollectionName, RegisterRecord } from '../../domain/kinds/collections.ts';
import type { Enrolment } from '../../domain/kinds/enrolment/record.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import type { PersonalData } from '../../domain/kinds/personal-data/record.ts';
import type { SchoolYear } from '../../domain/kinds/school-year/record.ts';
import type { School } from '../../domain/kinds/school/record.ts';
import type { TimetableEntry } from '../../domain/kinds/timetable-entry/record.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import type { SchoolReader } from '../storage/storage.ts';

/** What decisions on rights need of a school, indexed; never changed once built. */
export interface SchoolSnapshot {
  readonly school: School | undefined;
  readonly years: ReadonlyMap<number, SchoolYear>;
  readonly bellSchemes: readonly BellScheme[];
  readonly classes: ReadonlyMap<ClassId, SchoolClass>;
  /** Everybody, those who left included. */
  readonly people: ReadonlyMap<PersonId, Person>;
  /** The children of the guardians. */
  readonly childrenOf: ReadonlyMap<PersonId, PersonalData['children']>;
  /** The fiscal code in somebody's record, as it was typed. */
  readonly fiscalCodeOf: ReadonlyMap<PersonId, string>;
  /** Those whose record holds a fiscal code, by it. */
  readonly peopleByFiscalCode: ReadonlyMap<string, readonly PersonId[]>;
  /**
   * The addresses in the school's own record of somebody, as the office typed them: whatever opens an account is sent to no other. Those
   * that wait for a clerk's word are not among them.
   */
  readonly emailsOf: ReadonlyMap<PersonId, readonly string[]>;
  /** The addresses that an import could not be sure of, until a clerk confirms them. */
  readonly unconfirmedEmailsOf: ReadonlyMap<PersonId, readonly string[]>;
  readonly assignmentsOf: ReadonlyMap<PersonId, readonly Assignment[]>;
  /** Timetable cells by class. */
  readonly timetableOf: ReadonlyMap<ClassId, readonly TimetableEntry[]>;
  readonly enrolmentsOf: ReadonlyMap<PersonId, readonly Enrolment[]>;
}

/** Gives the snapshot of a school as a reader sees it. */
export interface SchoolDirectory {
  at(school: SchoolId, reader: SchoolReader): Promise<SchoolSnapshot>;
}

const SOURCES = ['settings', 'roster', 'timetable'] as const satisfies readonly CollectionName[];
/** Schools held in memory at once; the one unused for longest makes room. */
const SCHOOLS_KEPT = 64;

/** Builds snapshots and keeps each until one of the collections it was built from has moved on. */
export function createSchoolDirectory(): SchoolDirectory {
  const kept = new Map<SchoolId, { readonly version: string; readonly snapshot: SchoolSnapshot }>();
  return {
    async at(school, reader) {
      const heads = await reader.heads();
      const version = SOURCES.map((name) => heads[name] ?? 0).join('.');
      const known = kept.get(school);
      const entry = known?.version === version ? known : { version, snapshot: await build(reader) };
      kept.delete(school);
      kept.set(school, entry);
      const oldest = kept.size > SCHOOLS_KEPT ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return entry.snapshot;
    },
  };
}

async function build(reader: SchoolReader): Promise<SchoolSnapshot> {
  const texts = await Promise.all(SOURCES.map((name) => reader.collection(name)));
  const byKind = new Map<string, RegisterRecord[]>();
  for (const json of texts.flat()) {
    const record = storedRecord(json);
    const own = byKind.get(record.kind);
    if (own) own.push(record);
    else byKind.set(record.kind, [record]);
  }
  const all = <R extends RegisterRecord>(kind: R['kind']) => (byKind.get(kind) ?? []) as R[];
  return {
    school: all<School>('school')[0],
    years: new Map(all<SchoolYear>('schoolYear').map((year) => [year.startYear, year])),
    bellSchemes: all<BellScheme>('bellScheme'),
    classes: new Map(all<SchoolClass>('class').map((schoolClass) => [schoolClass.id, schoolClass])),
    people: new Map(all<Person>('person').map((person) => [person.id, person])),
    childrenOf: new Map(
      all<PersonalData>('personalData')
        .filter(({ children }) => children.length > 0)
        .map(({ person, children }) => [person, children]),
    ),
    fiscalCodeOf: new Map(
      all<PersonalData>('personalData').flatMap(({ person, fiscalCode }) =>
        fiscalCode === undefined ? [] : [[person, fiscalCode] as const],
      ),
    ),
    peopleByFiscalCode: groupedByFiscalCode(all<PersonalData>('personalData')),
    emailsOf: addressesOf(all<PersonalData>('personalData'), ({ emails, unconfirmedEmails = [] }) =>
      emails.filter((email) => !unconfirmedEmails.includes(email)),
    ),
    unconfirmedEmailsOf: addressesOf(
      all<PersonalData>('personalData'),
      ({ unconfirmedEmails = [] }) => unconfirmedEmails,
    ),
    assignmentsOf: Map.groupBy(all<Assignment>('assignment'), (assignment) => assignment.teacher),
    timetableOf: Map.groupBy(all<TimetableEntry>('timetableEntry'), (entry) => entry.class),
    enrolmentsOf: Map.groupBy(all<Enrolment>('enrolment'), (enrolment) => enrolment.pupil),
  };
}

function addressesOf(
  records: readonly PersonalData[],
  which: (data: PersonalData) => readonly string[],
): ReadonlyMap<PersonId, readonly string[]> {
  const found = records.map((data) => [data.person, which(data)] as const);
  return new Map(found.filter(([, emails]) => emails.length > 0));
}

function groupedByFiscalCode(records: readonly PersonalData[]): ReadonlyMap<string, readonly PersonId[]> {
  const people = new Map<string, PersonId[]>();
  for (const { fiscalCode, person } of records) {
    const code = fiscalCode?.trim().toUpperCase() ?? '';
    if (code === '') continue;
    const own = people.get(code);
    if (own) own.push(person);
    else people.set(code, [person]);
  }
  return people;
}
