import { settled } from '../../settled-request.ts';
import type { StoredDocument } from '../document-cipher.ts';
import { indexName, toStored } from './row-writes.ts';

const DOCUMENTS = 'docs';

/**
 * Reads a whole range of an index with one request. RxDB's Dexie storage walks a cursor instead, one event a document, and that is what
 * its reading time consists of.
 */
export async function readRange(
  database: IDBDatabase,
  index: readonly string[],
  range: IDBKeyRange,
  limit?: number,
): Promise<readonly StoredDocument[]> {
  const found: readonly unknown[] = await settled(
    openStore(database).index(indexName(index)).getAll(range, limit),
  );
  return found.map(toStored);
}

/** Reads documents by their names on the disk in one transaction; those that do not exist are left out. */
export function readByNames(
  database: IDBDatabase,
  names: readonly string[],
): Promise<readonly StoredDocument[]> {
  if (names.length === 0) return Promise.resolve([]);
  const store = openStore(database);
  const requests = names.map((name) => store.get(name));
  return new Promise((resolve, reject) => {
    store.transaction.addEventListener('complete', () =>
      resolve(
        requests.flatMap((request) => (request.result === undefined ? [] : [toStored(request.result)])),
      ),
    );
    store.transaction.addEventListener('abort', () =>
      reject(store.transaction.error ?? new Error('IndexedDB transaction aborted')),
    );
  });
}

function openStore(database: IDBDatabase): IDBObjectStore {
  return database.transaction(DOCUMENTS, 'readonly').objectStore(DOCUMENTS);
}
