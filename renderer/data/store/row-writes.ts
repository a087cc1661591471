import type { StoredDocument } from './document-cipher.ts';

const DOCUMENTS = 'docs';

/** The context of a write whose records are in the journal: it has them on the disk, and brings them back where this store has lost them. */
export const IN_JOURNAL = 'campanella-in-journal';

/** A row to be written, and the revision of the one that it takes the place of; without one there must be none. */
export interface RowToWrite {
  readonly row: StoredDocument;
  readonly over?: string | undefined;
}

/**
 * Writes rows in one transaction, and gives back by name what stands in the place of those that were not written. A new row is
 * added without a look at what is there: only one that clashes is read.
 *
 * A write is on the disk when it is confirmed (`strict`), unless the journal has it: then handing it to the system is enough (`relaxed`).
 * An entry leaves the journal after a strict write of its record's own row, or of a later entry's that the journal still has.
 */
export function writeRows(
  database: IDBDatabase,
  primaryPath: string,
  rows: readonly RowToWrite[],
  durability: 'strict' | 'relaxed',
): Promise<ReadonlyMap<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>();
  return inTransaction(database, durability, found, (store) => {
    const nameOf = (row: StoredDocument) => String(row[primaryPath]);
    const note = (row: unknown) => {
      const stored = toStored(row);
      found.set(nameOf(stored), stored);
    };
    for (const { row, over } of rows) {
      if (over === undefined) {
        const request = store.add(toDisk(row));
        request.addEventListener('error', (event) => {
          if (request.error?.name !== 'ConstraintError') return;
          // The others of the transaction are written all the same.
          event.preventDefault();
          event.stopPropagation();
          const there = store.get(nameOf(row));
          there.addEventListener('success', () => note(there.result));
        });
        continue;
      }
      const there = store.get(nameOf(row));
      there.addEventListener('success', () => {
        const stored: unknown = there.result;
        if (stored === undefined || toStored(stored)._rev === over) store.put(toDisk(row));
        else note(stored);
      });
    }
  });
}

/** Puts rows in the place of whatever is there. */
export function replaceRows(database: IDBDatabase, rows: readonly StoredDocument[]): Promise<null> {
  return inTransaction(database, 'strict', null, (store) => {
    for (const row of rows) store.put(toDisk(row));
  });
}

/**
 * Erases the rows that are marked as deleted and were written before an instant; gives back their names. Found and erased in one
 * transaction: a record that somebody writes again in the same moment is no such row any more.
 */
export function eraseDeleted(
  database: IDBDatabase,
  primaryPath: string,
  writtenBefore: number,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  return inTransaction(database, 'strict', names, (store) => {
    const index = store.index(indexName(['_deleted', primaryPath]));
    const found = index.getAll(IDBKeyRange.bound(['1'], ['1', []]));
    found.addEventListener('success', () => {
      for (const row of (found.result as unknown[]).map(toStored)) {
        if (row._meta.lwt >= writtenBefore) continue;
        const name = String(row[primaryPath]);
        names.add(name);
        store.delete(name);
      }
    });
  });
}

function inTransaction<T>(
  database: IDBDatabase,
  durability: 'strict' | 'relaxed',
  result: T,
  work: (store: IDBObjectStore) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(DOCUMENTS, 'readwrite', { durability });
    transaction.addEventListener('complete', () => resolve(result));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('IndexedDB transaction aborted')),
    );
    try {
      work(transaction.objectStore(DOCUMENTS));
    } catch (error) {
      transaction.abort();
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** IndexedDB cannot index booleans: the Dexie storage writes the mark of deletion as '0' or '1'. */
function toDisk(row: StoredDocument): object {
  return { ...row, _deleted: row._deleted ? '1' : '0' };
}

/** A row as it was before it was written to the disk. */
export function toStored(row: unknown): StoredDocument {
  // Rows are written by this storage alone; what an attacker may have changed fails to decrypt afterwards.
  const stored = row as Omit<StoredDocument, '_deleted'> & { readonly _deleted: unknown };
  return { ...(row as StoredDocument), _deleted: stored._deleted === '1' };
}

/** How the Dexie storage names an index. */
export function indexName(fields: readonly string[]): string {
  return fields.length === 1 ? String(fields[0]) : `[${fields.join('+')}]`;
}
