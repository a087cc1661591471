import { looksLikeFormula } from '../values/cells.ts';
import { tidy } from '../values/names.ts';
import type { Findings, Place } from '../report/import-report.ts';
import { RosterRefusal } from '../report/refusal.ts';
import type { SheetRow } from '../reading/roster-file.ts';
import type { Field } from './headers.ts';
import type { Table } from './recognise.ts';

/** One row of a table, read by field. */
export interface RowReader {
  readonly row: number;
  /** The tidied text of a field; empty where the table has no such column. */
  readonly get: (field: Field) => string;
  readonly place: (field: Field) => Place;
}

const LONGEST_CELL = 120;
const LONGEST_FREE_TEXT = 200;

/**
 * The rows of a table that can be read. Text that would run as a formula refuses the whole file: nobody types it by accident. A
 * formula cell of a workbook, an endless text or a quote that never closes rejects its row; a row of totals is left out.
 */
export function readRows(table: Table, findings: Findings): readonly RowReader[] {
  for (const { row, cells } of table.rows) {
    const position = cells.findIndex((text, column) => looksLikeFormula(text) && !table.secrets.has(column));
    if (position >= 0) throw new RosterRefusal('formulas', table.file, `${columnLetters(position)}${row}`);
  }
  const headerOf = (field: Field) =>
    table.headers.get(field) ??
    (field === 'surname' || field === 'givenName' ? table.headers.get('fullName') : undefined) ??
    field;
  return table.rows.flatMap((row) => {
    const totals = totalsIn(row.cells);
    if (totals !== undefined) {
      findings.warn({ file: table.file, row: row.row, column: '' }, 'totalsRow', totals);
      return [];
    }
    const reader: RowReader = {
      row: row.row,
      get: (field) => tidy(row.cells[table.positions.get(field) ?? -1] ?? ''),
      place: (field) => ({ file: table.file, row: row.row, column: headerOf(field) }),
    };
    const fault = faultOf(table, row);
    if (!fault) return [reader];
    findings.reject({ file: table.file, row: row.row, column: fault.column }, fault.code);
    return [];
  });
}

function faultOf(
  table: Table,
  row: SheetRow,
): { readonly column: string; readonly code: 'formula' | 'tooLong' | 'unclosedQuote' } | undefined {
  if (row.isUnclosed === true) return { column: '', code: 'unclosedQuote' };
  for (const [field, position] of table.positions) {
    const text = row.cells[position] ?? '';
    const column = table.headers.get(field) ?? field;
    if (row.formulas.includes(position)) return { column, code: 'formula' };
    if (text.length > (field === 'address' ? LONGEST_FREE_TEXT : LONGEST_CELL))
      return { column, code: 'tooLong' };
  }
  return undefined;
}

/** What a row says that counts the others: "Totale alunni: 25", "Totale" and numbers. */
function totalsIn(cells: readonly string[]): string | undefined {
  const [first, ...others] = cells.map(tidy).filter((text) => text !== '');
  if (first === undefined || !/^(?:totale|totali|tot\.?|total)(?![\p{L}'])/iu.test(first)) return undefined;
  return others.every((text) => /^[\d.,%/ ]+(?:\p{L}+)?$/u.test(text))
    ? [first, ...others].join(' ')
    : undefined;
}

/** A column as spreadsheets name it: A, B … Z, AA. */
function columnLetters(position: number): string {
  const letter = String.fromCodePoint(65 + (position % 26));
  return position < 26 ? letter : columnLetters(Math.floor(position / 26) - 1) + letter;
}
