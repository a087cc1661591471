import type { Migration } from './migration.ts';

/** Versions that the history of their record always shows: found among however many others were written since. */
export const tracedVersions: Migration = {
  number: 11,
  name: 'traced-versions',
  sql: `
    CREATE TABLE traced_version (
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (school, collection, id, place)
    ) STRICT, WITHOUT ROWID;
  `,
};
