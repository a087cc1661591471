import { DatabaseSync } from 'node:sqlite';
import { migrations } from '../migrations/migrations.ts';
import { migrate } from '../migrate.ts';

/** What of the shape is missing: what the data stand in, and the triggers that keep what was written. */
interface SchemaFaults {
  readonly file: readonly string[];
  readonly guards: readonly string[];
}

/**
 * What a database lacks of the shape that its own migrations gave it: tables, columns, indexes, and the triggers that keep the history.
 * Compared with an empty database that the same migrations make, so that no list has to be kept beside them.
 */
export function schemaFaults(database: DatabaseSync): SchemaFaults {
  const isTable = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'");
  if (!isTable.get()) return { file: ['tables are missing: all'], guards: [] };
  const done = new Set(
    database
      .prepare('SELECT number FROM migration')
      .all()
      .map((row) => Number(row['number'])),
  );
  const newest = Math.max(0, ...done);
  const known = migrations.filter(({ number }) => number <= newest);
  const undone = known.filter(({ number }) => !done.has(number));
  if (known.length === 0 || undone.length > 0)
    return { file: [`migrations are missing: ${undone.map(({ name }) => name).join(', ')}`], guards: [] };
  const model = new DatabaseSync(':memory:');
  try {
    migrate(model, known);
    const found = new Set(partsOf(database));
    const missing = partsOf(model).filter((part) => !found.has(part));
    const guards = missing.filter((part) => part.startsWith('trigger '));
    const rest = missing.filter((part) => !guards.includes(part));
    return { file: rest.length === 0 ? [] : [`the schema lacks: ${rest.join(', ')}`], guards };
  } finally {
    model.close();
  }
}

/** Names of all that a database is made of. */
function partsOf(database: DatabaseSync): readonly string[] {
  const parts = database
    .prepare(
      `SELECT s.type || ' ' || s.name AS part FROM sqlite_schema s WHERE s.name NOT LIKE 'sqlite_stat%'
       UNION ALL
       SELECT 'column ' || s.name || '.' || c.name FROM sqlite_schema s, pragma_table_xinfo(s.name) c
       WHERE s.type = 'table' AND s.name NOT LIKE 'sqlite_stat%'`,
    )
    .all();
  return parts.map((row) => String(row['part']));
}
