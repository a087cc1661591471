import type { SQLOutputValue } from 'node:sqlite';
import { toEntryId, toPersonId, type Instant } from '../../domain/base/ids.ts';
import type { Account, Attempts, RefreshToken, Session, StoredVersion, VersionOutcome } from './storage.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

// The casts below are sound because the tables are STRICT, their checks hold and only this folder writes them.

/** Reads a row of the table `history`. */
export function toVersion(row: Row): StoredVersion {
  return {
    number: Number(row['number']),
    collection: String(row['collection']),
    id: String(row['id']),
    entry: toEntryId(String(row['entry'])),
    author: toPersonId(String(row['author'])),
    device: String(row['device']),
    recordedAt: String(row['recorded_at']) as Instant,
    receivedAt: String(row['received_at']) as Instant,
    outcome: row['outcome'] as VersionOutcome,
    json: String(row['json']),
    previousHash: String(row['previous_hash']),
    hash: String(row['hash']),
  };
}

/** Reads a row of the table `account`. */
export function toAccount(row: Row): Account {
  return {
    username: String(row['username']),
    person: toPersonId(String(row['person'])),
    passwordHash: String(row['password_hash']),
  };
}

/** Reads a row of the table `session`. */
export function toSession(row: Row): Session {
  return {
    id: String(row['id']),
    username: String(row['username']),
    person: toPersonId(String(row['person'])),
    deviceId: String(row['device_id']),
    deviceName: String(row['device_name']),
    createdAt: Number(row['created_at']),
    lastUsedAt: Number(row['last_used_at']),
    endReason: row['end_reason'] as Session['endReason'],
  };
}

/** Reads a row of the table `refresh_token`. */
export function toRefreshToken(row: Row): RefreshToken {
  return {
    hash: String(row['hash']),
    session: String(row['session']),
    issuedAt: Number(row['issued_at']),
    usedAt: row['used_at'] === null ? null : Number(row['used_at']),
    salt: String(row['salt']),
  };
}

/** Reads a row of the table `attempt`. */
export function toAttempts(row: Row): Attempts {
  return { failures: Number(row['failures']), lastFailedAt: Number(row['last_failed_at']) };
}
