import type { Migration } from './migration.ts';

/** History, documents with their buckets, accounts, sessions; every key begins with the school. */
export const first: Migration = {
  number: 1,
  name: 'first',
  sql: `
    -- The schools with the clock of each: last history number (which is also the sequence of documents) and the hash of that link.
    CREATE TABLE school (
      key INTEGER NOT NULL PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      number INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    CREATE TABLE collection_head (
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      PRIMARY KEY (school, collection)
    ) STRICT, WITHOUT ROWID;

    -- A place is the key of a school and the number of one of its links in one integer (place.ts): new links are written at the end
    -- of the table, and everything else points to them. A record is stored here once, whether it is current or not.
    CREATE TABLE history (
      place INTEGER NOT NULL PRIMARY KEY,
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      entry TEXT NOT NULL,
      device TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'merged', 'overruled')),
      -- Place of the version before of the same record.
      previous INTEGER,
      hash TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX history_entry ON history (school, entry);
    -- The register is a public act: an accepted version is never changed and never removed (D37).
    CREATE TRIGGER history_keeps BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

    CREATE TABLE document (
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      -- Place of the version that stands; none while all versions were overruled.
      current INTEGER,
      -- Place of the last version, overruled or not.
      latest INTEGER NOT NULL,
      -- JSON list of the keys of its buckets.
      buckets TEXT NOT NULL,
      PRIMARY KEY (school, collection, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE bucket (
      key INTEGER NOT NULL PRIMARY KEY,
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (school, collection, name)
    ) STRICT;

    -- The current versions of each bucket, in the order of the sequence.
    CREATE TABLE bucket_version (
      bucket INTEGER NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (bucket, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE account (
      school TEXT NOT NULL,
      username TEXT NOT NULL,
      person TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      PRIMARY KEY (school, username)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      school TEXT NOT NULL,
      id TEXT NOT NULL,
      username TEXT NOT NULL,
      person TEXT NOT NULL,
      device_id TEXT NOT NULL,
      device_name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      last_used_at INTEGER NOT NULL,
      end_reason TEXT,
      PRIMARY KEY (school, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE refresh_token (
      school TEXT NOT NULL,
      hash TEXT NOT NULL,
      session TEXT NOT NULL,
      issued_at INTEGER NOT NULL,
      used_at INTEGER,
      salt TEXT NOT NULL,
      PRIMARY KEY (school, hash),
      FOREIGN KEY (school, session) REFERENCES session (school, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX refresh_token_session ON refresh_token (school, session);

    CREATE TABLE attempt (
      school TEXT NOT NULL,
      key TEXT NOT NULL,
      failures INTEGER NOT NULL,
      last_failed_at INTEGER NOT NULL,
      PRIMARY KEY (school, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attempt_age ON attempt (last_failed_at);
  `,
};
