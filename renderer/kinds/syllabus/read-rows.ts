import { wordsOf } from '../../../domain/kinds/syllabus/done-topics.ts';
import { LONGEST_SYLLABUS_TEXT, MOST_SYLLABUS_ITEMS } from '../../../domain/kinds/syllabus/record.ts';
import { tableOf, type TableRow } from './table-of-text.ts';

/** One topic as somebody has written it down, with the unit that it belongs to. */
export interface SyllabusRow {
  readonly unit?: string;
  readonly topic: string;
}

/** Why a row was not taken. */
export type RowFault =
  'tooLong' | 'unclosed' | 'repeated' | 'noTopic' | 'tooMany' | 'columns' | 'aboveTitles' | 'letters';

/** What was read of a text: the topics, and the rows that are none, each by its line. */
export interface ReadSyllabus {
  readonly rows: readonly SyllabusRow[];
  readonly faults: readonly { readonly line: number; readonly text: string; readonly fault: RowFault }[];
}

/** How the two columns are called in tables of schools, in both languages. */
const UNIT = /^(?:unità|unita|unit|uda|modulo|module|nucleo|capitolo|chapter)/i;
const TOPIC = /^(?:argoment|topic|contenut|content|titolo|title)/i;
/** Below the first row a cell is a title only where it says nothing else: topics have such words, too. */
const BARE_TOPIC =
  /^(?:argoment[oi]|topics?|contenut[oi]|contents?|titol[oi]|titles?)(?: svolt[oi]| previst[oi])?:?$/i;
/** Rows among which the titles are looked for: some write the name of the class above them. */
const ROWS_ABOVE = 10;
/** The number or the bullet that some programs put into a column of its own. */
const COUNTER = /^(?:[-–•*·]|\d+(?:\.\d+)*[.)]?|)$/u;
/** Of a letter that was broken nothing is known. */
const BROKEN = '\uFFFD';

/**
 * Reads a syllabus from separated text (CSV, or cells copied from a table) or from plain lines, one topic each; a line that ends with a
 * colon names the unit of those below it. Rows that cannot be read are named, the rest is taken, and no column is guessed.
 *
 * @param known the topics that the syllabus has already
 */
export function readSyllabus(text: string, known: readonly string[]): ReadSyllabus {
  const { rows: table, isTable } = tableOf(text, (cell) => TOPIC.test(cell));
  const collected = new Collected(known);
  if (isTable) readTable(table, collected);
  else readLines(table, collected);
  return collected;
}

function readLines(lines: readonly TableRow[], collected: Collected): void {
  let unit: string | undefined;
  for (const row of lines) {
    const plain = row.cells.join(' ').trim();
    if (plain.endsWith(':') && plain.length > 1) unit = plain.slice(0, -1).trim();
    else collected.take(row, { unit, topic: plain });
  }
}

function readTable(table: readonly TableRow[], collected: Collected): void {
  const head = table
    .slice(0, ROWS_ABOVE)
    .findIndex(({ cells }, index) => cells.some((cell) => (index === 0 ? TOPIC : BARE_TOPIC).test(cell)));
  const titles = table[head]?.cells ?? [];
  const columns =
    head < 0
      ? columnsOf(table)
      : {
          topic: titles.findIndex((title) => (head === 0 ? TOPIC : BARE_TOPIC).test(title)),
          unit: titles.findIndex((title) => UNIT.test(title)),
        };
  let unit: string | undefined;
  for (const [index, row] of table.entries()) {
    if (index < head) collected.refuse(row, 'aboveTitles');
    if (index <= head) continue;
    if (!columns) collected.refuse(row, 'columns');
    else {
      // A cell that is merged downwards holds its unit in the first row alone.
      const written = columns.unit < 0 ? '' : (row.cells[columns.unit] ?? '');
      if (written !== '') unit = written;
      collected.take(row, { unit, topic: row.cells[columns.topic] ?? '' });
    }
  }
}

/** The columns of a table without titles: the topic, or unit and topic; none where there are more of them than these. */
function columnsOf(
  table: readonly TableRow[],
): { readonly topic: number; readonly unit: number } | undefined {
  // A pasted table may be longer than a call takes values.
  const width = table.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const told = Array.from({ length: width }, (_, column) => column).filter((column) =>
    table.some(({ cells }) => !COUNTER.test(cells[column] ?? '')),
  );
  const [first, second] = told;
  if (first === undefined || told.length > 2) return undefined;
  return second === undefined ? { topic: first, unit: -1 } : { topic: second, unit: first };
}

/** What was taken and what was not; every topic once. */
class Collected implements ReadSyllabus {
  readonly rows: SyllabusRow[] = [];
  readonly faults: ReadSyllabus['faults'][number][] = [];
  readonly #known: Set<string>;
  readonly #before: number;

  constructor(known: readonly string[]) {
    this.#known = new Set(known.map(wordsOf));
    this.#before = known.length;
  }

  refuse({ line, text }: TableRow, fault: RowFault): void {
    this.faults.push({ line, text, fault });
  }

  take(row: TableRow, { unit = '', topic }: { readonly unit?: string | undefined; readonly topic: string }) {
    const fault = row.isUnclosed ? 'unclosed' : this.#faultOf(unit, topic);
    if (fault) return this.refuse(row, fault);
    this.#known.add(wordsOf(topic));
    this.rows.push(unit === '' ? { topic } : { unit, topic });
    return undefined;
  }

  #faultOf(unit: string, topic: string): RowFault | undefined {
    if (topic === '') return 'noTopic';
    if (topic.includes(BROKEN) || unit.includes(BROKEN)) return 'letters';
    if (topic.length > LONGEST_SYLLABUS_TEXT || unit.length > LONGEST_SYLLABUS_TEXT) return 'tooLong';
    if (this.#known.has(wordsOf(topic))) return 'repeated';
    return this.#before + this.rows.length >= MOST_SYLLABUS_ITEMS ? 'tooMany' : undefined;
  }
}
