import type { SchoolId } from '../../../domain/base/ids.ts';
import { deviceWriterOf } from './devices.ts';
import { createLedger } from './append.ts';
import { createKnownPlaces, readerOf } from './reads.ts';
import type { WriteStatements } from './write-statements.ts';
import type { SchoolTransaction } from '../contract/storage.ts';

/** The verbs of writing one school on a connection whose transaction is open. */
export function transactionOf(
  statements: WriteStatements,
  school: SchoolId,
): Omit<SchoolTransaction, 'accounts'> {
  const known = createKnownPlaces();
  const ledger = createLedger(statements, school, known);
  return {
    ...readerOf(statements.reads, school, known),
    ...deviceWriterOf(statements.reads.devices, school),
    async append(versions) {
      if (versions.length > 0) ledger.append(versions);
    },
    async saveSession(session) {
      const {
        id,
        username,
        person,
        kind,
        pupil = null,
        deviceId,
        deviceName,
        proofs,
        createdAt,
        lastUsedAt,
        endReason,
      } = session;
      statements.setSession.run(
        school,
        id,
        username,
        person,
        deviceId,
        deviceName,
        createdAt,
        lastUsedAt,
        endReason,
        kind,
        pupil,
        JSON.stringify(proofs),
      );
    },
    async saveRefreshToken({ hash, session, issuedAt, usedAt, salt }) {
      statements.setRefreshToken.run(school, hash, session, issuedAt, usedAt, salt);
    },
    async pruneRefreshTokens(session, usedBefore) {
      statements.pruneRefreshTokens.run(school, session, usedBefore);
    },
    async saveAttempts(key, { failures, lastFailedAt }) {
      statements.setAttempts.run(school, key, failures, lastFailedAt);
    },
    async clearAttempts(key) {
      statements.dropAttempts.run(school, key);
    },
    async pruneAttempts(olderThan) {
      statements.pruneAttempts.run(olderThan);
    },
    async notesUnder(name) {
      const rows = statements.notesUnder.all(name);
      return new Map(rows.map((row) => [String(row['name']), String(row['value'])]));
    },
    async setNote(name, value) {
      statements.setNote.run(name, value);
    },
    async forgetNote(name) {
      statements.dropNote.run(name);
    },
  };
}
