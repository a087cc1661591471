import type { AttendanceDay } from '../../domain/records/attendance-day.ts';
import { deleteStore, openStore } from '../../renderer/data/store/database.ts';
import { openOutbox } from '../../renderer/data/sync/outbox.ts';
import type { AttendanceStore } from '../page/attendance-store.ts';
import { collectionStore } from '../page/collection-store.ts';
import type { JournalBridge } from './http-bridge.ts';

/** Our own encrypted store, opened as the application opens it; a save is in the journal before it is in the store. */
export async function openOurStore(name: string, bridge: JournalBridge): Promise<AttendanceStore> {
  const store = await openStore({
    databaseName: name,
    key: crypto.getRandomValues(new Uint8Array(32)),
    conflictHandler: {
      isEqual: (a, b) => a.entry === b.entry,
      resolve: async (input) => input.realMasterState,
    },
    rebuild: false,
    onUnreadable: (_collection, id) => {
      throw new Error(`Unreadable: ${id}`);
    },
  });
  if (store.origin !== 'kept') throw new Error(`The store was opened as ${store.origin}`);
  const outbox = await openOutbox(bridge);
  if (!outbox.ok) throw new Error('The journal could not be read');
  const collection = store.collections.attendance;

  const write = async (documents: readonly AttendanceDay[]) => {
    const entries = documents.map((record) => ({
      entry: record.entry,
      collection: 'attendance' as const,
      record,
      assumed: null,
    }));
    const kept = await outbox.value.append(entries);
    if (!kept.ok) throw new Error(`The journal refused: ${kept.failure.kind}`);
    const { error } = await collection.bulkUpsert([...documents]);
    if (error.length > 0) throw new Error(`${error.length} documents were not saved`);
  };
  const close = async () => {
    await store.close();
    await deleteStore(name);
  };
  return collectionStore(collection, write, close);
}
