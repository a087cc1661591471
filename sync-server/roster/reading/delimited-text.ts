import { parse } from 'csv-parse/sync';
import { RosterRefusal } from '../report/refusal.ts';
import { LIMITS, type SheetRow } from './roster-file.ts';

const SEPARATORS = [';', ',', '\t', '|'] as const;
const SAMPLE_LINES = 12;
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
  return records(body, separator, file).map((cells, index) => ({ row: first + index, cells, formulas: [] }));
}

/** The separator under which the first lines look most like a header that we know, then like a table at all. */
function detectSeparator(text: string, file: string, fitness: (cells: readonly string[]) => number): string {
  const lines = text.split(/\r\n|\n|\r/, SAMPLE_LINES).filter((line) => line.trim() !== '');
  const rated = SEPARATORS.map((separator) => {
    // Line by line: a quoted cell that goes on over several lines spoils its own line only.
    const rows = lines.flatMap((line) => records(line, separator, file, true));
    const known = Math.max(0, ...rows.map((cells) => fitness(cells)));
    return { separator, known, width: Math.max(0, ...rows.map((cells) => cells.length)) };
  });
  return rated.sort((a, b) => b.known - a.known || b.width - a.width)[0]?.separator ?? ';';
}

function records(
  text: string,
  delimiter: string,
  file: string,
  isSample = false,
): readonly (readonly string[])[] {
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
    throw new RosterRefusal('damaged', file);
  }
}
