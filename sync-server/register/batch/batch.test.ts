import { expect, test, vi } from 'vitest';
import type { SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import { at, attendance, edited, event, lesson } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF, TEST_NOW, TODAY } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { LOOKED_AT } from './histories.ts';

/** Lets a test look at what transactions are asked for, until the answer is called. */
function watchTransactions(
  { storage }: TestServer,
  watched: (transaction: SchoolTransaction) => Partial<SchoolTransaction>,
): () => void {
  const original: Storage['transaction'] = storage.transaction.bind(storage);
  const spy = vi
    .spyOn(storage, 'transaction')
    .mockImplementation((school, work) =>
      original(school, (transaction) => work({ ...transaction, ...watched(transaction) })),
    );
  return () => spy.mockRestore();
}

test('rows that conflict about one record read its history once, and then what they have added', async () => {
  const server = await startTestServer();
  const base = lesson(STAFF.anna, { topic: '0' });
  let was = base;
  for (let count = 1; count < 10; count += 1) {
    const next = edited(was, { topic: `${count}` });
    await server.push('anna', 'lessons', [{ assumed: was, next }]);
    was = next;
  }
  await server.token('carla');
  const read: number[] = [];
  const stop = watchTransactions(server, (transaction) => ({
    async versionsOf(...of) {
      const versions = await transaction.versionsOf(...of);
      read.push(versions.length);
      return versions;
    },
  }));
  const rows = ['a', 'b', 'c'].map((activity) => ({ assumed: base, next: edited(base, { activity }) }));
  await server.push('carla', 'lessons', rows);
  stop();
  // The second row loses its one field: its merge adds no version beside it.
  expect(read).toEqual([9, 2, 1]);
  await server.close();
});

test('a decision looks at the newest versions of a history alone, however long somebody has made it, and still knows which state an entry names', async () => {
  const server = await startTestServer();
  const first = lesson(STAFF.anna, { topic: 'first', activity: 'first' });
  const later = Array.from({ length: 2 * LOOKED_AT.newest }, (_, index) =>
    edited(first, { activity: `${index}` }),
  );
  await server.storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append(
      [first, ...later].map((record) => ({
        collection: 'lessons',
        record: { ...record, receivedAt: record.recordedAt },
        device: 'device-anna',
        outcome: 'stored',
      })),
    );
  });
  await server.token('carla');
  const read: number[] = [];
  const stop = watchTransactions(server, (transaction) => ({
    async versionsOf(...of) {
      const versions = await transaction.versionsOf(...of);
      read.push(versions.length);
      return versions;
    },
  }));
  // The device says of the entry what it did not say: it is believed the entry alone.
  const assumed = { ...first, activity: 'another' };
  const next = edited(first, { topic: 'mine', recordedAt: at('08:50') });
  const [outcome] = await server.push('carla', 'lessons', [{ assumed, next }]);
  stop();
  expect(outcome?.outcome).toBe('merged');
  expect(outcome?.master).toMatchObject({ topic: 'mine', activity: later.at(-1)?.activity });
  expect(read).toEqual([LOOKED_AT.newest]);
  await server.close();
});

test('the marks of a class look for the rolls of their hours once, also where nobody has opened the hour', async () => {
  const server = await startTestServer();
  await server.token('anna');
  const asked: string[] = [];
  const stop = watchTransactions(server, (transaction) => ({
    async documents(collection, ids) {
      if (collection === 'lessons') asked.push(...ids);
      return await transaction.documents(collection, ids);
    },
  }));
  await server.push('anna', 'attendance', absences());
  stop();
  expect(asked.length).toBeGreaterThan(0);
  expect(asked).toHaveLength(new Set(asked).size);
  await server.close();
});

test('a history that is read for a row which claims an old time writes no other row by itself', async () => {
  const server = await startTestServer();
  server.clock.now = TEST_NOW + 60 * 60_000;
  const { accessToken } = await server.signIn('anna');
  await server.sync(accessToken, { settled: true });
  const written: number[] = [];
  const stop = watchTransactions(server, (transaction) => ({
    async append(versions) {
      written.push(versions.length);
      await transaction.append(versions);
    },
  }));
  const late = absences();
  const rows = late.map((next) => ({ assumed: null, next }));
  const { push } = await server.sync(accessToken, { push: { attendance: rows } });
  stop();
  expect(push.attendance?.map(({ master }) => master?.backdated?.claimed)).toEqual(
    late.map(({ recordedAt }) => recordedAt),
  );
  expect(written).toEqual([late.length]);
  await server.close();
});

/** An absence of each of a few pupils, marked now. */
function absences() {
  return Array.from({ length: 3 }, (_, index) =>
    attendance(STAFF.anna, pupilOf(CLASS_A, index + 1), [event('absent', STAFF.anna)], CLASS_A, TODAY),
  );
}
