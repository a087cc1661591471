import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { collectionSchema } from '../../renderer/data/store/collection-schemas.ts';
import type { AttendanceStore } from '../page/attendance-store.ts';
import { collectionStore } from '../page/collection-store.ts';

/** RxDB on Dexie as it comes, with the same schemas and the same durability as ours, and no encryption. */
export interface StockDatabase {
  readonly collections: Readonly<Record<CollectionName, RxCollection<RegisterRecord>>>;
  remove(): Promise<void>;
}

/** Opens a stock database with the register's collections. */
export async function openStockDatabase(name: string): Promise<StockDatabase> {
  const database = await createRxDatabase({
    name,
    storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
    multiInstance: false,
    eventReduce: true,
  });
  const collections = await database.addCollections(
    Object.fromEntries(
      COLLECTION_NAMES.map((collection) => [collection, { schema: collectionSchema(collection) }]),
    ),
  );
  return {
    // The cast: exactly the collections of the registry were added just above.
    collections: collections as StockDatabase['collections'],
    async remove() {
      await database.remove();
    },
  };
}

/** Stock RxDB and Dexie as a store of attendance days. The peer. */
export async function openStockStore(name: string): Promise<AttendanceStore> {
  const database = await openStockDatabase(name);
  // The cast: this collection holds attendance days only.
  const collection = database.collections.attendance as RxCollection<AttendanceDay>;
  const write = async (documents: readonly AttendanceDay[]) => {
    const { error } = await collection.bulkUpsert([...documents]);
    if (error.length > 0) throw new Error(`${error.length} documents were not saved`);
  };
  return collectionStore(collection, write, () => database.remove());
}
