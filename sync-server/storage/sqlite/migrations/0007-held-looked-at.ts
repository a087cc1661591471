import type { Migration } from './migration.ts';

/** Places that only a colleague's device holds, and that a clerk has looked at: they leave the list and stay in the store. */
export const heldLookedAt: Migration = {
  number: 7,
  name: 'held-looked-at',
  sql: `
    -- Milliseconds since 1970, and the clerk's account; null while nobody has looked.
    ALTER TABLE held_elsewhere ADD COLUMN seen_at INTEGER;
    ALTER TABLE held_elsewhere ADD COLUMN seen_by TEXT;
  `,
};
