import type { Migration } from './migration.ts';

/** Versions that wait to be appended together: an import too large for one turn of the database. */
export const stagedVersions: Migration = {
  number: 6,
  name: 'staged-versions',
  sql: `
    CREATE TABLE staged_version (
      batch TEXT NOT NULL,
      position INTEGER NOT NULL,
      -- JSON of what is to be appended.
      version TEXT NOT NULL,
      PRIMARY KEY (batch, position)
    ) STRICT, WITHOUT ROWID;

    -- The batches that are decided: whoever meets one completes it before anything else of its school is read or written.
    CREATE TABLE staged_batch (
      batch TEXT NOT NULL PRIMARY KEY,
      school TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
  `,
};
