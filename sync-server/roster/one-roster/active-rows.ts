import type { Findings } from '../report/import-report.ts';
import { isActive, type OneRosterRow } from './one-roster-set.ts';

const TEXTS = ['sourcedId', 'givenName', 'familyName', 'title', 'username', 'email', 'phone', 'sms'] as const;
const LONGEST_TEXT = 120;

/**
 * The rows that count; those marked as deleted or inactive, or with an unknown status, are reported.
 *
 * `endKnown` ends what an earlier import made of a deleted row, and says whether there was such a thing.
 */
export function activeRows(
  rows: readonly OneRosterRow[],
  findings: Findings,
  endKnown: (row: OneRosterRow) => boolean = () => false,
): readonly OneRosterRow[] {
  return rows.filter((row) => {
    const status = row.get('status').toLowerCase();
    if (isActive(row)) {
      const long = TEXTS.find((column) => row.get(column).length > LONGEST_TEXT);
      if (row.get('sourcedId') === '')
        findings.reject(row.place('sourcedId'), 'missingIdentifier', 'sourcedId');
      else if (long !== undefined) findings.reject(row.place(long), 'tooLong');
      else return true;
      return false;
    }
    if (status === 'tobedeleted' && endKnown(row)) findings.warn(row.place('status'), 'endedBySource');
    else if (status === 'tobedeleted') findings.reject(row.place('status'), 'toBeDeleted');
    else if (status === 'inactive') findings.reject(row.place('status'), 'inactive');
    else findings.reject(row.place('status'), 'badStatus', row.get('status'));
    return false;
  });
}

/**
 * Rows without those that share their identifier and say different things (`saying`): enrolments name the identifier, and which of the
 * two they mean nobody can tell. Rows that say the same are one.
 */
export function withoutContradictions(
  rows: readonly OneRosterRow[],
  saying: (row: OneRosterRow) => string,
  findings: Findings,
): readonly OneRosterRow[] {
  const said = new Map<string, Set<string>>();
  for (const row of rows) {
    const id = row.get('sourcedId');
    said.set(id, (said.get(id) ?? new Set<string>()).add(saying(row)));
  }
  return rows.filter((row) => {
    const id = row.get('sourcedId');
    if ((said.get(id)?.size ?? 0) < 2) return true;
    findings.reject(row.place('sourcedId'), 'repeatedIdentifier', id);
    return false;
  });
}
