import { BROKEN, isBrokenName } from '../values/broken-names.ts';
import { looksLikeFormula, withoutTextMark } from '../values/cells.ts';
import { isAmbiguous, orderOf } from '../values/date-order.ts';
import { fromSerial1904 } from '../values/dates.ts';
import { tidy } from '../values/names.ts';
import type { Findings, Place } from '../report/import-report.ts';
import type { ReasonCode } from '../report/reasons.ts';
import type { SheetRow } from '../reading/roster-file.ts';
import { fieldName } from './field-names.ts';
import { headerKey, type Field, type TableKind } from './headers.ts';
import { DATE_FIELDS, orderOfColumns, type OrderOfColumns } from './order-of-columns.ts';
import type { Table } from './recognise.ts';
import { rowShape, type RowShape } from './row-shape.ts';

/** One row of a table, read by field. */
export interface RowReader {
  readonly row: number;
  readonly kind: TableKind;
  /** The tidied text of a field; empty where the table has no such column. */
  readonly get: (field: Field) => string;
  readonly place: (field: Field) => Place;
}

const LONGEST_CELL = 120;
const LONGEST_FREE_TEXT = 200;
const CONTROL = /[^\P{Cc}\t\n\f\r\u0085]/u;

/** Names the columns of a table of which nothing was taken. */
export function sayIgnoredColumns(table: Table, findings: Findings): void {
  if (table.ignored.length > 0)
    findings.warn(
      { file: table.file, row: table.headerRow, column: '' },
      'columnsIgnored',
      table.ignored.join(', '),
    );
}

/** Columns by which somebody or something is known: what is broken there cannot be left out. */
const KNOWN_BY: ReadonlySet<Field> = new Set([
  'surname',
  'givenName',
  'fullName',
  'birthDate',
  'fiscalCode',
  'class',
  'section',
  'username',
  'sourceId',
  'postTeacher',
  'subject',
  'postPupil',
  'postType',
  'postReplaces',
]);

/**
 * The rows of a table that can be read. No cell refuses the file: a formula, an endless text, a broken letter, a quote that never closes
 * or cells that are too many or too few reject their row, or what they stand in is left out and said; columns that are not read are not
 * looked at. A row of totals, and the header once more, are left out. Only dates that are month first throughout refuse the file, since
 * half of them would be read as other days.
 */
export function readRows(table: Table, findings: Findings): readonly RowReader[] {
  for (const { row, code, value } of table.notes)
    findings.warn({ file: table.file, row, column: '' }, code, value);
  const orders = orderOfColumns(table);
  return table.rows.flatMap((row) => {
    const at = (column: string) => ({ file: table.file, row: row.row, column });
    const totals =
      totalsIn(row.cells) ??
      totalsIn(row.cells.toSpliced(table.positions.get('class') ?? row.cells.length, 1));
    if (totals !== undefined) {
      findings.warn(at(''), 'totalsRow', totals);
      return [];
    }
    if (isHeaderAgain(row.cells, table)) {
      findings.warn(at(''), 'repeatedHeader');
      return [];
    }
    const shape = rowShape(row.cells, table);
    const fault = faultOf(table, row, shape, orders);
    if (fault) {
      findings.reject(at(fault.column), fault.code, fault.value);
      return [];
    }
    if (shape.kind === 'provedUpTo') findings.warn(at(''), 'tooFewCells');
    for (const [field, position] of table.positions)
      for (const code of oddities(field, row.cells[position] ?? ''))
        findings.warn(at(columnOf(table, field)), code);
    return [readerOf(table, row, shape)];
  });
}

function readerOf(table: Table, row: SheetRow, shape: RowShape): RowReader {
  const last = shape.kind === 'provedUpTo' ? shape.position : Number.POSITIVE_INFINITY;
  return {
    row: row.row,
    kind: table.kind,
    get: (field) => {
      const position = table.positions.get(field) ?? -1;
      const cell = position > last ? '' : (row.cells[position] ?? '');
      if (cell.includes(BROKEN)) return '';
      const text = tidy(withoutTextMark(cell));
      return table.isDate1904 && DATE_FIELDS.some((one) => one === field) ? fromSerial1904(text) : text;
    },
    place: (field) => {
      const column = columnOf(table, field);
      return {
        file: table.file,
        row: row.row,
        column,
        ...(column === '' ? { inWords: fieldName(field) } : {}),
      };
    },
  };
}

/** The header of a field's column, as the source writes it; empty where there is none. */
function columnOf({ headers }: Table, field: Field): string {
  const own = headers.get(field);
  if (own !== undefined) return own;
  return (field === 'surname' || field === 'givenName' ? headers.get('fullName') : undefined) ?? '';
}

interface Fault {
  readonly column: string;
  readonly code: ReasonCode;
  readonly value?: string;
}

function faultOf(table: Table, row: SheetRow, shape: RowShape, orders: OrderOfColumns): Fault | undefined {
  if (row.isUnclosed === true) return { column: '', code: 'unclosedQuote' };
  if (shape.kind === 'tooMany' || shape.kind === 'tooFew')
    return { column: '', code: `${shape.kind}Cells`, value: `${row.cells.length} / ${table.width}` };
  for (const [field, position] of table.positions) {
    const text = row.cells[position] ?? '';
    const column = columnOf(table, field);
    if (row.formulas.includes(position) || looksLikeFormula(withoutTextMark(text)))
      return { column, code: 'formula' };
    if (text.length > longestOf(field)) return { column, code: 'tooLong' };
    if ((text.includes(BROKEN) && KNOWN_BY.has(field)) || (/name$/i.test(field) && isBrokenName(text)))
      return { column, code: 'brokenCharacter' };
    if (orders.get(field) === 'mixed' && (isAmbiguous(text) || orderOf(text) === 'monthFirst'))
      return { column, code: 'dateOrderUnclear', value: tidy(text) };
  }
  if (shape.kind !== 'shifted') return undefined;
  const text = tidy(row.cells[table.positions.get(shape.field) ?? -1] ?? '');
  const code = /name$/i.test(shape.field) ? 'notAName' : 'movedCells';
  return { column: columnOf(table, shape.field), code, value: text };
}

/** A telephone may have a story behind it, which its reader cuts. */
function longestOf(field: Field): number {
  if (/phone$/i.test(field)) return Number.POSITIVE_INFINITY;
  return field === 'address' ? LONGEST_FREE_TEXT : LONGEST_CELL;
}

/** What a cell holds that is left out, and said. */
function oddities(field: Field, text: string): readonly ('brokenCharacter' | 'oddCharacters')[] {
  if (text.includes(BROKEN) && !KNOWN_BY.has(field)) return ['brokenCharacter'];
  return CONTROL.test(text) ? ['oddCharacters'] : [];
}

/** Whether a row is the header once more, as on each page of a printed list: it is nobody called Cognome Nome. */
function isHeaderAgain(cells: readonly string[], { headers, positions }: Table): boolean {
  let same = 0;
  for (const [field, position] of positions) {
    const text = (cells[position] ?? '').trim();
    // The class may have been put beside each row, from a line above.
    if (text === '' || field === 'class') continue;
    if (headerKey(text) !== headerKey(headers.get(field) ?? '')) return false;
    same += 1;
  }
  return same > 1;
}

/** What a row says that counts the others: "Totale alunni: 25", "Totale" and numbers. */
function totalsIn(cells: readonly string[]): string | undefined {
  const [first, ...others] = cells.map(tidy).filter((text) => text !== '');
  if (first === undefined || !/^(?:totale|totali|tot\.?|total)(?![\p{L}'])/iu.test(first)) return undefined;
  return others.every((text) => /^[\d.,%/ ]+(?:\p{L}+)?$/u.test(text))
    ? [first, ...others].join(' ')
    : undefined;
}
