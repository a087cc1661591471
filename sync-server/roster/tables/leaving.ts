import type { LocalDate } from '../../../domain/base/ids.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Match } from '../identity/find-person.ts';
import type { Findings } from '../report/import-report.ts';
import { readDate } from '../values/dates.ts';

/** What a row says of leaving; `isSound` is false for a row that was rejected. */
export interface Leaving {
  readonly isSound: boolean;
  /** Last day at the school. */
  readonly leftOn?: LocalDate;
}

/** Reads the column of leaving dates; who has left is brought back by no list that does not say so itself. */
export function readLeaving(row: RowReader, match: Match, today: LocalDate, findings: Findings): Leaving {
  const text = row.get('leftOn');
  const leftOn = text === '' ? undefined : readDate(text, today);
  if (text !== '' && !leftOn) {
    findings.reject(row.place('leftOn'), 'badDate', text);
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
