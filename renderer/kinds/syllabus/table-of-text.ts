import { CsvError, parse } from 'csv-parse/browser/esm/sync';

/** A row of a text, with the line in which it begins and as it was written. */
export interface TableRow {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[];
  /** A quote in it is opened and never closed. */
  readonly isUnclosed: boolean;
}

/** The rows of a text that are not empty, and whether they are parted into columns. */
export interface TextTable {
  readonly rows: readonly TableRow[];
  readonly isTable: boolean;
}

/** First line by which some programs announce the separator. */
const ANNOUNCED = /^sep=(.)$/i;
/** Bullets and numbers before a topic, with what parts them from it: "- ", "1.2) ", and the tab of a word processor. */
const BULLET = /^[ \t]*(?:[-–•*·]|\d+(?:\.\d+)*[.)]|[a-z]\))[ \t]+/gim;
/** Letters that nobody sees. */
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]/gu;
/** In a text without columns the library still reads the quotes of cells; no text has this sign. */
const NO_SEPARATOR = '\u001F';

/** Puts a text into rows and cells: a cell in quotes may go on over several lines. */
export function tableOf(text: string, isTitle: (cell: string) => boolean): TextTable {
  const plain = text.normalize('NFC').replace(UNSEEN, '').replaceAll(/\r\n?/g, '\n');
  const [first = ''] = plain.split('\n', 1);
  const announced = ANNOUNCED.exec(first.trim())?.[1];
  // An empty line keeps the numbers of the others.
  const body = (announced === undefined ? plain : plain.slice(first.length)).replace(BULLET, '');
  const lines = body.split('\n');
  const separator = announced ?? separatorOf(lines, isTitle);
  const delimiter = separator ?? NO_SEPARATOR;
  return {
    rows: rowsOf(body, delimiter) ?? lines.flatMap((line, index) => oneLine(line, delimiter, index + 1)),
    isTable: separator !== undefined,
  };
}

/** The rows; undefined where a quote is opened and never closed, or closed in a later row. */
function rowsOf(body: string, delimiter: string): readonly TableRow[] | undefined {
  const parsed = recordsOf(body, delimiter);
  if (!parsed) return undefined;
  const rows: TableRow[] = [];
  let before = 0;
  for (const { record, raw, info } of parsed) {
    const line = before + 1 + leadingLines(raw);
    before = info.lines;
    if (record.some((cell) => cell.includes('\n') && cell.includes(delimiter))) return undefined;
    const cells = record.map(tidied);
    if (cells.some((cell) => cell !== '')) rows.push({ line, text: tidied(raw), cells, isUnclosed: false });
  }
  return rows;
}

/** A line by itself, so that a quote which never closes spoils no other one. */
function oneLine(line: string, delimiter: string, number: number): readonly TableRow[] {
  if (line.trim() === '') return [];
  const [parsed] = recordsOf(line, delimiter) ?? [];
  const cells = (parsed?.record ?? line.split(delimiter)).map(tidied);
  return cells.some((cell) => cell !== '')
    ? [{ line: number, text: tidied(line), cells, isUnclosed: parsed === undefined }]
    : [];
}

interface Parsed {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

function recordsOf(text: string, delimiter: string): readonly Parsed[] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      info: true,
      raw: true,
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}

/** Lines are one in a cell; blanks around it are none of it. */
function tidied(cell: string): string {
  // Line by line: a pattern that looks for blanks before a line end takes long over many blanks without one.
  return cell
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}

function leadingLines(raw: string): number {
  return (/^\n*/.exec(raw)?.[0] ?? '').length;
}

/** What parts the cells: a tab or a semicolon where lines have them, a comma only below titles; a sentence has commas, too. */
function separatorOf(lines: readonly string[], isTitle: (cell: string) => boolean): string | undefined {
  const written = lines.filter((line) => line.trim() !== '');
  for (const separator of ['\t', ';'])
    if (written.filter((line) => line.includes(separator)).length * 2 > written.length) return separator;
  const titles = (written[0] ?? '').split(',').map((title) => title.trim());
  return titles.length > 1 && titles.some(isTitle) ? ',' : undefined;
}
