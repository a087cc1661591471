import { headerKey } from '../columns/headers.ts';
import { columnsNeeded, ONE_ROSTER_FILES, type OneRosterFile } from '../columns/one-roster-headers.ts';
import type { Sheet } from '../reading/roster-file.ts';
import { looksLikeFormula } from '../values/cells.ts';
import { tidy } from '../values/names.ts';
import { RosterRefusal } from '../report/refusal.ts';
import type { Place } from '../report/import-report.ts';

/** One row of a OneRoster file, read by column name without regard to case or misspelt neighbours. */
export interface OneRosterRow {
  readonly get: (column: string) => string;
  readonly place: (column: string) => Place;
}

/** The files of one OneRoster set. */
export interface OneRosterSet {
  readonly rows: (file: OneRosterFile) => readonly OneRosterRow[];
  /** Whether the set has all rows of a file; a delta, and a set without the file, rest on what an earlier set has brought. */
  readonly isWhole: (file: OneRosterFile) => boolean;
  /** A file of the set, for what is said of all of it. */
  readonly file: string;
  /** Where a formula stands: its row is in none of the files. */
  readonly formulas: readonly Place[];
  /** Files that hold something else than their name says, or that the import has no use for. */
  readonly unused: readonly string[];
  /** Name of the set's school, when it has exactly one. */
  readonly schoolName?: string;
}

/** Names by which files of a set may be called that are never read: credentials, gradebook, resources. */
const NEVER_READ =
  /(^|\/)(userprofiles|userresources|classresources|courseresources|resources|lineitems?\w*|results?\w*|categories|scorescales)\.csv$/i;

/** Sorts sheets into OneRoster sets (one per folder or archive) and others. */
export function oneRosterSets(sheets: readonly Sheet[]): {
  readonly sets: readonly OneRosterSet[];
  readonly others: readonly Sheet[];
} {
  const others: Sheet[] = [];
  const byContainer = new Map<string, Sheet[]>();
  for (const sheet of sheets) {
    if (fileOf(sheet) === undefined && !NEVER_READ.test(sheet.file)) {
      refuseHalfFile(sheet);
      others.push(sheet);
    } else byContainer.set(sheet.container, [...(byContainer.get(sheet.container) ?? []), sheet]);
  }
  return { sets: [...byContainer.values()].map(createSet), others };
}

function createSet(sheets: readonly Sheet[]): OneRosterSet {
  const files = new Map<OneRosterFile, OneRosterRow[]>();
  const unused: string[] = [];
  const formulas: Place[] = [];
  for (const sheet of sheets) {
    const file = fileOf(sheet);
    if (file === undefined) unused.push(sheet.file);
    else files.set(file, [...(files.get(file) ?? []), ...rowsOf(sheet, formulas)]);
  }
  const rows = (file: OneRosterFile) => files.get(file) ?? [];
  if ((['users', 'classes', 'orgs', 'enrollments'] as const).every((file) => rows(file).length === 0))
    throw new RosterRefusal('notARoster', sheets[0]?.file ?? '');
  const schools = rows('orgs').filter((row) => /^school$/i.test(row.get('type')) && isActive(row));
  const names = [...new Set(schools.map((row) => row.get('name')))];
  if (names.length > 1) throw new RosterRefusal('severalSchools', sheets[0]?.file ?? '', names.join(', '));
  const modes = new Map(
    rows('manifest').map((row) => [row.get('propertyName').toLowerCase(), row.get('value').toLowerCase()]),
  );
  const isWhole = (file: OneRosterFile) =>
    files.has(file) && modes.get(`file.${file.toLowerCase()}`) !== 'delta';
  return {
    rows,
    isWhole,
    formulas,
    file: sheets[0]?.file ?? '',
    unused,
    ...(names[0] ? { schoolName: names[0] } : {}),
  };
}

/** Whether a row counts: in bulk files the status may be blank. */
export function isActive(row: OneRosterRow): boolean {
  return /^(active)?$/i.test(row.get('status'));
}

/** Which OneRoster file a sheet is: by its name where its columns agree, otherwise by its columns alone. */
function fileOf(sheet: Sheet): OneRosterFile | undefined {
  if (NEVER_READ.test(sheet.file)) return undefined;
  const named = fileNamed(sheet);
  if (named && lackedBy(sheet, columnsNeeded(named)) === undefined) return named;
  // The most telling columns first: roles and enrolments have all that shorter lists have.
  return ['enrollments', 'roles', 'classes', 'courses', 'users', 'academicSessions', 'orgs']
    .map((name) => NAMES.find((file) => file === name))
    .find((file) => file !== undefined && lackedBy(sheet, ONE_ROSTER_FILES[file]) === undefined);
}

const NAMES = Object.keys(ONE_ROSTER_FILES) as OneRosterFile[]; // The keys of a constant are its file names.

function fileNamed({ file }: Sheet): OneRosterFile | undefined {
  const base = file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .toLowerCase();
  return NAMES.find((name) => name.toLowerCase() === base);
}

function lackedBy({ rows }: Sheet, columns: readonly string[]): string | undefined {
  const keys = new Set(rows[0]?.cells.map(headerKey));
  return columns.find((column) => !keys.has(headerKey(column)));
}

/** Says which column a file lacks that is one of a set by its name and its identifiers: without it, the file is no list at all. */
function refuseHalfFile(sheet: Sheet): void {
  const named = fileNamed(sheet);
  if (named === undefined || named === 'manifest' || lackedBy(sheet, ['sourcedId']) !== undefined) return;
  const lacked = lackedBy(sheet, columnsNeeded(named));
  if (lacked !== undefined) throw new RosterRefusal('missingColumn', sheet.file, lacked);
}

/** The rows of a sheet but those with a formula, which `formulas` gets the places of. */
function rowsOf(sheet: Sheet, formulas: Place[]): readonly OneRosterRow[] {
  const header = sheet.rows[0]?.cells ?? [];
  const positions = new Map(header.map((cell, position) => [headerKey(cell), position] as const));
  return sheet.rows.slice(1).flatMap((row): OneRosterRow | readonly [] => {
    // Rows of these files name each other, and no clerk wrote them: half of one is no set.
    if (row.isUnclosed === true) throw new RosterRefusal('unclosedQuote', sheet.file, `${row.row}`);
    const formula = row.cells.findIndex(
      (cell, position) =>
        (row.formulas.includes(position) || looksLikeFormula(cell)) &&
        !headerKey(header[position] ?? '').includes('password'),
    );
    if (formula >= 0) {
      formulas.push({ file: sheet.file, row: row.row, column: (header[formula] ?? '').trim() });
      return [];
    }
    const at = (column: string) => positions.get(headerKey(column)) ?? -1;
    return {
      get: (column) => tidy(row.cells[at(column)] ?? '').slice(0, 500),
      place: (column) => ({ file: sheet.file, row: row.row, column: header[at(column)]?.trim() ?? column }),
    };
  });
}
