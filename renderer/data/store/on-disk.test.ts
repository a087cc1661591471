import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { forceCloseDatabase } from 'fake-indexeddb';
import { lesson } from '../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../sync-server/testing/test-school.ts';
import { createLocalRecords } from '../local-records.ts';
import { databasesOf, onDisk } from '../testing/row-on-disk.ts';
import { openStore } from './database.ts';
import { deleteStore } from './store-files.ts';
import { EncryptedInstance } from './encrypted-instance.ts';

const place = { collection: 'lessons', record: lesson(STAFF.anna) } as const;

async function openOn(databaseName: string, key = crypto.getRandomValues(new Uint8Array(32))) {
  const store = await openStore({
    databaseName,
    key,
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

test('nor is it where the clock has been set back since', async () => {
  const { store, records } = await openOn('set-back');
  await records.save([place]);
  const earlier = Date.now() - 3_600_000;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => earlier);
  await records.adopt([{ ...place, state: undefined }]);
  clock.mockRestore();
  const disk = { databaseName: 'set-back', collection: 'lessons' };
  expect(await onDisk<number>(disk, (lessons) => lessons.count())).toBe(0);
  await store.close();
});

test('nor is it where the app was ended in the midst of it', async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const { store, records } = await openOn('cut-off', key);
  await records.save([place]);
  const ended = vi.spyOn(EncryptedInstance.prototype, 'cleanup').mockResolvedValue(true);
  await records.adopt([{ ...place, state: undefined }]);
  await store.close();
  ended.mockRestore();
  const again = await openOn('cut-off', key);
  expect(again.store.origin).toBe('kept');
  const disk = { databaseName: 'cut-off', collection: 'lessons' };
  await expect.poll(() => onDisk<number>(disk, (lessons) => lessons.count())).toBe(0);
  await again.store.close();
});

test('what is written again while the withdrawn is taken from the disk stays there', async () => {
  const { store, records } = await openOn('again');
  await records.save([place]);
  const kept = vi.spyOn(EncryptedInstance.prototype, 'cleanup').mockResolvedValue(true);
  await records.adopt([{ ...place, state: undefined }]);
  kept.mockRestore();
  const { internalStorageInstance: instance } = store.collections.lessons;
  const { dexieTable } = await (instance.internals as Promise<{
    readonly dexieTable: { bulkDelete(names: readonly string[]): Promise<void> };
  }>);
  // A disk that is busy when it comes to erasing.
  const erase = dexieTable.bulkDelete.bind(dexieTable);
  const erasing = vi.spyOn(dexieTable, 'bulkDelete').mockImplementation(async (names) => {
    await setTimeout(100);
    return await erase(names);
  });
  const cleaned = instance.cleanup(0);
  await setTimeout(10);
  await records.save([place]);
  await cleaned;
  erasing.mockRestore();
  expect(await instance.findDocumentsById([place.record.id], false)).toHaveLength(1);
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

test('what the browser has closed by itself, as on a full disk, is opened again by the next question and the next write', async () => {
  const opened = vi.spyOn(IDBFactory.prototype, 'open');
  const { store, records } = await openOn('closed');
  await records.save([place]);
  const connections = opened.mock.results.map(({ value }) => (value as IDBOpenDBRequest).result);
  opened.mockRestore();
  const idOfRecord = place.record.id;
  const readAgain = () => store.collections.lessons.find().exec();
  for (const connection of connections) forceCloseDatabase(connection as never);
  await setTimeout(20);
  expect((await readAgain()).map(({ id }) => id)).toEqual([idOfRecord]);
  await records.adopt([{ ...place, state: { ...place.record, topic: 'Frazioni' } }]);
  expect((await readAgain()).map((found) => Reflect.get(found.toJSON(), 'topic'))).toEqual(['Frazioni']);
  await store.close();
});

test('a question under which the browser closes the connection is asked again; what was closed on purpose stays closed', async () => {
  const { store, records } = await openOn('lost');
  await records.save([place]);
  const lost = new DOMException('The database connection is closing.', 'InvalidStateError');
  const failing = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
    throw lost;
  });
  const found = await store.collections.lessons.find({ selector: { day: place.record.day } }).exec();
  expect(found).toHaveLength(1);
  failing.mockRestore();
  const { internalStorageInstance: instance } = store.collections.lessons;
  await store.close();
  // RxDB lets a database go a little later.
  await vi.waitFor(() =>
    expect(instance.findDocumentsById([place.record.id], false)).rejects.toBeInstanceOf(TypeError),
  );
});
