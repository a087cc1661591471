import { toInstant, type PersonId, type SchoolId } from '../../domain/base/ids.ts';
import { dayOfInstant } from '../../domain/base/local-date.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { SCHOOL_RECORD_ID, type SchoolLevel } from '../../domain/kinds/school/record.ts';
import { startYearOf } from '../../domain/school/calendar.ts';
import { SERVER_AUTHOR } from '../base/server-author.ts';
import { headerFitness, recogniseTable, type Table } from './columns/recognise.ts';
import type { TableKind } from './columns/headers.ts';
import { refuseClosedYears } from './draft/closed-years.ts';
import { refuseListOfOtherYear, refuseOtherYears } from './columns/year-of-sheets.ts';
import { createDraft } from './draft/draft.ts';
import { settleYears } from './draft/new-year.ts';
import { createRoster, type Roster } from './draft/roster.ts';
import { sayAddresses } from './draft/say-addresses.ts';
import { chooseSchool, putSchool, settleLevels } from './draft/school.ts';
import { surveyTables } from './matching/survey.ts';
import { contactsOfSet } from './one-roster/contacts-of-set.ts';
import { importOneRoster } from './one-roster/import-one-roster.ts';
import { oneRosterSets, type OneRosterSet } from './one-roster/one-roster-set.ts';
import { readSheets } from './read-sheets.ts';
import type { RosterFile } from './reading/roster-file.ts';
import { createFindings, type ImportReport, type Place } from './report/import-report.ts';
import type { ReportLanguage } from './report/report-language.ts';
import { RosterRefusal } from './report/refusal.ts';
import { NO_ROSTER, RosterMoved, type RosterStore } from './roster-store.ts';
import { importCoordinators } from './tables/coordinators.ts';
import { importPosts } from './tables/posts.ts';
import { importPupils } from './tables/pupils.ts';
import { importAta, importTeachers } from './tables/staff.ts';
import { createWho, type Who } from './who/who.ts';

/** How a roster is imported. */
export interface ImportOptions {
  /** Code of the school; without it, the only school of the store. */
  readonly school?: string;
  readonly dryRun: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Who imports: author of what is written. */
  readonly author?: PersonId;
  readonly language?: ReportLanguage;
  /** Levels of the school, where its classes' names do not tell them apart. */
  readonly levels?: readonly SchoolLevel[];
  /** Calendar year in which the school year begins; the one of now without it. */
  readonly startYear?: number;
}

/** Tables are taken in this order, whatever the order of the files: posts need teachers, pupils and classes, coordinators all of them. */
const ORDER = ['pupils', 'teachers', 'ata', 'posts', 'coordinators'] as const satisfies readonly TableKind[];

/** So often an import is planned anew because somebody else wrote meanwhile. */
const PLANS = 4;

const IMPORTERS: Readonly<Record<TableKind, (table: Table, roster: Roster, who: Who) => void>> = {
  pupils: importPupils,
  teachers: importTeachers,
  ata: importAta,
  posts: importPosts,
  coordinators: importCoordinators,
};

/** What the files of an import hold. */
export interface Contents {
  readonly sets: readonly OneRosterSet[];
  readonly tables: readonly Table[];
}

/** What an import would do: its report, and the records to write. */
export interface ImportPlan {
  readonly school: SchoolId;
  readonly report: ImportReport;
  readonly changes: readonly RegisterRecord[];
}

/** Reads the files of an import; one that is no roster throws {@link RosterRefusal}. */
export function readContents(files: readonly RosterFile[]): Contents {
  if (files.length === 0) throw new RosterRefusal('noFiles', '–');
  const { sets, others } = oneRosterSets(readSheets(files, headerFitness));
  return { sets, tables: others.map(recogniseTable) };
}

/**
 * Imports the roster files of a school: reads them all, plans all records, writes once at the end (never in a dry run). Who comes
 * second of two that import at once plans anew over what the first has written.
 *
 * Rows that cannot be taken are in the report and stop nothing; a file that is no roster throws {@link RosterRefusal} and nothing
 * is changed.
 */
export async function importRoster(
  store: RosterStore,
  files: readonly RosterFile[],
  options: ImportOptions,
): Promise<ImportReport> {
  const contents = readContents(files);
  return await untilNobodyMoves(async () => {
    const present = await store.schools();
    const school = chooseSchool(options.school, present);
    const isPresent = present.some((known) => known.school === school);
    const existing = isPresent ? await store.readRoster(school) : NO_ROSTER;
    const { report, changes } = planImport(contents, school, existing.records, options);
    if (!options.dryRun && changes.length > 0) await store.write(school, changes, existing.version);
    return report;
  });
}

/** Runs a reading with its writing again while somebody else has written between them, a few times. */
export async function untilNobodyMoves<T>(planAndWrite: () => Promise<T>): Promise<T> {
  for (let plan = 1; ; plan += 1) {
    try {
      return await planAndWrite();
    } catch (error) {
      if (!(error instanceof RosterMoved) || plan === PLANS) throw error;
    }
  }
}

/** Plans an import over the records that a school has; writes nothing. */
export function planImport(
  { sets, tables }: Contents,
  school: SchoolId,
  existing: readonly RegisterRecord[],
  options: ImportOptions,
): ImportPlan {
  const { dryRun, now, language = 'en' } = options;
  const startYear = options.startYear ?? startYearOf(dayOfInstant(toInstant(now)));
  refuseOtherYears(tables, startYear);
  refuseListOfOtherYear(tables, startYear);
  const findings = createFindings(language);
  const draft = createDraft(existing, { school, author: options.author ?? SERVER_AUTHOR, now });
  const isNew = draft.get('school', SCHOOL_RECORD_ID) === undefined;
  const record = putSchool(draft, findings, options.levels, schoolName(sets));
  const roster = createRoster(draft, findings, {
    startYear,
    isYearGiven: options.startYear !== undefined,
    levels: options.levels ?? record.levels,
    survey: surveyTables(tables, existing, draft.today, sets.map(contactsOfSet)),
  });
  const who = createWho(roster);
  for (const set of sets) importOneRoster(set, roster);
  for (const kind of ORDER)
    for (const table of tables) if (table.kind === kind) IMPORTERS[kind](table, roster, who);
  settleYears(roster, { file: firstFile(tables, sets), row: 0, column: '' });
  sayAddresses(roster);
  who.settle();
  roster.enrolments.settleClasses();
  // A class whose level nobody could tell may be of any: narrowing then would make a second run take what this one did not.
  const openLevel = findings.rejected.some(({ reasonCode }) => reasonCode === 'unknownLevel');
  if (isNew && options.levels === undefined && !openLevel) settleLevels(draft);

  const changes = draft.changes();
  refuseClosedYears(existing, changes, { file: firstFile(tables, sets), at: toInstant(now) });
  // Nothing was taken: then no school or year was made either, and there is nothing to say of them.
  const warnings = findings.warnings.filter(({ file }) => file !== '' || changes.length > 0);
  const report = {
    school,
    dryRun,
    ...draft.counts(),
    rejected: inOrder(findings.rejected),
    warnings: inOrder(warnings),
  };
  return { school, report, changes };
}

/** The file that a finding about all of them is said of. */
function firstFile(tables: readonly Table[], sets: readonly OneRosterSet[]): string {
  const pupils = tables.find(({ kind }) => kind === 'pupils')?.file;
  return pupils ?? sets[0]?.file ?? '';
}

function schoolName(sets: readonly OneRosterSet[]): string | undefined {
  return sets.map((set) => set.schoolName).find((name) => name !== undefined);
}

/** Findings file by file in the order of work, and row by row within a file. */
function inOrder<T extends Place>(findings: readonly T[]): readonly T[] {
  return [...Map.groupBy(findings, ({ file }) => file).values()].flatMap((own) =>
    own.toSorted((a, b) => a.row - b.row),
  );
}
