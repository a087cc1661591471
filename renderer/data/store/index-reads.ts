import type { StoredDocument } from './document-cipher.ts';
import { toStored } from './row-writes.ts';

const DOCUMENTS = 'docs';

/**
 * Reads a whole range of an index with one request. RxDB's Dexie storage walks a cursor instead, one event a document, and that is what
 * its reading time consists of.
 */
export function readRange(
  database: IDBDatabase,
  index: readonly string[],
  range: IDBKeyRange,
  limit?: number,
): Promise<readonly StoredDocument[]> {
  const request = openStore(database).index(indexName(index)).getAll(range, limit);
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve((request.result as unknown[]).map(toStored)));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB request failed')));
  });
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

/** Names of all documents marked as deleted whose last write is older than an instant. */
export async function readDeletedNames(
  database: IDBDatabase,
  primaryPath: string,
  writtenBefore: number,
): Promise<readonly string[]> {
  const range = IDBKeyRange.bound(['1'], ['1', []]);
  const rows = await readRange(database, ['_deleted', primaryPath], range);
  return rows.filter((row) => row._meta.lwt < writtenBefore).map((row) => String(row[primaryPath]));
}

function openStore(database: IDBDatabase): IDBObjectStore {
  return database.transaction(DOCUMENTS, 'readonly').objectStore(DOCUMENTS);
}

function indexName(fields: readonly string[]): string {
  return fields.length === 1 ? String(fields[0]) : `[${fields.join('+')}]`;
}
