import { localDate } from '../../../domain/base/local-date.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Roster } from '../draft/roster.ts';
import type { Match } from '../matching/find-person.ts';
import { readDate } from '../values/dates.ts';

/** What a row says of leaving; `isSound` is false for a row that was rejected. */
export interface Leaving {
  readonly isSound: boolean;
  /** Last day at the school. */
  readonly leftOn?: LocalDate;
}

/**
 * Reads the column of leaving dates; who has left is brought back by no list that does not say so itself. A day before the school year of
 * the list is a slip of the year, unless the pupil was in a class before it: it is asked. In September many go before the lessons begin.
 */
export function readLeaving(
  row: RowReader,
  match: Match,
  { draft: { today }, enrolments, findings, startYear }: Roster,
): Leaving {
  const text = row.get('leftOn');
  const leftOn = text === '' ? undefined : readDate(text, today);
  if (text !== '' && !leftOn) {
    findings.reject(row.place('leftOn'), 'badDate', text);
    return { isSound: false };
  }
  const wasHere = (day: LocalDate) =>
    match.kind === 'found' && enrolments.ofPupil(match.person.id).some(({ from }) => from <= day);
  if (leftOn && row.kind === 'pupils' && leftOn < localDate(startYear, 9, 1) && !wasHere(leftOn)) {
    findings.reject(row.place('leftOn'), 'leftBeforeYear', text);
    return { isSound: false };
  }
  if (leftOn) return { isSound: true, leftOn };
  const known = match.kind === 'found' ? match.person.leftOn : undefined;
  if (known !== undefined && known <= today) {
    findings.reject(row.place('surname'), 'hasLeft', known);
    return { isSound: false };
  }
  return { isSound: true };
}
