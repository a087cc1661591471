import type { PersonId } from '../../../domain/base/ids.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import type { Roster } from '../draft/roster.ts';

/** Notices a person who appears twice in one run; the second row is taken only if it says the same. */
export function createDuplicateWatch(
  table: Table,
  { met, findings }: Roster,
): (person: PersonId, row: RowReader) => 'first' | 'repeated' {
  return (person, row) => {
    const text = [...table.positions.keys()].map((field) => row.get(field).toLowerCase()).join('\n');
    const before = met.get(person);
    if (!before) {
      met.set(person, { place: `${table.file}, ${row.row}`, text });
      return 'first';
    }
    const isSame = before.text === text;
    if (isSame) findings.warn(row.place('surname'), 'duplicateRow', before.place);
    else findings.reject(row.place('surname'), 'duplicateRow', before.place);
    return 'repeated';
  };
}
