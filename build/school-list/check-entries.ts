import { Ajv } from 'ajv';
import { schoolListSchema, schoolsListedTwice, type SchoolList } from '../../domain/protocol/school-list.ts';
import { Stop } from '../system/step.ts';
import { originFault } from './origin-fault.ts';

type Entry = SchoolList['schools'][number];

const list = schoolListSchema.properties.schools;
const ajv = new Ajv({ allErrors: true, strictSchema: false });
const isEntry = ajv.compile<Entry>(list.items);

/** What each field wants, in the words of who fills it in. */
const wanted: Record<keyof Entry, string> = {
  school: 'wants four capital letters and four digits',
  name: `wants 1 to ${list.items.properties.name.maxLength} characters`,
  city: `wants 1 to ${list.items.properties.city.maxLength} characters`,
  server: `wants an origin of at most ${list.items.properties.server.maxLength} characters, such as https://register.example.org`,
};

/** Reads the list of schools that is to be signed; refuses it with one line for each reason. */
export function checkEntries(text: string, file: string): readonly Entry[] {
  const rows = parseRows(text, file);
  const faults = rows.flatMap((row, index) =>
    entryFaults(row).map((fault) => `  ${describeRow(row, index)}: ${fault}`),
  );
  const entries = rows.filter((row): row is Entry => isEntry(row));
  for (const twice of schoolsListedTwice(entries)) {
    const where = rows.flatMap((row, index) => (isEntry(row) && row.school === twice ? [index + 1] : []));
    faults.push(`  ${twice} stands more than once: rows ${where.join(', ')}`);
  }
  if (faults.length > 0) throw new Stop(`${file} was not signed:\n${faults.join('\n')}`);
  return entries;
}

function parseRows(text: string, file: string): readonly unknown[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch (error) {
    throw new Stop(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(rows)) throw new Stop(`${file} is not a list: [{"school": …}, …] is wanted.`);
  if (rows.length === 0) throw new Stop(`${file} names no school.`);
  if (rows.length > list.maxItems)
    throw new Stop(`${file} names ${rows.length} schools, at most ${list.maxItems} fit.`);
  return rows;
}

function entryFaults(row: unknown): readonly string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return ['is not an object'];
  const fields = row as Partial<Record<string, unknown>>;
  const unknown = Object.keys(fields).filter((key) => !Object.hasOwn(wanted, key));
  isEntry(row);
  const wrong = new Set((isEntry.errors ?? []).map(({ instancePath }) => instancePath.slice(1)));
  return [
    ...unknown.map((key) => `"${key}" is not a field of a school`),
    ...(Object.keys(wanted) as (keyof Entry)[]).flatMap((key) => {
      const value = fields[key];
      if (value === undefined) return [`"${key}" is missing`];
      const fault = key === 'server' ? originFault(value) : undefined;
      if (fault !== undefined) return [`"server" ${fault}`];
      const empty = typeof value === 'string' && value.trim() === '';
      return wrong.has(key) || empty ? [`"${key}" ${wanted[key]}`] : [];
    }),
  ];
}

function describeRow(row: unknown, index: number): string {
  const school = typeof row === 'object' && row !== null && 'school' in row ? row.school : undefined;
  return typeof school === 'string' && school !== ''
    ? `row ${index + 1} (${school.slice(0, 20)})`
    : `row ${index + 1}`;
}
