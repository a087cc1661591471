import type { Migration } from './migration.ts';

/**
 * Accounts and profiles above the schools, links, outgoing mail, the register of operations. Each row is one JSON object; what is
 * searched by is generated from it. Accounts from before become activated ones, each with a profile of its own.
 */
export const accounts: Migration = {
  number: 2,
  name: 'accounts',
  sql: `
    ALTER TABLE account RENAME TO account_before;

    CREATE TABLE account (
      username TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      profile TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.profile') VIRTUAL,
      school_pass TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.schoolPass') VIRTUAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX account_school ON account (school);
    CREATE INDEX account_profile ON account (profile);
    CREATE UNIQUE INDEX account_pass ON account (school_pass);

    CREATE TABLE profile (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      email TEXT GENERATED ALWAYS AS (json ->> '$.email.address') VIRTUAL,
      pending_email TEXT GENERATED ALWAYS AS (json ->> '$.pendingEmail.address') VIRTUAL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX profile_email ON profile (email) WHERE email IS NOT NULL;
    CREATE INDEX profile_pending_email ON profile (pending_email) WHERE pending_email IS NOT NULL;

    CREATE TABLE link (
      hash TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      profile TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.profile') VIRTUAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_profile ON link (profile);

    CREATE TABLE mail (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      username TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.username') VIRTUAL,
      state TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.state') VIRTUAL,
      created_at INTEGER NOT NULL GENERATED ALWAYS AS (json ->> '$.createdAt') VIRTUAL,
      next_try_at INTEGER NOT NULL GENERATED ALWAYS AS (json ->> '$.nextTryAt') VIRTUAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX mail_due ON mail (next_try_at) WHERE state = 'queued';
    CREATE INDEX mail_school ON mail (school, created_at);
    CREATE INDEX mail_username ON mail (username) WHERE state = 'queued';

    CREATE TABLE account_event (
      number INTEGER NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      username TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.username') VIRTUAL
    ) STRICT;
    CREATE INDEX account_event_school ON account_event (school, number);
    CREATE INDEX account_event_username ON account_event (school, username, number);
    CREATE TRIGGER account_event_keeps BEFORE UPDATE ON account_event
      BEGIN SELECT RAISE(ABORT, 'the register of operations is append-only'); END;
    CREATE TRIGGER account_event_stays BEFORE DELETE ON account_event
      BEGIN SELECT RAISE(ABORT, 'the register of operations is append-only'); END;

    CREATE TABLE handed_over (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      username TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.username') VIRTUAL,
      state TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.state') VIRTUAL,
      at INTEGER NOT NULL GENERATED ALWAYS AS (json ->> '$.at') VIRTUAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handed_over_school ON handed_over (school, at);
    CREATE INDEX handed_over_username ON handed_over (username) WHERE state = 'waiting';

    CREATE TABLE picture (
      username TEXT NOT NULL PRIMARY KEY,
      media_type TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    ALTER TABLE session ADD COLUMN kind TEXT NOT NULL DEFAULT 'staff';
    ALTER TABLE session ADD COLUMN pupil TEXT;
    ALTER TABLE session ADD COLUMN is_vouched INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX session_username ON session (username);

    INSERT INTO profile (id, json)
      SELECT school || '.' || username, json_object(
        'id', school || '.' || username,
        'password', json_object('hash', password_hash, 'origin', 'owner', 'setAt', unixepoch() * 1000),
        'createdAt', unixepoch() * 1000)
      FROM account_before;
    INSERT INTO account (username, json)
      SELECT username, json_object(
        'username', username, 'school', school, 'kind', 'staff', 'person', person,
        'schoolPass', printf('%08d', 10000000 + row_number() OVER (ORDER BY school, username)),
        'profile', school || '.' || username, 'state', 'activated',
        'issuedAt', unixepoch() * 1000, 'activatedAt', unixepoch() * 1000)
      FROM account_before;
    DROP TABLE account_before;
  `,
};
