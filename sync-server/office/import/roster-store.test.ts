import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SCHOOL_RECORD_ID } from '../../../domain/kinds/school/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { openStorage } from '../../storage/open.ts';
import { schoolRecords, SCHOOL, TEST_NOW } from '../../testing/test-school.ts';
import { createRosterStore, type RosterStoreOptions } from './roster-store.ts';

async function schoolWritten(options: RosterStoreOptions) {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-roster-'));
  const storage = openStorage(folder);
  try {
    await createRosterStore(storage, options).write(SCHOOL, schoolRecords(2));
    const found = await storage.read(SCHOOL, (reader) => reader.documents('settings', [SCHOOL_RECORD_ID]));
    return storedRecord(found.get(SCHOOL_RECORD_ID) ?? '');
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('what is written arrived now, and of a demonstration when it tells that it was written', async () => {
  const usual = await schoolWritten({ now: () => TEST_NOW });
  expect(usual.receivedAt).toBe(new Date(TEST_NOW).toISOString());
  const told = await schoolWritten({ now: () => TEST_NOW, arrivalOf: ({ recordedAt }) => recordedAt });
  expect(told.receivedAt).toBe(told.recordedAt);
  expect(told.receivedAt).not.toBe(usual.receivedAt);
});
