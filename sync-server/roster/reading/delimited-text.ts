import { CsvError, parse } from 'csv-parse/sync';
import { RosterRefusal } from '../report/refusal.ts';
import { LIMITS, type SheetRow } from './roster-file.ts';

const SEPARATORS = [';', ',', '\t', '|'] as const;
/** As many as may stand above a header, and some rows. */
const SAMPLE_LINES = 50;
const LINE_END = /\r\n|\n|\r/;
/** First line by which some programs announce the separator. */
const ANNOUNCED = /^sep=(.)\r?\n/i;

/** Reads separated text; rows keep the numbers that a spreadsheet shows, blank lines included. */
export function readDelimitedText(
  text: string,
  file: string,
  fitness: (cells: readonly string[]) => number,
): readonly SheetRow[] {
  const announced = ANNOUNCED.exec(text);
  const body = announced ? text.slice(announced[0].length) : text;
  const separator = announced?.[1] ?? detectSeparator(body, file, fitness);
  const first = announced ? 2 : 1;
  const rows = records(body, separator, file);
  if (rows && !swallowsRows(rows, separator))
    return rows.map((cells, index) => ({ row: first + index, cells, formulas: [] }));
  return body.split(LINE_END).map((line, index) => oneLine(line, separator, file, first + index));
}

/** The separator under which the first lines look most like a header that we know, then like a table at all. */
function detectSeparator(text: string, file: string, fitness: (cells: readonly string[]) => number): string {
  const lines = text.split(LINE_END, SAMPLE_LINES).filter((line) => line.trim() !== '');
  const rated = SEPARATORS.map((separator) => {
    // Line by line: a quoted cell that goes on over several lines spoils its own line only.
    const rows = lines.flatMap((line) => records(line, separator, file, true) ?? []);
    const known = Math.max(0, ...rows.map((cells) => fitness(cells)));
    return { separator, known, width: Math.max(0, ...rows.map((cells) => cells.length)) };
  });
  return rated.sort((a, b) => b.known - a.known || b.width - a.width)[0]?.separator ?? ';';
}

/**
 * Whether a cell holds what looks like whole rows: then a quote that somebody forgot to close has reached the next one. An address
 * over several lines has no separators in it, or few.
 */
function swallowsRows(rows: readonly (readonly string[])[], separator: string): boolean {
  const width = Math.max(2, ...rows.slice(0, SAMPLE_LINES).map((row) => row.length));
  return rows.some((row) =>
    row.some((cell) => {
      const [, ...later] = cell.split(LINE_END);
      return later.some((line) => line.split(separator).length >= Math.max(2, width - 1));
    }),
  );
}

/** A line by itself, so that a quote which never closes spoils no other one. */
function oneLine(line: string, separator: string, file: string, row: number): SheetRow {
  const cells = records(line, separator, file);
  if (cells) return { row, cells: cells[0] ?? [], formulas: [] };
  return { row, cells: line.replaceAll('"', '').split(separator), formulas: [], isUnclosed: true };
}

/** The records of a text; undefined where a quote is opened and never closed. */
function records(
  text: string,
  delimiter: string,
  file: string,
  isSample = false,
): readonly (readonly string[])[] | undefined {
  try {
    const rows: readonly (readonly string[])[] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
    });
    const tooWide = rows.some((row) => row.length > LIMITS.columns);
    if (!isSample && (rows.length > LIMITS.rows || tooWide))
      throw new RosterRefusal('tooManyRows', file, `${LIMITS.rows} / ${LIMITS.columns}`);
    return rows;
  } catch (error) {
    if (error instanceof RosterRefusal) throw error;
    if (isSample) return [];
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return undefined;
    throw new RosterRefusal('damaged', file);
  }
}
