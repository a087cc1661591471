import type { Migration } from './migration.ts';

/** What stood when such a version came: versions that have lost may lie between the two, as many as somebody likes. */
export const tracedBases: Migration = {
  number: 12,
  name: 'traced-bases',
  sql: `
    ALTER TABLE traced_version ADD COLUMN base INTEGER;
  `,
};
