import { RosterRefusal } from '../report/refusal.ts';
import { schoolYearIn } from '../values/school-years.ts';
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
  const others = tables.filter(({ title }) => title !== undefined && isOfAnother(title, startYear));
  const [first] = others;
  if (!first) return;
  const names = others.map(({ title }) => title ?? '').join(', ');
  throw new RosterRefusal(
    'otherYears',
    first.file.split('/')[0] ?? first.file,
    `${names} (${startYear}/${(startYear + 1) % CENTURY})`,
  );
}

function isOfAnother(title: string, startYear: number): boolean {
  const year = schoolYearIn(title);
  if (year !== undefined) return year !== startYear % CENTURY;
  const alone = /(?<!\d)(20\d\d)(?!\d)/.exec(title)?.[1];
  return alone !== undefined && ![startYear, startYear + 1].includes(Number(alone));
}
