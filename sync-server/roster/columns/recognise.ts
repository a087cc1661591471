import { RosterRefusal } from '../report/refusal.ts';
import type { Sheet, SheetRow } from '../reading/roster-file.ts';
import { HEADERS, LEFT_OUT, TABLES, headerKey, type Field, type TableKind } from './headers.ts';
import { ONE_ROSTER_KEYS } from './one-roster-headers.ts';

/** A table whose columns are known. */
export interface Table {
  readonly kind: TableKind;
  readonly file: string;
  /** Header text by field, as the source writes it. */
  readonly headers: ReadonlyMap<Field, string>;
  readonly positions: ReadonlyMap<Field, number>;
  readonly rows: readonly SheetRow[];
  readonly headerRow: number;
  readonly ignored: readonly string[];
  /** Columns of passwords, which may begin with any sign; they are never read. */
  readonly secrets: ReadonlySet<number>;
}

/** Titles and blank lines may stand above the header. */
const HEADER_SEARCH_ROWS = 10;

const ALL_KEYS: ReadonlySet<string> = new Set([
  ...Object.values(HEADERS).flat(),
  ...LEFT_OUT,
  ...ONE_ROSTER_KEYS,
]);

/** How many cells of a row are headers that we know. */
export function headerFitness(cells: readonly string[]): number {
  return cells.filter((cell) => ALL_KEYS.has(headerKey(cell))).length;
}

/** The row of a sheet that looks most like a header, by position. */
export function headerPosition(sheet: Sheet): number {
  const rated = sheet.rows.slice(0, HEADER_SEARCH_ROWS).map((row) => headerFitness(row.cells));
  return Math.max(0, rated.indexOf(Math.max(...rated)));
}

/** Recognises a table of an Italian office by its headers, with the file name as a tie-break; refuses what is none. */
export function recogniseTable(sheet: Sheet): Table {
  const position = headerPosition(sheet);
  const header = sheet.rows[position];
  const keys = header?.cells.map(headerKey) ?? [];
  const kind = kindOf(keys, sheet.file);
  if (!header || !kind) throw new RosterRefusal('notARoster', sheet.file);
  const positions = new Map<Field, number>();
  const used = new Set<number>();
  for (const field of TABLES[kind].fields) {
    // Where the names have columns of their own, a third one says nothing more.
    if (field === 'fullName' && positions.has('surname') && positions.has('givenName')) continue;
    const found = positionsOf(keys, field, used);
    const [first] = found;
    if (first === undefined) continue;
    if (found.some((other) => keys[other] === keys[first] && other !== first))
      throw new RosterRefusal('duplicateColumn', sheet.file, header.cells[first]);
    positions.set(field, first);
    used.add(first);
  }
  const isMissing = (field: Field) =>
    !positions.has(field) && !((field === 'surname' || field === 'givenName') && positions.has('fullName'));
  const missing = TABLES[kind].required.find(isMissing);
  if (missing) throw new RosterRefusal('missingColumn', sheet.file, HEADERS[missing][0]);
  const rows = sheet.rows.slice(position + 1);
  if (rows.length === 0) throw new RosterRefusal('onlyHeadings', sheet.file);
  return {
    kind,
    file: sheet.file,
    headers: new Map([...positions].map(([field, column]) => [field, (header.cells[column] ?? '').trim()])),
    positions,
    rows,
    headerRow: header.row,
    secrets: new Set([...keys.keys()].filter((column) => keys[column]?.includes('password'))),
    ignored: header.cells
      .filter((cell, column) => cell.trim() !== '' && !used.has(column))
      .map((cell) => cell.trim()),
  };
}

/** Positions of a field's columns, the preferred header first. */
function positionsOf(keys: readonly string[], field: Field, used: ReadonlySet<number>): readonly number[] {
  const names: readonly string[] = HEADERS[field];
  return names.flatMap((name) =>
    [...keys.keys()].filter((column) => keys[column] === name && !used.has(column)),
  );
}

function kindOf(keys: readonly string[], file: string): TableKind | undefined {
  const has = (field: Field) => positionsOf(keys, field, new Set()).length > 0;
  const named = (pattern: RegExp) => pattern.test(file.slice(file.lastIndexOf('/') + 1));
  if (has('postTeacher') && has('subject')) return 'posts';
  // A class and half a name: what is missing is then the other half.
  if (has('class') && (has('surname') || has('givenName') || has('fullName'))) return 'pupils';
  if (!(has('surname') && has('givenName')) && !has('fullName')) return undefined;
  // Without a class these are pupils only by the name of the file, and the missing column is then what to say.
  if (named(/alunn|student|pupil|allievi/i) || has('guardian1Surname')) return 'pupils';
  if (has('office') || has('staffType') || named(/(^|[^a-z])ata([^a-z]|$)/i)) return 'ata';
  if (named(/docent|insegnant|prof|teacher/i)) return 'teachers';
  return !has('birthDate') && (has('username') || has('fiscalCode') || has('email')) ? 'teachers' : undefined;
}
