import { RosterRefusal } from '../report/refusal.ts';
import type { ReadingNote, Sheet, SheetRow } from '../reading/roster-file.ts';
import { withClassOfSheet } from './class-of-sheet.ts';
import { fieldName } from './field-names.ts';
import { HEADERS, LEFT_OUT, TABLES, headerKey, type Field, type TableKind } from './headers.ts';
import { has, isCalledStaff, kindOfTable, type KindOfTable } from './kind-of-table.ts';
import { ONE_ROSTER_FILES, ONE_ROSTER_KEYS } from './one-roster-headers.ts';

/** A table whose columns are known. */
export interface Table {
  readonly kind: TableKind;
  readonly file: string;
  /** Name of the sheet in its workbook. */
  readonly title?: string;
  /** Header text by field, as the source writes it. */
  readonly headers: ReadonlyMap<Field, string>;
  readonly positions: ReadonlyMap<Field, number>;
  readonly rows: readonly SheetRow[];
  readonly headerRow: number;
  /** What stands above the header: titles, the school's head, at times the school year. */
  readonly above: readonly string[];
  readonly ignored: readonly string[];
  /** Where the columns that are not read stand. */
  readonly unread: readonly { readonly name: string; readonly position: number }[];
  /** How many columns the header has, up to the last one with a name. */
  readonly width: number;
  /** How many cells the header has, those without a name too: notes may stand below them. */
  readonly widest: number;
  /** Whether the cells of a row were separated by signs: another number of them than the header has is then a doubt. */
  readonly isDelimited: boolean;
  readonly isDate1904: boolean;
  readonly notes: readonly ReadingNote[];
}

/** Titles, notes and the school's head may stand above the header. */
const HEADER_SEARCH_ROWS = 40;

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

/** Whether a sheet is a roster: a table of an office with all columns that it needs, or a file of OneRoster. */
export function isRoster(sheet: Sheet): boolean {
  const { told, keys, missing } = headerOf(sheet);
  if (told.is === 'known') return missing === undefined;
  const known = new Set(keys);
  return Object.values(ONE_ROSTER_FILES).some((columns) =>
    columns.every((column) => known.has(headerKey(column))),
  );
}

/** Recognises a table of an Italian office by its headers, with the file name as a tie-break; refuses what is none. */
export function recogniseTable(given: Sheet): Table {
  const { sheet, position, header, keys, told, missing } = headerOf(given);
  if (told.is === 'unclear') throw new RosterRefusal(told.code, sheet.file, told.value);
  if (!header || told.is === 'nothing') throw new RosterRefusal('notARoster', sheet.file);
  const { kind } = told;
  const positions = fieldPositions(kind, keys);
  for (const [field, first] of positions)
    if (positionsOf(keys, field, new Set()).some((other) => other !== first && keys[other] === keys[first]))
      throw new RosterRefusal('duplicateColumn', sheet.file, header.cells[first]);
  if (missing) throw new RosterRefusal('missingColumn', sheet.file, fieldName(missing).it);
  const rows = sheet.rows.slice(position + 1);
  if (rows.length === 0) throw new RosterRefusal('onlyHeadings', sheet.file);
  const used = new Set(positions.values());
  const unread = header.cells
    .map((cell, position) => ({ name: cell.trim(), position }))
    .filter(({ name, position }) => name !== '' && !used.has(position));
  return {
    kind,
    file: sheet.file,
    ...(sheet.title === undefined ? {} : { title: sheet.title }),
    headers: new Map([...positions].map(([field, column]) => [field, (header.cells[column] ?? '').trim()])),
    positions,
    rows,
    headerRow: header.row,
    above: sheet.rows.slice(0, position).flatMap(({ cells }) => cells.filter((cell) => cell.trim() !== '')),
    width: header.cells.findLastIndex((cell) => cell.trim() !== '') + 1,
    widest: header.cells.length,
    isDelimited: sheet.isDelimited === true,
    isDate1904: sheet.isDate1904 === true,
    notes: sheet.notes ?? [],
    ignored: unread.map(({ name }) => name),
    unread,
  };
}

interface Header {
  readonly sheet: Sheet;
  readonly position: number;
  readonly header: SheetRow | undefined;
  readonly keys: readonly string[];
  readonly told: KindOfTable;
  readonly missing: Field | undefined;
}

/** The header of a sheet: what kind of table it is of, and which column it lacks. A class may stand in the sheet's name instead. */
function headerOf(sheet: Sheet): Header {
  const position = headerPosition(sheet);
  const header = sheet.rows[position];
  const keys = header?.cells.map(headerKey) ?? [];
  const told = kindOfTable(keys, header?.cells ?? [], sheet, position);
  const missing = told.is === 'known' ? missingIn(told.kind, keys) : undefined;
  const found = { sheet, position, header, keys, told, missing };
  if (!mayBeOfOneClass(sheet, keys, told) || has(keys, 'class')) return found;
  const withClass = withClassOfSheet(sheet, position);
  return withClass === sheet ? found : headerOf(withClass);
}

/** Whether the name of a list without a class may be that of the class of its people. */
function mayBeOfOneClass(sheet: Sheet, keys: readonly string[], told: KindOfTable): boolean {
  if (told.is === 'unclear') return false;
  if (told.is === 'nothing') return isListOfPeople(keys) && (has(keys, 'subject') || !isCalledStaff(sheet));
  if (told.kind === 'pupils' || told.kind === 'posts') return true;
  // Names and fiscal codes look like teachers, but not in a sheet that is called as a class.
  return (
    told.kind === 'teachers' && sheet.title !== undefined && !has(keys, 'subject') && !isCalledStaff(sheet)
  );
}

function isListOfPeople(keys: readonly string[]): boolean {
  return (has(keys, 'surname') && has(keys, 'givenName')) || has(keys, 'fullName');
}

function fieldPositions(kind: TableKind, keys: readonly string[]): ReadonlyMap<Field, number> {
  const positions = new Map<Field, number>();
  const used = new Set<number>();
  for (const field of TABLES[kind].fields) {
    // Where the names have columns of their own, a third one says nothing more.
    if (field === 'fullName' && positions.has('surname') && positions.has('givenName')) continue;
    const [first] = positionsOf(keys, field, used);
    if (first === undefined) continue;
    positions.set(field, first);
    used.add(first);
  }
  return positions;
}

function missingIn(kind: TableKind, keys: readonly string[]): Field | undefined {
  const positions = fieldPositions(kind, keys);
  const { required } = TABLES[kind];
  const lacks = (field: Field) =>
    !positions.has(field) && !((field === 'surname' || field === 'givenName') && positions.has('fullName'));
  // Whose post it is stands in a column of its own, or the teacher's name does.
  const isByName = kind === 'posts' && !positions.has('postTeacher') && isNamed(positions);
  const needed = isByName ? [...required.slice(1), ...NAMES] : required;
  return needed.find(lacks);
}

const NAMES = ['surname', 'givenName'] as const satisfies readonly Field[];

function isNamed(positions: ReadonlyMap<Field, number>): boolean {
  return [...NAMES, 'fullName' as const].some((field) => positions.has(field));
}

/** Positions of a field's columns, the preferred header first. */
function positionsOf(keys: readonly string[], field: Field, used: ReadonlySet<number>): readonly number[] {
  const names: readonly string[] = HEADERS[field];
  return names.flatMap((name) =>
    [...keys.keys()].filter((column) => keys[column] === name && !used.has(column)),
  );
}
