import { read } from '@e965/xlsx';
import { RosterRefusal } from '../report/refusal.ts';
import { resolveReferences } from './character-references.ts';
import { LIMITS } from './roster-file.ts';
import { sheetRows, type WorkbookSheet } from './workbook.ts';

const WEB_PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|meta|style|body|div|table)\b/is;
const XML_WORKBOOK = /^\s*<\?xml[^>]*>[^<]*(?:<\?mso[^>]*>\s*)?<(?:\w+:)?workbook\b/i;
const BEGINNING = 2000;
/** A row with so many words of headers is one. */
const FEWEST_HEADERS = 2;

/** Whether a text is a web page, or a workbook written as XML: many programs save one of these under the name of a workbook. */
export function isMarkup(text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  return WEB_PAGE.test(beginning) || XML_WORKBOOK.test(beginning);
}

/**
 * Reads the tables of a web page, or the sheets of a workbook written as XML; every cell stays the text that the page shows. Of a page's
 * tables those are left out that only arrange it: they have no row that looks like a header.
 */
export function readMarkupTables(
  text: string,
  file: string,
  fitness: (cells: readonly string[]) => number,
): readonly WorkbookSheet[] {
  let book;
  try {
    book = read(text, { type: 'string', raw: true, cellFormula: true, sheetRows: LIMITS.rows + 2 });
  } catch {
    throw new RosterRefusal('webPage', file);
  }
  // The library resolves the character references of XML, of a web page only some.
  const isXml = XML_WORKBOOK.test(text.slice(0, BEGINNING));
  const resolve = isXml ? (cell: string) => cell : resolveReferences;
  const tables = Object.entries(book.Sheets).map(([title, sheet]) => {
    const rows = sheetRows(sheet, file, false).map((row) => ({ ...row, cells: row.cells.map(resolve) }));
    const known = Math.max(0, ...rows.map(({ cells }) => fitness(cells)));
    return { known, sheet: { title, rows, isHidden: false, isDate1904: false } };
  });
  const filled = tables.filter(({ sheet }) => sheet.rows.length > 0).toSorted((a, b) => b.known - a.known);
  const [best] = filled;
  if (!best) throw new RosterRefusal('webPage', file);
  const kept = isXml ? tables : tables.filter(({ known }) => known >= FEWEST_HEADERS);
  return kept.length === 0 ? [best.sheet] : kept.map(({ sheet }) => sheet);
}
