import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';

/** The rows of a table on the clipboard, each with the texts of its cells. */
export type CellTexts = readonly (readonly string[])[];

/** A table in both forms that spreadsheets take: Excel and LibreOffice read the markup first, everything else the text. */
export interface ClipboardTable {
  readonly 'text/plain': string;
  readonly 'text/html': string;
}

/** Numbers stay such, to be reckoned with. */
const PLAIN = /^\s*(\d+([,.]\d+)?)?\s*$/u;
/** Of 8/10 spreadsheets make a date, unless they are told that a cell is a text. */
const AS_TEXT = ` style='mso-number-format:"\\@"'`;
const LINE_END = /\r\n?|\n/g;

/** Writes a table for the clipboard. A cell that holds a tab, a line or a quote is quoted in the text; in the markup nothing is taken for a tag. */
export function writeClipboard(rows: CellTexts): ClipboardTable {
  const lines = rows.map(
    (cells) =>
      `<tr>${cells.map((cell) => `<td${PLAIN.test(cell) ? '' : AS_TEXT}>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return {
    'text/plain': stringify(
      rows.map((cells) => [...cells]),
      {
        delimiter: '\t',
        record_delimiter: '\r\n',
        eof: true,
        quoted_match: /[\r\n]/,
      },
    ),
    'text/html': `<table>${lines.join('')}</table>`,
  };
}

/**
 * Reads the text of a copied table: cells are parted by tabs, rows by line ends; one line end at the end is no row. Quotes that close nowhere are letters
 * like others.
 */
export function readClipboard(text: string): CellTexts {
  const body = text.replaceAll(LINE_END, '\n');
  // Spreadsheets end the last row too; a reader of one text field does not.
  const lines = body.endsWith('\n') ? body : `${body}\n`;
  try {
    const rows: string[][] = parse(lines, {
      delimiter: '\t',
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return lines
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t'));
  }
}

/** Reads the markup of a copied table; none for what is no table. */
export function readMarkup(html: string): CellTexts {
  // In markup a line end is a space, and `<br>` the end of a line.
  const page = new DOMParser().parseFromString(html.replaceAll(LINE_END, ' '), 'text/html');
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
  const rows = [...(page.querySelector('table')?.rows ?? [])];
  return laidOut(
    rows.map(({ cells }) =>
      [...cells].map(({ textContent, colSpan, rowSpan }) => ({ text: textContent.trim(), colSpan, rowSpan })),
    ),
  );
}

/** A cell of markup: it may take the place of several, to the right of it and below. */
interface SpanningCell {
  readonly text: string;
  readonly colSpan: number;
  /** 0: down to the last row. */
  readonly rowSpan: number;
}

/** A table of markup as one that has a text in each place: of a cell that takes several its first has it, and the others none. */
export function laidOut(rows: readonly (readonly SpanningCell[])[]): CellTexts {
  // How many rows below this one each column is still taken.
  let taken: readonly number[] = [];
  return rows.map((cells) => {
    const waiting = [...cells];
    const texts: string[] = [];
    const below: number[] = [];
    while (waiting.length > 0 || texts.length < taken.length) {
      const ofAbove = taken[texts.length] ?? 0;
      const next = ofAbove > 0 ? undefined : waiting.shift();
      for (let place = 0; place < (next?.colSpan ?? 1); place += 1) {
        texts.push(place === 0 ? (next?.text ?? '') : '');
        below.push(next ? (next.rowSpan || Infinity) - 1 : Math.max(0, ofAbove - 1));
      }
    }
    const last = below.findLastIndex((count) => count > 0);
    taken = below.slice(0, last + 1);
    return texts;
  });
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
