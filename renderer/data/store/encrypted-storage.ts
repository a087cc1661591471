import {
  getPrimaryFieldOfPrimaryKey,
  type RxStorage,
  type RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core';
import { getRxStorageDexie, type RxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { createDocumentCipher, type UnreadableListener } from './document-cipher.ts';
import { EncryptedInstance } from './encrypted-instance.ts';
import type { Patience } from './patience.ts';

/**
 * The device's store: RxDB on Dexie with every document encrypted (AES-256-GCM, one key an account), replication's own notes included.
 * In clear are only identifiers and the fields that a collection is searched by.
 *
 * A document that cannot be decrypted never fails a read: it is left out, and reported once.
 */
export function getEncryptedStorage(options: {
  readonly key: CryptoKey;
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
      const clearFields = new Set([primaryPath, ...indexed.filter((field) => !field.startsWith('_'))]);
      const unreadable = new Set<string>();
      const cipher = createDocumentCipher<T>({
        key: options.key,
        collection: params.collectionName,
        primaryPath,
        clearFields: [...clearFields],
        onUnreadable(collection, id) {
          if (unreadable.has(id)) return;
          unreadable.add(id);
          options.onUnreadable(collection, id);
        },
      });
      const instance = await inner.createStorageInstance<T>({ ...params, options: {} });
      return new EncryptedInstance(instance, {
        cipher,
        patience: options.patience,
        unreadable,
      });
    },
  };
}
