import {
  getPrimaryFieldOfPrimaryKey,
  type RxStorage,
  type RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core';
import { getRxStorageDexie, type RxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { createDocumentCipher, type UnreadableListener } from './document-cipher.ts';
import { EncryptedInstance } from './encrypted-instance.ts';
import type { Patience } from './patience.ts';
import type { RowKeys } from './row-keys.ts';

/** Where RxDB notes which collections a database has: opened first, and small. */
const INTERNAL_COLLECTION = '_rxdb_internal';

/** The keys of an account's local store. */
export interface StoreKeys {
  readonly documents: CryptoKey;
  readonly rows: RowKeys;
}

/**
 * The device's store: RxDB on Dexie with every document encrypted (AES-256-GCM, one key an account), the marks of how far it was read included.
 * In clear are only the fields that a collection is searched by (class, day, kind) and the times of writing; rows are named by codes.
 *
 * A document that cannot be decrypted never fails a read: it is left out, and reported once.
 */
export function getEncryptedStorage(options: {
  readonly keys: StoreKeys;
  readonly patience: Patience;
  readonly onUnreadable: UnreadableListener;
}): RxStorage<unknown, unknown> {
  // Strict: a write is on the disk when it is confirmed; Chromium's default only hands it to the system.
  const inner: RxStorageDexie = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  return {
    name: 'encrypted-dexie',
    rxdbVersion: inner.rxdbVersion,
    async createStorageInstance<T>(params: RxStorageInstanceCreationParams<T, unknown>) {
      const primaryPath = getPrimaryFieldOfPrimaryKey(params.schema.primaryKey);
      const indexed = (params.schema.indexes ?? []).flat().map(String);
      const clearFields = new Set(indexed.filter((field) => field !== primaryPath && !field.startsWith('_')));
      const unreadable = new Set<string>();
      const cipher = createDocumentCipher<T>({
        key: options.keys.documents,
        rowKeys: options.keys.rows,
        collection: params.collectionName,
        primaryPath,
        clearFields: [...clearFields],
        onUnreadable(collection, row) {
          if (unreadable.has(row)) return;
          unreadable.add(row);
          options.onUnreadable(collection, row);
        },
      });
      const instance = await inner.createStorageInstance<T>({ ...params, options: {} });
      const encrypted = new EncryptedInstance(instance, {
        cipher,
        rowKeys: options.keys.rows,
        patience: options.patience,
        unreadable,
      });
      // Rows under another key, or of an earlier format, have other names and are in nobody's way: only looking at them shows them.
      if (params.collectionName === INTERNAL_COLLECTION) await encrypted.inspect();
      return encrypted;
    },
  };
}
