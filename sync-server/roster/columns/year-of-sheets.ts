import { RosterRefusal } from '../report/refusal.ts';
import { isOfOtherYear, schoolYearsNamed } from '../values/school-years.ts';
import type { Table } from './recognise.ts';

const CENTURY = 100;

/**
 * Refuses a workbook with sheets of another school year than the one that the import is for: offices keep last year's sheets beside this
 * year's ("1A 2025-26", "1A 2026-27"), and their pupils would be enrolled in last year's classes again. Two years that follow each other
 * name a school year; one alone may be the year in which it begins or ends.
 *
 * @throws RosterRefusal naming the sheets
 */
export function refuseOtherYears(tables: readonly Table[], startYear: number): void {
  const others = tables.filter(({ title }) => title !== undefined && isOfOtherYear(title, startYear));
  const [first] = others;
  if (!first) return;
  const names = others.map(({ title }) => title ?? '').join(', ');
  throw new RosterRefusal(
    'otherYears',
    first.file.split('/')[0] ?? first.file,
    `${names} (${startYear}/${(startYear + 1) % CENTURY})`,
  );
}

/**
 * Refuses a list whose file, or a line above its header, says that it is of another school year ("Elenco alunni a.s. 2025/26"): last
 * year's list would put its pupils back into the classes that they have left. A text that names several years says nothing.
 *
 * @throws RosterRefusal naming the text
 */
export function refuseListOfOtherYear(tables: readonly Table[], startYear: number): void {
  for (const { kind, file, title, above } of tables) {
    if (kind !== 'pupils' && kind !== 'posts') continue;
    const name = title !== undefined && file.endsWith(`/${title}`) ? file.slice(0, -title.length - 1) : file;
    const said = [...above, name].find((text) => {
      const years = new Set(schoolYearsNamed(text));
      return years.size === 1 && !years.has(startYear % CENTURY);
    });
    if (said === undefined) continue;
    throw new RosterRefusal('otherYear', file, `${said} – ${startYear}/${(startYear + 1) % CENTURY}`);
  }
}
