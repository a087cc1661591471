import { zipSync } from 'fflate';
import { read, utils, SSF, type CellObject, type WorkSheet } from '@e965/xlsx';
import { RosterRefusal } from '../report/refusal.ts';
import { LIMITS, type RosterFile, type SheetRow } from './roster-file.ts';

/** Whether bytes begin like an old workbook (compound document). */
export function isOldWorkbook(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

/** A sheet of a workbook, with what its author says of it. */
export interface WorkbookSheet {
  readonly title: string;
  readonly isHidden: boolean;
  readonly isDate1904: boolean;
  readonly rows: readonly SheetRow[];
}

/** Reads a modern workbook from its entries, which were expanded within the limits: the library never inflates anything itself. */
export function readModernWorkbook(entries: readonly RosterFile[], file: string): readonly WorkbookSheet[] {
  const stored = Object.fromEntries(entries.map(({ name, bytes }) => [name, bytes]));
  return readWorkbook(zipSync(stored, { level: 0 }), file);
}

/** Reads the sheets that hold something; dates become ISO days, other cells the text that is stored in them. */
export function readWorkbook(bytes: Uint8Array, file: string): readonly WorkbookSheet[] {
  let book;
  try {
    book = read(bytes, {
      type: 'array',
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      sheetRows: LIMITS.rows + 2,
    });
  } catch {
    throw new RosterRefusal('damaged', file);
  }
  const isDate1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((title, index): readonly WorkbookSheet[] => {
    const sheet = book.Sheets[title];
    const rows = sheet ? sheetRows(sheet, file, isDate1904) : [];
    if (!rows.some((row) => row.cells.some((cell) => cell.trim() !== ''))) return [];
    return [{ title, isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0, isDate1904, rows }];
  });
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > LIMITS.rows)
    throw new RosterRefusal('tooManyRows', file, `${LIMITS.rows} / ${LIMITS.columns}`);
  return sheets;
}

/** The rows of one sheet, with the numbers that a spreadsheet shows. */
export function sheetRows(sheet: WorkSheet, file: string, date1904: boolean): readonly SheetRow[] {
  const reference = sheet['!ref'];
  if (reference === undefined) return [];
  const { s: start, e: end } = utils.decode_range(reference);
  if (end.r - start.r > LIMITS.rows || end.c - start.c > LIMITS.columns)
    throw new RosterRefusal('tooManyRows', file, `${LIMITS.rows} / ${LIMITS.columns}`);
  const above = mergedAbove(sheet);
  const rows: SheetRow[] = [];
  for (let row = start.r; row <= end.r; row += 1) {
    const cells: string[] = [];
    const formulas: number[] = [];
    for (let column = start.c; column <= end.c; column += 1) {
      // The library types a cell of a sheet loosely; every cell that is there is a CellObject.
      const cell = sheet[above.get(`${row}/${column}`) ?? utils.encode_cell({ r: row, c: column })] as
        CellObject | undefined;
      cells.push(cell ? cellText(cell, date1904) : '');
      if (cell?.f !== undefined) formulas.push(column - start.c);
    }
    rows.push({ row: row + 1, cells, formulas });
  }
  return rows;
}

/** The first cell of those that are merged into one down a column: a class written once for all its pupils. */
function mergedAbove(sheet: WorkSheet): ReadonlyMap<string, string> {
  const above = new Map<string, string>();
  for (const { s: from, e: to } of sheet['!merges'] ?? []) {
    if (from.c !== to.c || to.r - from.r > LIMITS.rows) continue;
    for (let row = from.r + 1; row <= to.r; row += 1) above.set(`${row}/${from.c}`, utils.encode_cell(from));
  }
  return above;
}

function cellText(cell: CellObject, date1904: boolean): string {
  if (cell.v === undefined || cell.t === 'e' || cell.t === 'z') return '';
  if (cell.t === 'n' && typeof cell.v === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) {
    const date: unknown = SSF.parse_date_code(cell.v, { date1904 });
    if (isDateParts(date))
      return [date.y, date.m, date.d].map((part) => String(part).padStart(2, '0')).join('-');
  }
  return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
}

function isDateParts(
  value: unknown,
): value is { readonly y: number; readonly m: number; readonly d: number } {
  return typeof value === 'object' && value !== null && 'y' in value && 'm' in value && 'd' in value;
}
