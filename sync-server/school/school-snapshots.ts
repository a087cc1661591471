import type { PersonId, SchoolId } from '../../domain/base/ids.ts';
import { byKind, schoolRecordsIn } from '../../domain/kinds/by-kind.ts';
import type { PersonalData } from '../../domain/kinds/personal-data/record.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import { schoolView, type SchoolView } from '../../domain/school/school-view.ts';
import type { SchoolReader } from '../storage/contract/storage.ts';

/** A school with what the office alone reads of it; never changed once built. */
export interface SchoolSnapshot extends SchoolView {
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
}

/** Gives the snapshot of a school as a reader sees it. */
export interface SchoolSnapshots {
  at(school: SchoolId, reader: SchoolReader): Promise<SchoolSnapshot>;
}

const SOURCES = ['settings', 'roster', 'timetable'] as const satisfies readonly CollectionName[];
/** Schools held in memory at once; the one unused for longest makes room. */
const SCHOOLS_KEPT = 64;

/** Builds snapshots and keeps each until one of the collections it was built from has moved on. */
export function createSchoolSnapshots(): SchoolSnapshots {
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
  const of = byKind(texts.flat().map(storedRecord));
  const personalData = of('personalData');
  return {
    ...schoolView(schoolRecordsIn(of), true),
    childrenOf: new Map(
      personalData
        .filter(({ children }) => children.length > 0)
        .map(({ person, children }) => [person, children]),
    ),
    fiscalCodeOf: new Map(
      personalData.flatMap(({ person, fiscalCode }) =>
        fiscalCode === undefined ? [] : [[person, fiscalCode] as const],
      ),
    ),
    peopleByFiscalCode: groupedByFiscalCode(personalData),
    emailsOf: addressesOf(personalData, ({ emails, unconfirmedEmails = [] }) =>
      emails.filter((email) => !unconfirmedEmails.includes(email)),
    ),
    unconfirmedEmailsOf: addressesOf(personalData, ({ unconfirmedEmails = [] }) => unconfirmedEmails),
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
