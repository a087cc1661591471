import type { Migration } from './migration.ts';

/**
 * What is known of the devices that write (docs/adr/0012): since when each is used, when it had last delivered everything, whether it
 * is sending again what a store put back from a copy had lost, and what such a store still lacks.
 */
export const devices: Migration = {
  number: 3,
  name: 'devices',
  sql: `
    -- One row for a person on a device; times in milliseconds since 1970.
    CREATE TABLE device_moment (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      device_id TEXT NOT NULL,
      -- The first sign-in of this person on this device.
      since INTEGER NOT NULL,
      -- When the device last had nothing to deliver any more.
      delivered_at INTEGER,
      -- Two of the times at which the device was on line, half a day apart or more.
      earlier_contact_at INTEGER,
      contact_at INTEGER,
      -- Set while the device is sending again what the store had lost; its moments do not move until it has ended.
      returning_since INTEGER,
      PRIMARY KEY (school, person, device_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_device ON session (school, person, device_id, created_at);

    -- Entries that were refused: sent again as they were, they are judged by the moment of when they came first.
    CREATE TABLE refused_entry (
      number INTEGER NOT NULL PRIMARY KEY,
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      entry TEXT NOT NULL,
      digest TEXT NOT NULL,
      moment INTEGER NOT NULL,
      UNIQUE (school, person, entry)
    ) STRICT;

    -- A device that came to a store put back from an older copy, and how many entries it sent again.
    CREATE TABLE store_return (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      device_id TEXT NOT NULL,
      device TEXT NOT NULL,
      noticed_at INTEGER NOT NULL,
      ended_at INTEGER,
      came_back INTEGER NOT NULL,
      PRIMARY KEY (school, person, device_id, noticed_at)
    ) STRICT, WITHOUT ROWID;

    -- Where a colleague's entry was that a device still holds and this store lacks; no content.
    CREATE TABLE held_elsewhere (
      school TEXT NOT NULL,
      entry TEXT NOT NULL,
      reporter TEXT NOT NULL,
      device TEXT NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      author TEXT NOT NULL,
      class TEXT NOT NULL,
      day TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      reported_at INTEGER NOT NULL,
      PRIMARY KEY (school, entry, author, reporter)
    ) STRICT, WITHOUT ROWID;
  `,
};
