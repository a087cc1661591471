import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import {
  toClassId,
  toEntryId,
  toPersonId,
  type EntryId,
  type Instant,
  type PersonId,
  type SchoolId,
} from '../../../domain/base/ids.ts';
import type {
  DeviceMoment,
  DeviceReader,
  DeviceWriter,
  HeldElsewhere,
  StoreReturn,
} from '../contract/devices.ts';
import { CHAIN_START } from '../ledger/history-chain.ts';
import { placeOf } from './place.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The statements about devices, prepared once for a connection. */
export interface DeviceStatements {
  readonly clock: StatementSync;
  readonly linkHash: StatementSync;
  readonly moment: StatementSync;
  readonly firstSignIn: StatementSync;
  readonly refused: StatementSync;
  readonly returns: StatementSync;
  readonly lastReturn: StatementSync;
  readonly held: StatementSync;
  readonly lookedAt: StatementSync;
  readonly isKnown: StatementSync;
  readonly authors: StatementSync;
  readonly heldBy: StatementSync;
  readonly setMoment: StatementSync;
  readonly setRefused: StatementSync;
  readonly pruneRefused: StatementSync;
  readonly setReturn: StatementSync;
  readonly addHeld: StatementSync;
  readonly lookAt: StatementSync;
}

/** Prepares the statements about devices. */
export function prepareDevices(database: DatabaseSync): DeviceStatements {
  return {
    clock: database.prepare('SELECT key, number, hash FROM school WHERE code = ?'),
    linkHash: database.prepare('SELECT hash FROM history WHERE place = ?'),
    moment: database.prepare('SELECT * FROM device_moment WHERE school = ? AND person = ? AND device_id = ?'),
    firstSignIn: database.prepare(
      'SELECT min(created_at) AS at FROM session WHERE school = ? AND person = ? AND device_id = ?',
    ),
    refused: database.prepare('SELECT * FROM refused_entry WHERE school = ? AND person = ? AND entry = ?'),
    returns: database.prepare('SELECT * FROM store_return WHERE school = ? ORDER BY noticed_at DESC LIMIT ?'),
    lastReturn: database.prepare(
      'SELECT max(noticed_at) AS at FROM store_return WHERE school = ? AND person = ? AND device_id = ?',
    ),
    held: database.prepare(`
      SELECT e.*, row_number() OVER (PARTITION BY e.reporter ORDER BY e.class, e.day, e.id, e.entry) AS turn
      FROM held_elsewhere e WHERE e.school = ?1 AND e.seen_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM history h WHERE h.school = (SELECT key FROM school WHERE code = ?1) AND h.entry = e.entry)
      ORDER BY turn, e.reporter LIMIT ?2`),
    lookedAt: database.prepare(`
      SELECT * FROM held_elsewhere WHERE school = ? AND seen_at IS NOT NULL
      ORDER BY seen_at DESC, class, day, id, entry, author, reporter LIMIT ?`),
    isKnown: database.prepare(
      'SELECT 1 FROM history WHERE school = (SELECT key FROM school WHERE code = ?) AND entry = ?',
    ),
    // The texts of a long history are not carried out of the database for two of their members.
    authors: database.prepare(`
      WITH RECURSIVE version(place) AS (
        SELECT latest FROM document WHERE school = (SELECT key FROM school WHERE code = ?) AND collection = ? AND id = ?
        UNION ALL
        SELECT h.previous FROM version v JOIN history h ON h.place = v.place WHERE h.previous IS NOT NULL)
      SELECT json ->> '$.author' AS author, max(json ->> '$.recordedAt') AS at
      FROM version v JOIN history h ON h.place = v.place GROUP BY author`),
    heldBy: database.prepare(
      'SELECT count(*) AS count FROM held_elsewhere WHERE school = ? AND reporter = ? AND seen_at IS NULL',
    ),
    setMoment: database.prepare('INSERT OR REPLACE INTO device_moment VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    setRefused: database.prepare(`
      INSERT INTO refused_entry (school, person, entry, digest, moment) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`),
    pruneRefused: database.prepare(`
      DELETE FROM refused_entry WHERE school = ?1 AND person = ?2 AND number <= (
        SELECT number FROM refused_entry WHERE school = ?1 AND person = ?2
        ORDER BY number DESC LIMIT 1 OFFSET ?3)`),
    setReturn: database.prepare('INSERT OR REPLACE INTO store_return VALUES (?, ?, ?, ?, ?, ?, ?)'),
    addHeld: database.prepare(`
      INSERT INTO held_elsewhere VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL) ON CONFLICT DO NOTHING`),
    lookAt: database.prepare(`
      UPDATE held_elsewhere SET seen_at = ?, seen_by = ?
      WHERE school = ? AND entry = ? AND author = ? AND kind = ? AND id = ? AND reported_at <= ?
        AND seen_at IS NULL RETURNING class, day`),
  };
}

/** The verbs of reading about the devices of a school on a connection whose transaction is open. */
export function deviceReaderOf(statements: DeviceStatements, school: SchoolId): DeviceReader {
  return {
    async lastLink() {
      const row = statements.clock.get(school);
      return { number: Number(row?.['number'] ?? 0), hash: String(row?.['hash'] ?? CHAIN_START) };
    },
    async linkHash(number) {
      if (number === 0) return CHAIN_START;
      const key = statements.clock.get(school)?.['key'];
      const row = key === undefined ? undefined : statements.linkHash.get(placeOf(Number(key), number));
      return row && String(row['hash']);
    },
    async deviceMoment({ person, deviceId }) {
      const row = statements.moment.get(school, person, deviceId);
      return row && toMoment(row);
    },
    async firstSignIn({ person, deviceId }) {
      const at = statements.firstSignIn.get(school, person, deviceId)?.['at'];
      return at === null || at === undefined ? undefined : Number(at);
    },
    async refusedEntry(person, entry) {
      const row = statements.refused.get(school, person, entry);
      return row && { person, entry, digest: String(row['digest']), moment: Number(row['moment']) };
    },
    async storeReturns(limit) {
      return statements.returns.all(school, limit).map(toReturn);
    },
    async lastReturn({ person, deviceId }) {
      return timeIn(statements.lastReturn.get(school, person, deviceId) ?? {}, 'at') ?? undefined;
    },
    async knownEntries(entries) {
      const known = new Set<EntryId>();
      for (const entry of entries) if (statements.isKnown.get(school, entry)) known.add(entry);
      return known;
    },
    async authorsOf(collection, id) {
      const latest = new Map<PersonId, Instant>();
      for (const row of statements.authors.all(school, collection, id))
        latest.set(toPersonId(String(row['author'])), row['at'] as Instant);
      return latest;
    },
    async heldElsewhere(limit) {
      return statements.held.all(school, limit).map(toHeld);
    },
    async heldLookedAt(limit) {
      return statements.lookedAt.all(school, limit).map(toHeld);
    },
    async heldBy(reporter) {
      return Number(statements.heldBy.get(school, reporter)?.['count'] ?? 0);
    },
  };
}

/** The verbs of writing about the devices of a school. */
export function deviceWriterOf(statements: DeviceStatements, school: SchoolId): DeviceWriter {
  return {
    async saveDeviceMoment(moment) {
      const { person, deviceId, since, deliveredAt, earlierContactAt, contactAt, returningSince } = moment;
      const times = [since, deliveredAt, earlierContactAt, contactAt, returningSince];
      statements.setMoment.run(school, person, deviceId, ...times);
    },
    async saveRefusedEntry({ person, entry, digest, moment }, keep) {
      statements.setRefused.run(school, person, entry, digest, moment);
      statements.pruneRefused.run(school, person, keep);
    },
    async saveStoreReturn({ person, deviceId, device, noticedAt, endedAt, cameBack }) {
      statements.setReturn.run(school, person, deviceId, device, noticedAt, endedAt, cameBack);
    },
    async saveHeldElsewhere(held) {
      const { entry, reporter, device, kind, id, author, day, recordedAt, reportedAt } = held;
      const place = [kind, id, author, held.class, day, recordedAt, reportedAt];
      statements.addHeld.run(school, entry, reporter, device, ...place);
    },
    async lookAtHeld({ entry, author, kind, id, until }, { at, by }) {
      const [row] = statements.lookAt.all(at, by, school, entry, author, kind, id, until);
      return row && { class: toClassId(String(row['class'])), day: row['day'] as HeldElsewhere['day'] };
    },
  };
}

// The casts below are sound because the tables are STRICT and only this folder writes them.

function toMoment(row: Row): DeviceMoment {
  return {
    person: toPersonId(String(row['person'])),
    deviceId: String(row['device_id']),
    since: Number(row['since']),
    deliveredAt: timeIn(row, 'delivered_at'),
    earlierContactAt: timeIn(row, 'earlier_contact_at'),
    contactAt: timeIn(row, 'contact_at'),
    returningSince: timeIn(row, 'returning_since'),
  };
}

function toReturn(row: Row): StoreReturn {
  return {
    person: toPersonId(String(row['person'])),
    deviceId: String(row['device_id']),
    device: String(row['device']),
    noticedAt: Number(row['noticed_at']),
    endedAt: timeIn(row, 'ended_at'),
    cameBack: Number(row['came_back']),
  };
}

function toHeld(row: Row): HeldElsewhere {
  return {
    entry: toEntryId(String(row['entry'])),
    reporter: toPersonId(String(row['reporter'])),
    device: String(row['device']),
    kind: row['kind'] as HeldElsewhere['kind'],
    id: String(row['id']),
    author: toPersonId(String(row['author'])),
    class: toClassId(String(row['class'])),
    day: row['day'] as HeldElsewhere['day'],
    recordedAt: row['recorded_at'] as HeldElsewhere['recordedAt'],
    reportedAt: Number(row['reported_at']),
    ...(row['seen_at'] === null ? {} : { seen: { at: Number(row['seen_at']), by: String(row['seen_by']) } }),
  };
}

function timeIn(row: Row, name: string): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}
