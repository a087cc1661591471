import type { Migration } from './migration.ts';

/** Says under which layout the buckets were computed; a program that does not know of layouts does not open the database any more. */
export const bucketLayout: Migration = {
  number: 8,
  name: 'bucket-layout',
  sql: `INSERT INTO server_note (name, value) VALUES ('bucketLayout', '1');`,
};
