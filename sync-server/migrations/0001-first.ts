import type { Migration } from './migration.ts';

/** Documents with their buckets, history, accounts, sessions; every key begins with the school. */
export const first: Migration = {
  number: 1,
  name: 'first',
  sql: `
    -- The clock of each school: last history number (which is also the sequence of documents) and the hash of that link.
    CREATE TABLE school_clock (
      school TEXT NOT NULL PRIMARY KEY,
      number INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE collection_head (
      school TEXT NOT NULL,
      collection TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      PRIMARY KEY (school, collection)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document (
      school TEXT NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (school, collection, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document_bucket (
      school TEXT NOT NULL,
      collection TEXT NOT NULL,
      bucket TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (school, collection, bucket, sequence),
      FOREIGN KEY (school, collection, id) REFERENCES document (school, collection, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX document_bucket_of ON document_bucket (school, collection, id);

    CREATE TABLE history (
      school TEXT NOT NULL,
      number INTEGER NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      entry TEXT NOT NULL,
      author TEXT NOT NULL,
      device TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      received_at TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'merged', 'overruled')),
      json TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (school, number)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX history_entry ON history (school, entry);
    CREATE INDEX history_record ON history (school, collection, id, number);
    -- The register is a public act: an accepted version is never changed and never removed (D37).
    CREATE TRIGGER history_keeps BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
    CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

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
