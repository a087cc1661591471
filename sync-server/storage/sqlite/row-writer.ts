import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** A row to insert: the values of all columns, in their order. */
export type Row = readonly SQLInputValue[];

/** Inserts rows, many with one statement: a statement of its own for each row costs more than the row. */
export type RowWriter = (rows: readonly Row[]) => void;

/** How many rows the statements insert; the largest that fits is taken. */
const AT_ONCE = [32, 8, 1] as const;

/**
 * Prepares the statements that insert rows into a table.
 *
 * @param insert the verb with what happens to a row whose key is there. FAIL, where that must not be: it spares the database the note by
 * which it would take back the other rows of the statement, since all of the transaction is taken back
 */
export function prepareRows(
  database: DatabaseSync,
  insert: 'INSERT OR FAIL' | 'INSERT OR REPLACE',
  table: string,
  columns: number,
): RowWriter {
  const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
  const statements = AT_ONCE.map((count) => ({
    count,
    statement: database.prepare(
      `${insert} INTO ${table} VALUES ${Array.from({ length: count }, () => row).join(', ')}`,
    ),
  }));
  return (rows) => {
    let from = 0;
    for (const { count, statement } of statements)
      for (; rows.length - from >= count; from += count)
        statement.run(...rows.slice(from, from + count).flat());
  };
}
