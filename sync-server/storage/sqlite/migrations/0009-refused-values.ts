import type { Migration } from './migration.ts';

/** Fiscal codes that the office has refused for somebody: a list that says them again neither writes nor asks again. */
export const refusedValues: Migration = {
  number: 9,
  name: 'refused-values',
  sql: `
    CREATE TABLE refused_value (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      json TEXT NOT NULL CHECK (json_valid(json)),
      PRIMARY KEY (school, person)
    ) STRICT, WITHOUT ROWID;
  `,
};
