import type { RowReader } from '../columns/row-reader.ts';
import type { Roster } from '../draft/roster.ts';
import { joinClassName, readClassCell, type ClassName } from '../values/class-names.ts';
import { isOfOtherYear } from '../values/school-years.ts';

/** What a row calls its class, of the year that is imported; undefined where it names none or another year, which is said. */
export function classTextOf(
  row: RowReader,
  { findings, startYear }: Pick<Roster, 'findings' | 'startYear'>,
): string | undefined {
  const text = joinClassName(row.get('class'), row.get('section'));
  const year = row.get('schoolYear');
  if (isOfOtherYear(year, startYear)) findings.reject(row.place('schoolYear'), 'otherYear', year);
  else if (text === '') findings.reject(row.place('class'), 'missingClass');
  else return text;
  return undefined;
}

/** The class that the text of a row names; undefined where it names several or nobody knows which, which is said. */
export function classNameOf(
  row: RowReader,
  text: string,
  { findings }: Pick<Roster, 'findings'>,
): ClassName | undefined {
  const cell = readClassCell(text);
  if (cell.kind === 'one') return cell.name;
  findings.reject(row.place('class'), cell.kind === 'several' ? 'severalClasses' : 'badClass', text);
  return undefined;
}
