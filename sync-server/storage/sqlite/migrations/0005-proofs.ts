import type { Migration } from './migration.ts';

/**
 * What each session has proved, and changes in a school's record that nobody has confirmed yet (docs/adr/0013).
 *
 * Of sessions from before, a password is known to have opened those that no provider vouched for, and a second factor was shown where
 * they began after it was switched on. For whom a provider vouched was not kept: such a session goes on, and leads to no other account.
 */
export const proofs: Migration = {
  number: 5,
  name: 'proofs',
  sql: `
    ALTER TABLE session ADD COLUMN proofs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(proofs));
    UPDATE session SET proofs = coalesce((
      SELECT CASE
        WHEN profile.json ->> '$.secondFactor.confirmedAt' <= session.created_at THEN json_array(
          json_object('by', 'password', 'profile', profile.id, 'at', session.created_at),
          json_object('by', 'secondFactor', 'profile', profile.id, 'at', session.created_at))
        ELSE json_array(json_object('by', 'password', 'profile', profile.id, 'at', session.created_at))
      END
      FROM account JOIN profile ON profile.id = account.profile
      WHERE account.username = session.username
    ), '[]')
    WHERE is_vouched = 0 AND end_reason IS NULL;

    CREATE TABLE record_change (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      json TEXT NOT NULL CHECK (json_valid(json)),
      PRIMARY KEY (school, person)
    ) STRICT, WITHOUT ROWID;
  `,
};
