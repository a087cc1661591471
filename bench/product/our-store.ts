import type { RxCollection } from 'rxdb/plugins/core';
import { ok } from '../../domain/base/result.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { toOpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { createWriteQueue } from '../../renderer/data/commands/write-queue.ts';
import { createLocalRecords } from '../../renderer/data/local-records.ts';
import { openStore } from '../../renderer/data/store/database.ts';
import { deleteStore } from '../../renderer/data/store/store-files.ts';
import { journalOf, openOutbox } from '../../renderer/data/sync/queue/outbox.ts';
import type { AttendanceStore } from '../page/attendance-store.ts';
import { collectionStore } from '../page/collection-store.ts';
import type { JournalBridge } from './journal-bridge.ts';

/** Our own encrypted store, opened and written to as the application does it: a save is in the journal before it is in the store. */
export async function openOurStore(name: string, bridge: JournalBridge): Promise<AttendanceStore> {
  const fault = (message: string) => {
    throw new Error(message);
  };
  const store = await openStore({
    databaseName: name,
    key: crypto.getRandomValues(new Uint8Array(32)),
    rebuild: false,
    onUnreadable: (_collection, id) => fault(`Unreadable: ${id}`),
  });
  if (store.origin !== 'kept') fault(`The store was opened as ${store.origin}`);
  const outbox = await openOutbox(journalOf(bridge, toOpeningId(name)));
  if (!outbox.ok) throw new Error('The journal could not be read');
  const records = createLocalRecords(store, {
    lacking: () => fault('The disk is full'),
    found: () => undefined,
  });
  const queue = createWriteQueue(records, outbox.value, createTurns());

  const write = async (documents: readonly AttendanceDay[]) => {
    const results = await Promise.all(
      documents.map((document) =>
        queue.write({ collection: 'attendance', id: document.id, build: () => ok(document) }),
      ),
    );
    if (results.some((result) => !result.ok)) fault('A mark was not saved');
  };
  // The collection has other kinds as well: the benchmark writes and reads pupils' days alone.
  const days = store.collections.attendance as unknown as RxCollection<AttendanceDay>;
  return collectionStore(days, write, async () => {
    await store.close();
    await deleteStore(name);
  });
}
