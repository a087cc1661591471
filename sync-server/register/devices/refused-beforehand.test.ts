import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { attendance, event, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  nextEntry,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TEST_NOW,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const DAY = 86_400_000;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const nextWeek = addDays(TODAY, 7);
const now = toInstant(TEST_NOW);
/** When the forger's entries claim to be made: a morning of next week. */
const then = toInstant(TEST_NOW + 7 * DAY);
const stranger = pupilOf(CLASS_A, 9);
const marked = { ...event('absent', STAFF.anna), at: then };
const signed = { ...signature(STAFF.anna), signedAt: then };

async function push(record: RegisterRecord, words: Partial<SyncRequest> = {}) {
  const rows = [{ assumed: null, next: record }];
  const collection = record.kind === 'lesson' ? 'lessons' : 'attendance';
  const { accessToken } = await server.signIn('anna');
  const answer = await server.sync(accessToken, { push: { [collection]: rows }, ...words });
  return answer.push[collection]?.[0];
}

/** Sixty days in which the device is on line, delivers all it has and says so. */
async function sixtyDays(): Promise<void> {
  server.clock.now += 59 * DAY;
  const { accessToken } = await server.signIn('anna');
  await server.sync(accessToken, { settled: true });
  server.clock.now += DAY;
}

/** Today’s lesson that no lesson can be: in an hour that the school does not have. */
const nowhere = { ...lesson(STAFF.anna), id: 'nowhere' };

test.each<[string, RegisterRecord]>([
  [
    'an absence of next week (futureDay)',
    {
      ...attendance(STAFF.anna, pupilOf(CLASS_A, 1), [marked], CLASS_A, nextWeek),
      recordedAt: then,
    },
  ],
  [
    'a signed hour of next week with its roll call',
    lesson(STAFF.anna, {
      day: nextWeek,
      recordedAt: then,
      signatures: [signed],
      rollCall: { by: STAFF.anna, at: then },
    }),
  ],
  [
    'an hour of next week whose save is honest and whose signature is not',
    lesson(STAFF.anna, { day: nextWeek, recordedAt: now, signatures: [signed] }),
  ],
  [
    'an hour of next week that claims to have been signed today',
    lesson(STAFF.anna, {
      day: nextWeek,
      recordedAt: now,
      signatures: [{ ...signature(STAFF.anna), signedAt: now }],
    }),
  ],
])('W3 D19 what was refused before its time is not known since then: %s', async (_name, record) => {
  expect(await push(record, { settled: true })).toMatchObject({ outcome: 'refused' });
  await sixtyDays();
  const outcome = await push(record);
  expect(outcome?.master?.backdated?.claimed ?? outcome?.refusal?.reason).toBeDefined();
  expect(outcome?.master?.backdated?.claimed).toBe(record.recordedAt < then ? record.recordedAt : then);
});

test.each<[string, RegisterRecord]>([
  [
    'of a pupil who is not enrolled yet, with marks of next week',
    {
      ...attendance(STAFF.anna, stranger, [marked]),
      recordedAt: now,
    },
  ],
  [
    'of a pupil who is not enrolled yet, on a day of next week with times of today',
    {
      ...attendance(STAFF.anna, stranger, [{ ...marked, at: now }], CLASS_A, nextWeek),
      recordedAt: now,
    },
  ],
  ['with the time of its save alone to come', { ...attendance(STAFF.anna, stranger, []), recordedAt: then }],
  ['with a roll call to come', { ...nowhere, rollCall: { by: STAFF.anna, at: then } }],
])('W3 D19 nor what was refused for another reason and has a time to come: %s', async (_name, record) => {
  expect(await push(record)).toMatchObject({ outcome: 'refused' });
  const remembered = await server.storage.read(record.school, (reader) =>
    reader.refusedEntry(STAFF.anna, record.entry),
  );
  expect(remembered).toBeUndefined();
});

test('what is wholly of before is remembered as ever', async () => {
  const record = attendance(STAFF.anna, stranger, [{ ...marked, at: now }]);
  await push({ ...record, recordedAt: now });
  const remembered = await server.storage.read(record.school, (reader) =>
    reader.refusedEntry(STAFF.anna, record.entry),
  );
  expect(remembered).toBeDefined();
});

test('W3 what was refused for what its own author writes is remembered by no moment', async () => {
  const inNoHour = { ...lesson(STAFF.anna), id: 'nowhere' };
  expect(await push(inNoHour)).toMatchObject({ outcome: 'refused', refusal: { reason: 'identityChanged' } });
  const remembered = await server.storage.read(inNoHour.school, (reader) =>
    reader.refusedEntry(STAFF.anna, inNoHour.entry),
  );
  expect(remembered).toBeUndefined();
});

describe('W3 an entry that the office has made possible', () => {
  const mark = { ...attendance(STAFF.anna, stranger, [{ ...marked, at: now }]), recordedAt: now };

  async function enrolled(): Promise<void> {
    await push(mark, { settled: true });
    await sixtyDays();
    const own = schoolRecords(9).filter(({ id }) => id.includes(stranger));
    await server.roster.write(SCHOOL, own);
  }

  test('is of then, as long as nothing of its record was stored', async () => {
    await enrolled();
    expect((await push(mark))?.master?.backdated).toBeUndefined();
  });

  test('is of now once something of its record was stored: nobody keeps several to choose from', async () => {
    await enrolled();
    const present = { ...mark, entry: nextEntry(), events: [], recordedAt: toInstant(server.clock.now) };
    await server.push('carla', 'attendance', [present]);
    expect((await push(mark))?.master?.backdated?.claimed).toBe(now);
  });

  test('is of now where it names another state than then', async () => {
    await enrolled();
    const rows = [{ assumed: { ...mark, events: [] }, next: mark }];
    const { accessToken } = await server.signIn('anna');
    const { push: answers } = await server.sync(accessToken, { push: { attendance: rows } });
    expect(answers.attendance?.[0]?.master?.backdated?.claimed).toBe(now);
  });
});
