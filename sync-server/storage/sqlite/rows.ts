import type { SQLOutputValue } from 'node:sqlite';
import { must } from '../../../domain/base/assert.ts';
import { toEntryId, toPersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { CHAIN_START } from '../ledger/history-chain.ts';
import { numberAt } from './place.ts';
import type { RefreshToken, Session } from '../contract/session.ts';
import type { Attempts, StoredVersion, VersionOutcome } from '../contract/storage.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

// The casts below are sound because the tables are STRICT, their checks hold and only this folder writes them.

/** Reads a row of the table `history` with the hash of the link before it. */
export function toVersion(row: Row): StoredVersion {
  const json = String(row['json']);
  const { id, author, recordedAt, receivedAt } = JSON.parse(json) as RegisterRecord;
  return {
    number: numberAt(Number(row['place'])),
    collection: String(row['collection']),
    id,
    entry: toEntryId(String(row['entry'])),
    author,
    device: String(row['device']),
    recordedAt,
    receivedAt: must(receivedAt, 'a version was stamped with the time of its arrival when it was appended'),
    outcome: row['outcome'] as VersionOutcome,
    json,
    previousHash: String(row['previous_hash'] ?? CHAIN_START),
    hash: String(row['hash']),
    ...(row['previous'] === null ? {} : { previous: numberAt(Number(row['previous'])) }),
  };
}

/** Reads a row of the table `session`. */
export function toSession(row: Row): Session {
  return {
    id: String(row['id']),
    username: String(row['username']),
    person: toPersonId(String(row['person'])),
    kind: row['kind'] as Session['kind'],
    ...(row['pupil'] === null ? {} : { pupil: toPersonId(String(row['pupil'])) }),
    deviceId: String(row['device_id']),
    deviceName: String(row['device_name']),
    proofs: JSON.parse(String(row['proofs'])) as Session['proofs'],
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
