import { createRxDatabase, type RxCollection, type RxDatabase, type RxStorage } from 'rxdb/plugins/core';
import { getRxStorageMemory, type RxStorageMemory } from 'rxdb/plugins/storage-memory';
import { COLLECTION_NAMES, type CollectionName } from '../../../domain/record/collection-names.ts';
import { isDiskFull } from './disk-full.ts';
import { collectionSchema, type StoredRecord } from './collection-schemas.ts';
import type { UnreadableListener } from './document-cipher.ts';
import type { AnyDocument } from './document-writes.ts';
import { EncryptedInstance } from './encrypted-instance.ts';
import { getEncryptedStorage } from './encrypted-storage.ts';
import { createPatience, type Patience } from './patience.ts';
import { openReadingMarks, type ReadingMarks } from './reading-marks.ts';
import { importRowKeys } from './row-keys.ts';
import { importStoreKey } from './sealed-json.ts';
import { deleteStore } from './store-files.ts';

/** The collections of the local store by name. */
export type RegisterCollections = { readonly [C in CollectionName]: RxCollection<StoredRecord<C>> };

/** An open local store. */
export interface LocalStore {
  readonly collections: RegisterCollections;
  readonly marks: ReadingMarks;
  /**
   * How it came to be: kept from before, empty because it was new or had to be dropped, or in memory because the disk takes nothing: after
   * it was dropped, or beside what lies on a full disk and is left there.
   */
  readonly origin: 'kept' | 'rebuilt' | 'memory' | 'full';
  /** How long to wait for the disk: what one collection has found out about it holds for all. */
  readonly patience: Patience;
  /** A record as it was read or written here last, without a look at the disk: to write over, and for nothing else. */
  lastKnown(collection: CollectionName, id: string): AnyDocument | undefined;
  /** Whether a record lies in the store and cannot be read. */
  isUnreadable(collection: CollectionName, id: string): Promise<boolean>;
  /** Removes for good what cannot be read in a collection. */
  eraseUnreadable(collection: CollectionName): Promise<void>;
  close(): Promise<void>;
}

/** Whether what is written in a store is there after the next start. */
export function isOnDisk({ origin }: Pick<LocalStore, 'origin'>): boolean {
  return origin === 'kept' || origin === 'rebuilt';
}

/** What opening the local store needs. */
export interface StoreOptions {
  readonly databaseName: string;
  readonly key: Uint8Array;
  /** Drop what is there first: an earlier run found documents that it could not read. */
  readonly rebuild: boolean;
  /** The browser says nothing of any database: what may lie there stays as it is. */
  readonly isSilent?: boolean;
  /** Hears the names of rows on the disk, which tell nothing of the records in them. */
  readonly onUnreadable: UnreadableListener;
}

/**
 * Opens the local store of one account. What cannot be opened (damaged, of another version or format, under another key) is dropped: the server
 * has everything but the entries in the journal, and those are written again. Where the disk takes nothing the store is in memory, and what lies on a full one stays. Whether the
 * browser opens it at all is to be asked before (`untilOpenable`).
 */
export async function openStore(options: StoreOptions): Promise<LocalStore> {
  const keys = { documents: await importStoreKey(options.key), rows: await importRowKeys(options.key) };
  const patience = createPatience();
  let unreadable = 0;
  let opening = true;
  const storage = getEncryptedStorage({
    keys,
    patience,
    onUnreadable(collection, row) {
      if (opening) unreadable += 1;
      else options.onUnreadable(collection, row);
    },
  });
  const inMemory = async (why: 'memory' | 'full'): Promise<LocalStore> => {
    opening = false;
    return { ...(await openWith(options, storageInMemory(), why)), patience };
  };
  if (options.isSilent) return await inMemory('full');
  if (options.rebuild) await deleteStore(options.databaseName).catch(() => undefined);
  for (const attempt of ['kept', 'rebuilt'] as const) {
    try {
      unreadable = 0;
      const store = { ...(await openWith(options, storage, attempt)), patience };
      if (unreadable === 0) {
        opening = false;
        return options.rebuild ? { ...store, origin: 'rebuilt' } : store;
      }
      await store.close();
    } catch (error) {
      // A full disk has spoilt nothing: what lies there opens again when there is room.
      if (isDiskFull(error)) return await inMemory('full');
      // Whatever else it is, the remedy is the same: drop and try once more, then go without the disk.
    }
    await deleteStore(options.databaseName).catch(() => undefined);
  }
  return await inMemory('memory');
}

/** What it holds goes with the store. RxDB's own keeps everything in one place, in clear, for as long as the page lives. */
function storageInMemory(): RxStorage<unknown, unknown> {
  const storage: RxStorageMemory = { ...getRxStorageMemory(), collectionStates: new Map() };
  return storage;
}

async function openWith(
  options: StoreOptions,
  storage: RxStorage<unknown, unknown>,
  origin: LocalStore['origin'],
): Promise<Omit<LocalStore, 'patience'>> {
  const database: RxDatabase<RegisterCollections> = await createRxDatabase<RegisterCollections>({
    name: options.databaseName,
    storage,
    multiInstance: false,
    eventReduce: true,
    // A second open after an interrupted first one must not find the name taken.
    closeDuplicates: true,
  });
  let marks: ReadingMarks;
  try {
    const creators = Object.fromEntries(
      COLLECTION_NAMES.map((name) => [name, { schema: collectionSchema(name) }]),
    );
    await database.addCollections(creators);
    marks = await openReadingMarks(storage, database, COLLECTION_NAMES);
  } catch (error) {
    await database.close();
    throw error;
  }
  const instanceOf = (name: CollectionName) => {
    const instance: unknown = database.collections[name].internalStorageInstance;
    return instance instanceof EncryptedInstance ? instance : undefined;
  };
  // What an earlier run has withdrawn, and was ended before it took it from the disk.
  for (const name of COLLECTION_NAMES)
    void instanceOf(name)
      ?.cleanup(0)
      .catch(() => undefined);
  return {
    collections: database.collections,
    marks,
    origin,
    lastKnown: (name, id) => instanceOf(name)?.lastKnown(id) as AnyDocument | undefined,
    isUnreadable: async (name, id) => (await instanceOf(name)?.isUnreadable(id)) ?? false,
    eraseUnreadable: async (name) => instanceOf(name)?.eraseUnreadable(),
    close: async () => {
      await marks.close();
      await database.close();
    },
  };
}
