import { isSameTopic } from '../../../domain/kinds/syllabus/done-topics.ts';
import { LONGEST_SYLLABUS_TEXT, MOST_SYLLABUS_ITEMS } from '../../../domain/kinds/syllabus/record.ts';

/** One topic as somebody has written it down, with the unit that it belongs to. */
export interface SyllabusRow {
  readonly unit?: string;
  readonly topic: string;
}

/** Why a row was not taken. */
export type RowFault = 'tooLong' | 'unclosed' | 'repeated' | 'noTopic' | 'tooMany';

/** What was read of a text: the topics, and the rows that are none, each by its line. */
export interface ReadSyllabus {
  readonly rows: readonly SyllabusRow[];
  readonly faults: readonly { readonly line: number; readonly text: string; readonly fault: RowFault }[];
}

/** How the two columns are called in tables of schools, in both languages. */
const UNIT = /^(?:unità|unita|unit|uda|modulo|module|nucleo|capitolo|chapter)/i;
const TOPIC = /^(?:argoment|topic|contenut|content|titolo|title)/i;
/** Bullets and numbers before a topic: "- ", "1.2) ". */
const BULLET = /^\s*(?:[-–•*·]|\d+(?:\.\d+)*[.)]|[a-z]\))\s+/i;

/**
 * Reads a syllabus from separated text (CSV, or cells copied from a table) or from plain lines, one topic each; a line that ends with a
 * colon names the unit of those below it. Rows that cannot be read are named, the rest is taken.
 *
 * @param known the topics that the syllabus has already
 */
export function readSyllabus(text: string, known: readonly string[]): ReadSyllabus {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const separator = separatorOf(lines);
  const cellsOf = (line: string) => (separator === undefined ? [line] : cellsIn(line, separator));
  const head = lines.findIndex((line) => line.trim() !== '');
  const titles = cellsOf(lines[head] ?? '') ?? [];
  const topicColumn = titles.findIndex((title) => TOPIC.test(title.trim()));
  const unitColumn = titles.findIndex((title) => UNIT.test(title.trim()));
  const hasTitles = separator !== undefined && topicColumn >= 0;
  const rows: SyllabusRow[] = [];
  const faults: ReadSyllabus['faults'][number][] = [];
  let unit: string | undefined;

  const take = (
    line: number,
    text: string,
    row: { readonly unit?: string | undefined; readonly topic: string },
  ) => {
    const fault = faultOf(row, [...known, ...rows.map(({ topic }) => topic)]);
    if (fault) faults.push({ line, text: text.trim(), fault });
    else rows.push(row.unit ? { unit: row.unit, topic: row.topic } : { topic: row.topic });
  };

  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (hasTitles && index === head)) continue;
    const number = index + 1;
    if (separator === undefined) {
      const plain = line.replace(BULLET, '').trim();
      if (plain.endsWith(':') && plain.length > 1) unit = plain.slice(0, -1).trim();
      else take(number, line, { unit, topic: plain });
      continue;
    }
    const cells = cellsOf(line);
    if (!cells) faults.push({ line: number, text: line.trim(), fault: 'unclosed' });
    else if (cells.some((cell) => cell !== ''))
      take(number, line, pick(cells, hasTitles ? topicColumn : -1, hasTitles ? unitColumn : -1));
  }
  return { rows, faults };
}

/** Topic and unit of the cells of a row: by their titles, else the unit comes before the topic where there are two. */
function pick(cells: readonly string[], topic: number, unit: number) {
  if (topic >= 0) return { unit: cells[unit], topic: cells[topic] ?? '' };
  return cells.length > 1 ? { unit: cells[0], topic: cells[1] ?? '' } : { topic: cells[0] ?? '' };
}

function faultOf(
  { unit = '', topic }: { readonly unit?: string | undefined; readonly topic: string },
  known: readonly string[],
): RowFault | undefined {
  if (topic === '') return 'noTopic';
  if (topic.length > LONGEST_SYLLABUS_TEXT || unit.length > LONGEST_SYLLABUS_TEXT) return 'tooLong';
  if (known.some((other) => isSameTopic(other, topic))) return 'repeated';
  return known.length >= MOST_SYLLABUS_ITEMS ? 'tooMany' : undefined;
}

/** What parts the cells: a tab or a semicolon where lines have them, a comma only below titles; a sentence has commas, too. */
function separatorOf(lines: readonly string[]): string | undefined {
  const written = lines.filter((line) => line.trim() !== '');
  for (const separator of ['\t', ';'])
    if (written.filter((line) => line.includes(separator)).length * 2 > written.length) return separator;
  const titles = (written[0] ?? '').split(',').map((title) => title.trim());
  return titles.length > 1 && titles.some((title) => TOPIC.test(title)) ? ',' : undefined;
}

/** The cells of a line; undefined where a quote is opened and never closed. */
function cellsIn(line: string, separator: string): readonly string[] | undefined {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    if (!quoted && /^\s*"/.test(rest)) return undefined;
    const end = quoted ? quoted[0].length : rest.indexOf(separator);
    const cell = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : end < 0 ? rest : rest.slice(0, end);
    cells.push(cell.trim());
    if (end < 0 || !rest.startsWith(separator, end)) return cells;
    rest = rest.slice(end + separator.length);
  }
}
