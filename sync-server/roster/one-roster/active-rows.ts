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
