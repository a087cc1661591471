import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { lesson } from '../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../sync-server/testing/test-school.ts';
import { createLocalRecords } from '../local-records.ts';
import { databasesOf, onDisk } from '../testing/row-on-disk.ts';
import { deleteStore, openStore } from './database.ts';

const place = { collection: 'lessons', record: lesson(STAFF.anna) } as const;

async function openOn(databaseName: string) {
  const store = await openStore({
    databaseName,
    key: crypto.getRandomValues(new Uint8Array(32)),
    rebuild: false,
    onUnreadable: vi.fn<() => void>(),
  });
  const records = createLocalRecords(store, { lacking: vi.fn<() => void>(), found: vi.fn<() => void>() });
  return { store, records };
}

test('only a write that the journal has is confirmed before it is on the disk', async () => {
  const { store, records } = await openOn('durability');
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const writes = () =>
    opened.mock.calls.flatMap(([, mode, options]) => (mode === 'readwrite' ? [options?.durability] : []));
  await records.save([place]);
  expect(writes()).toEqual(['relaxed']);
  await records.adopt([{ ...place, state: { ...place.record, topic: 'Frazioni' } }]);
  expect(writes()).toEqual(['relaxed', 'strict']);
  opened.mockRestore();
  await store.close();
});

test('what the server has withdrawn is not left on the disk', async () => {
  const { store, records } = await openOn('withdrawn');
  await records.save([place]);
  const rows = () =>
    onDisk<number>({ databaseName: 'withdrawn', collection: 'lessons' }, (lessons) => lessons.count());
  expect(await rows()).toBe(1);
  await records.adopt([{ ...place, state: undefined }]);
  expect(await rows()).toBe(0);
  await store.close();
});

test('a store that is deleted forgets first how far it was read', async () => {
  const { store } = await openOn('gone');
  await store.close();
  const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
  await deleteStore('gone');
  const names = deleted.mock.calls.map(([name]) => name);
  deleted.mockRestore();
  expect(names.length).toBeGreaterThan(2);
  expect(names.findIndex((name) => name.endsWith('reading-marks'))).toBe(0);
  expect(await databasesOf('gone')).toEqual([]);
});
