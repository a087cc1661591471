import type { PersonId } from '../../../domain/base/ids.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import type { Findings } from '../report/import-report.ts';

/** Notices a person who appears twice in one table. */
export function createDuplicateWatch(
  table: Table,
  findings: Findings,
): (person: PersonId, row: RowReader) => 'first' | 'repeated' {
  const seen = new Map<PersonId, { readonly row: number; readonly text: string }>();
  return (person, row) => {
    const text = [...table.positions.keys()].map((field) => row.get(field).toLowerCase()).join('\n');
    const before = seen.get(person);
    if (!before) {
      seen.set(person, { row: row.row, text });
      return 'first';
    }
    if (before.text === text) findings.warn(row.place('surname'), 'duplicateRow', String(before.row));
    else findings.reject(row.place('surname'), 'duplicateRow', String(before.row));
    return 'repeated';
  };
}
