import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { lesson } from '../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../sync-server/testing/test-school.ts';
import { createLocalRecords } from '../local-records.ts';
import { openStore } from './database.ts';

test('only a write that the journal has is confirmed before it is on the disk', async () => {
  const store = await openStore({
    databaseName: 'durability',
    key: crypto.getRandomValues(new Uint8Array(32)),
    rebuild: false,
    onUnreadable: vi.fn<() => void>(),
  });
  const records = createLocalRecords(store, { lacking: vi.fn<() => void>(), found: vi.fn<() => void>() });
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const writes = () =>
    opened.mock.calls.flatMap(([, mode, options]) => (mode === 'readwrite' ? [options?.durability] : []));
  const place = { collection: 'lessons', record: lesson(STAFF.anna) } as const;
  await records.save([place]);
  expect(writes()).toEqual(['relaxed']);
  await records.adopt([{ ...place, state: { ...place.record, topic: 'Frazioni' } }]);
  expect(writes()).toEqual(['relaxed', 'strict']);
  opened.mockRestore();
  await store.close();
});
