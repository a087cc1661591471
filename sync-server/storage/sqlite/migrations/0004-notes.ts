import type { Migration } from './migration.ts';

/** What the server notes about itself: which key belongs to this database. And entries that wait for a school's office, to be counted. */
export const notes: Migration = {
  number: 4,
  name: 'notes',
  sql: `
    CREATE TABLE server_note (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handed_over_waiting ON handed_over (school, at) WHERE state = 'waiting';
  `,
};
