import type { Migration } from './migration.ts';

/** What the server notes about itself: which key belongs to this database. */
export const notes: Migration = {
  number: 4,
  name: 'notes',
  sql: `
    CREATE TABLE server_note (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
