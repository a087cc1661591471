import { read } from '@e965/xlsx';
import { RosterRefusal } from '../report/refusal.ts';
import { LIMITS, type SheetRow } from './roster-file.ts';
import { sheetRows } from './workbook.ts';

const WEB_PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|meta|style|body|div|table)\b/is;
const XML_WORKBOOK = /^\s*<\?xml[^>]*>[^<]*(?:<\?mso[^>]*>\s*)?<(?:\w+:)?workbook\b/i;
const BEGINNING = 2000;

/** Whether a text is a web page, or a workbook written as XML: many programs save one of these under the name of a workbook. */
export function isMarkup(text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  return WEB_PAGE.test(beginning) || XML_WORKBOOK.test(beginning);
}

/** Reads the table of a web page whose rows look most like headers that we know; every cell stays the text that the page shows. */
export function readMarkupTable(
  text: string,
  file: string,
  fitness: (cells: readonly string[]) => number,
): readonly SheetRow[] {
  let book;
  try {
    book = read(text, { type: 'string', raw: true, cellFormula: true, sheetRows: LIMITS.rows + 2 });
  } catch {
    throw new RosterRefusal('webPage', file);
  }
  // The library resolves the character references of XML, of a web page only some.
  const resolve = XML_WORKBOOK.test(text.slice(0, BEGINNING)) ? (cell: string) => cell : resolveReferences;
  const tables = Object.values(book.Sheets).map((sheet) =>
    sheetRows(sheet, file, false).map((row) => ({ ...row, cells: row.cells.map(resolve) })),
  );
  const rated = tables.map((rows) => ({
    rows,
    known: Math.max(0, ...rows.map(({ cells }) => fitness(cells))),
  }));
  const best = rated.toSorted((a, b) => b.known - a.known)[0];
  if (!best || best.rows.length === 0) throw new RosterRefusal('webPage', file);
  return best.rows;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ordf: 'ª',
  ordm: 'º',
  deg: '°',
};

/** Combining marks of the names of accented letters: `&ograve;` is an o with the first of them. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};

function resolveReferences(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (reference, decimal, hex, name) => {
    if (typeof name !== 'string') {
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
      return code >= 0x20 && code <= 0xffff ? String.fromCodePoint(code) : ' ';
    }
    const mark = MARKS[name.slice(1).toLowerCase()];
    const letter = mark === undefined ? NAMED[name.toLowerCase()] : `${name[0]}${mark}`.normalize('NFC');
    return letter ?? reference;
  });
}
