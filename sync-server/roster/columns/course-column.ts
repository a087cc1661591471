import { nameSlug, className } from '../../../domain/kinds/class/record.ts';
import { joinClassName, readClassName } from '../values/class-names.ts';
import { tidy } from '../values/names.ts';
import { headerKey, type Field } from './headers.ts';
import type { Table } from './recognise.ts';

/** Headers of what a school's classes of one name differ by: the course, or the site. */
const COURSE_OR_SITE =
  /^(?:corso|corsi|corsodistudi[oi]?|indirizz[oi]distudi[oi]?|indirizzoscolastico|percorso|specializzazione|settore|articolazione|opzione|plesso|sede|sedescolastica|nomeplesso|codiceplesso|plessoscolastico|scuola|codicemeccanografico|codmeccanografico|ordine|ordinescuola|ordinediscuola|gradoscuola)$/;

/** How an address begins, or what it has somewhere; a course has neither. */
const STREET =
  /\d|^(?:via|v\.le|viale|piazza|p\.?zz?a|piazzale|p\.?le|largo|vicolo|strada|str\.?|corso|c\.?so|contrada|c\.?da|localit[aà]|loc\.?|fraz(?:ione|\.)?|borgo|salita|calle|lungo\p{L}*|traversa|rione|regione)(?![\p{L}])/iu;
const COURSE =
  /^(?:liceo|istituto|ist\.?|tecnic|professional|scientific|classic|linguistic|artistic|musical|scienze|economic|informatic|turism|turistic|meccanic|elettr|amministrazione|costruzioni|chimic|agrari|grafic|moda|alberghier|enogastronom|servizi|sanit|odontotecnic|ottic|logistic|trasporti|ordinamento|tradizionale|biotecnolog|biennio|triennio|tempo (?:pieno|normale|prolungato))/iu;
/** Initials of a course: `LSA`, `AFM`, `SIA`. */
const INITIALS = /^[A-Z]{2,4}$/u;

/** A table whose columns of course and site are told from the others. */
export interface CourseTable {
  readonly table: Table;
  /** By row: what the column says of the row's class, where it says something else in other rows of a class of that name. */
  readonly splits: ReadonlyMap<number, string>;
}

/**
 * Looks for classes that a column of course or site makes two of: "1 A, liceo classico" and "1 A, liceo scientifico". Nobody can say whether
 * these are two classes, or one with two courses (_articolata_): their pupils are asked, and not put into one register. A column
 * "Indirizzo" in which courses stand is one of courses, and no pupil's address.
 */
export function withCourses(given: Table): CourseTable {
  const address = given.positions.get('address');
  const isCourse = address !== undefined && holdsCourses(given.rows.map(({ cells }) => cells[address] ?? ''));
  const header = given.headers.get('address') ?? '';
  const table = isCourse
    ? {
        ...given,
        positions: new Map([...given.positions].filter(([field]) => field !== 'address')),
        ignored: [...given.ignored, header],
      }
    : given;
  const columns = [
    ...(isCourse ? [address] : []),
    ...given.unread.flatMap(({ name, position }) => (COURSE_OR_SITE.test(headerKey(name)) ? [position] : [])),
  ];
  return { table, splits: new Map(columns.flatMap((column) => [...splitsBy(table, column)])) };
}

/** Whether a column has courses: none of its values has a street or a number, and most are named as courses are (a hamlet is not). */
function holdsCourses(column: readonly string[]): boolean {
  const values = column.map(tidy).filter((value) => value !== '');
  if (values.length === 0 || values.some((value) => STREET.test(value))) return false;
  const courses = values.filter((value) => COURSE.test(value) || INITIALS.test(value));
  return courses.length * 2 > values.length;
}

function splitsBy(table: Table, column: number): ReadonlyMap<number, string> {
  const cell = (cells: readonly string[], field: Field) => cells[table.positions.get(field) ?? -1] ?? '';
  const named = table.rows.map(({ row, cells }) => {
    const written = joinClassName(cell(cells, 'class'), cell(cells, 'section'));
    const name = readClassName(written);
    return {
      row,
      written,
      key: name && nameSlug(`${className(name)} ${name.level ?? ''}`),
      value: tidy(cells[column] ?? ''),
    };
  });
  const splits = new Map<number, string>();
  for (const [key, own] of Map.groupBy(named, (one) => one.key)) {
    const values = new Map(
      own.flatMap(({ value }) => (value === '' ? [] : [[headerKey(value), value] as const])),
    );
    if (key === undefined || values.size < 2) continue;
    for (const { row, written } of own) splits.set(row, `${written}: ${[...values.values()].join(' / ')}`);
  }
  return splits;
}
