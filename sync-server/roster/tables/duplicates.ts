import type { PersonId } from '../../../domain/base/ids.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { Table } from '../columns/recognise.ts';
import type { Roster } from '../draft/roster.ts';

/** Notices a person who appears twice in one run. */
export interface DuplicateWatch {
  /** Whether an earlier row was taken for the person; if it said something else, this one is rejected. */
  readonly repeats: (person: PersonId, row: RowReader) => boolean;
  /** Remembers the row that was taken. */
  readonly taken: (person: PersonId, row: RowReader) => void;
}

/** Watches a table for people whom this run has already taken. */
export function createDuplicateWatch(table: Table, { met, findings }: Roster): DuplicateWatch {
  const textOf = (row: RowReader) =>
    [...table.positions.keys()].map((field) => row.get(field).toLowerCase()).join('\n');
  return {
    repeats: (person, row) => {
      const before = met.get(person);
      if (!before) return false;
      if (before.text === textOf(row)) findings.warn(row.place('surname'), 'duplicateRow', before.place);
      else findings.reject(row.place('surname'), 'duplicateRow', before.place);
      return true;
    },
    taken: (person, row) => {
      const place = { it: `${table.file}, riga ${row.row}`, en: `${table.file}, row ${row.row}` };
      met.set(person, { place, text: textOf(row) });
    },
  };
}
