import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import { SCHOOL_RECORD_ID } from '../../../domain/kinds/school/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { RosterMoved } from '../../roster/roster-store.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { openStorage } from '../../storage/open.ts';
import { envelope, schoolRecords, SCHOOL, TEST_NOW } from '../../testing/test-school.ts';
import { createRosterWriter } from '../act/roster-writer.ts';
import { completeFollowing } from './following.ts';
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

/** More than one transaction writes: the school, and guardians of nobody. */
const LARGE = [
  ...schoolRecords(3),
  ...Array.from({ length: 2500 }, (_, index): Person => ({
    ...envelope(`person-${index}` as PersonId),
    kind: 'person',
    type: 'guardian',
    surname: `Cognome ${index}`,
    givenName: 'Nome',
    roles: [],
    classes: [],
  })),
];

const fail = (error: unknown) => {
  throw error;
};

/** The storage as a process has it that dies once its slices are appended. */
function diesBehindSlices(storage: Storage): Storage {
  let isDead = false;
  return {
    ...storage,
    async appendInSlices(...of) {
      await storage.appendInSlices(...of);
      isDead = true;
    },
    transaction: async (...of) =>
      isDead ? await Promise.reject(new Error('The process died')) : await storage.transaction(...of),
  };
}

const namesIn = async (storage: Storage) =>
  (await storage.read(SCHOOL, async (reader) => await reader.collection('roster')))
    .map((json) => storedRecord(json))
    .filter(({ kind }) => kind === 'nameList')
    .map((record) => ({ ...record, recordedAt: '', receivedAt: '' }));

test('what follows from a large import is written by the next process where the first one died before it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-roster-'));
  const storage = openStorage(folder);
  const whole = openStorage(path.join(folder, 'whole'));
  try {
    await createRosterStore(whole, { now: () => TEST_NOW }).writeSlowly(SCHOOL, LARGE, '');
    const dying = diesBehindSlices(storage);
    const store = createRosterStore(dying, { now: () => TEST_NOW });
    await expect(store.writeSlowly(SCHOOL, LARGE, '')).rejects.toThrow('The process died');
    expect(await namesIn(storage)).toEqual([]);

    const writer = createRosterWriter(() => TEST_NOW);
    const failures: unknown[] = [];
    // A server whose school cannot be written starts all the same, and the note stays.
    await completeFollowing(dying, writer, (error) => failures.push(error));
    expect(failures).toHaveLength(1);
    await completeFollowing(storage, writer, fail);
    const completed = await namesIn(storage);
    expect(completed.length).toBeGreaterThan(0);
    expect(completed).toEqual(await namesIn(whole));

    // And nothing is left of it.
    const heads = await storage.read(SCHOOL, (reader) => reader.heads());
    await completeFollowing(storage, writer, fail);
    expect(await storage.read(SCHOOL, (reader) => reader.heads())).toEqual(heads);
  } finally {
    await Promise.all([storage.close(), whole.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what follows from a large import is not forgotten where another server was about to write one that was refused', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-roster-'));
  const storage = openStorage(folder);
  try {
    const first = createRosterStore(diesBehindSlices(storage), { now: () => TEST_NOW });
    const second = createRosterStore(
      {
        ...storage,
        async appendInSlices(...of) {
          await expect(first.writeSlowly(SCHOOL, LARGE, '')).rejects.toThrow('The process died');
          await storage.appendInSlices(...of);
        },
      },
      { now: () => TEST_NOW },
    );
    await expect(second.writeSlowly(SCHOOL, LARGE, '')).rejects.toThrow(RosterMoved);
    expect(await namesIn(storage)).toEqual([]);
    await completeFollowing(
      storage,
      createRosterWriter(() => TEST_NOW),
      fail,
    );
    expect((await namesIn(storage)).length).toBeGreaterThan(0);
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('what a server of before has noted of a large import is completed too', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-roster-'));
  const storage = openStorage(folder);
  try {
    const first = createRosterStore(diesBehindSlices(storage), { now: () => TEST_NOW });
    await expect(first.writeSlowly(SCHOOL, LARGE, '')).rejects.toThrow('The process died');
    await storage.transaction(SCHOOL, async (transaction) => {
      const [[name = '', note = ''] = []] = await transaction.notesUnder('roster');
      await transaction.forgetNote(name);
      await transaction.setNote(`roster.following.${SCHOOL}`, note);
    });
    await completeFollowing(
      storage,
      createRosterWriter(() => TEST_NOW),
      fail,
    );
    expect((await namesIn(storage)).length).toBeGreaterThan(0);
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
