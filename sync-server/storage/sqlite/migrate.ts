import type { DatabaseSync } from 'node:sqlite';
import { StartRefusal } from '../../base/start-refusal.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * Brings a database to the newest shape, in one transaction: it has all migrations afterwards, or is as it was.
 *
 * @returns the numbers of the migrations that were applied
 */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): readonly number[] {
  // IMMEDIATE: two processes that start together must not both believe that a migration is missing.
  database.exec('BEGIN IMMEDIATE');
  try {
    database.exec(
      'CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT',
    );
    const done = new Set(
      database
        .prepare('SELECT number FROM migration')
        .all()
        .map((row) => row['number']),
    );
    const newest = Math.max(0, ...migrations.map((migration) => migration.number));
    const unknown = [...done].find((number) => Number(number) > newest);
    if (unknown !== undefined) {
      throw new StartRefusal(
        `The database was written by a newer version (migration ${String(unknown)}). Start that version, or restore a backup of before its update.`,
      );
    }
    const missing = migrations.filter((migration) => !done.has(migration.number));
    const note = database.prepare('INSERT INTO migration (number, name) VALUES (?, ?)');
    for (const migration of missing) {
      database.exec(migration.sql);
      note.run(migration.number, migration.name);
    }
    database.exec('COMMIT');
    return missing.map((migration) => migration.number);
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
