import type { Migration } from './migration.ts';

/** Places that only a colleague's device holds name the kind of their record: a collection may hold several. */
export const heldKind: Migration = {
  number: 10,
  name: 'held-kind',
  sql: `
    ALTER TABLE held_elsewhere RENAME COLUMN collection TO kind;
    -- When these were noted, each of the two collections had one kind.
    UPDATE held_elsewhere SET kind = CASE kind WHEN 'attendance' THEN 'attendanceDay' ELSE 'lesson' END;
  `,
};
