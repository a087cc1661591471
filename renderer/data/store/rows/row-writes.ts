import type { StoredDocument } from '../document-cipher.ts';
import type { KnownRows } from './known-rows.ts';

const DOCUMENTS = 'docs';
/** A table that RxDB's Dexie storage makes and nothing else uses: the register's records have no attachments. */
const WRITERS = 'attachments';
const LAST = 'last writer';

/** The context of a write whose records are in the journal: it has them on the disk, and brings them back where this store has lost them. */
export const IN_JOURNAL = 'campanella-in-journal';

/** A document to be written, sealed, and the one that it takes the place of; without one there must be none. */
export interface RowToWrite {
  readonly sealed: StoredDocument;
  readonly document: object;
  readonly previous?: { readonly _rev: string } | undefined;
}

/**
 * Who writes. The last writer of a collection is named in its database: by this one request a transaction knows that what its instance
 * remembers still stands, and need not look at each row, which takes as long as the writing.
 */
type Writer = Pick<KnownRows<unknown>, 'writer' | 'primaryPath' | 'take' | 'forget'>;

/**
 * Writes rows in one transaction, and gives back by name what stands in the place of those that were not written. A new row is
 * added without a look at what is there: only one that clashes is read. One that takes the place of another is looked at where it
 * is not known what stands, or where that is something else.
 *
 * A write is on the disk when it is confirmed (`strict`), unless the journal has it: then handing it to the system is enough (`relaxed`).
 * An entry leaves the journal after a strict write of its record's own row, or of a later entry's that the journal still has.
 */
export function writeRows(
  database: IDBDatabase,
  known: Writer,
  rows: readonly RowToWrite[],
  durability: 'strict' | 'relaxed',
): Promise<ReadonlyMap<string, StoredDocument>> {
  const found = new Map<string, StoredDocument>();
  return inTransaction([database, known], durability, found, (store, looked) => {
    const nameOf = (row: StoredDocument) => String(row[known.primaryPath]);
    const note = (row: unknown) => {
      const stored = toStored(row);
      found.set(nameOf(stored), stored);
    };
    const putOver = (document: object, sealed: StoredDocument, over: string) => {
      if (known.take(document)?._rev === over) {
        store.put(toDisk(sealed));
        return;
      }
      const there = store.get(nameOf(sealed));
      there.addEventListener('success', () => {
        const stored: unknown = there.result;
        if (stored === undefined || toStored(stored)._rev === over) store.put(toDisk(sealed));
        else note(stored);
      });
    };
    for (const { sealed, previous } of rows) {
      if (previous === undefined) {
        const request = store.add(toDisk(sealed));
        request.addEventListener('error', (event) => {
          if (request.error?.name !== 'ConstraintError') return;
          // The others of the transaction are written all the same.
          event.preventDefault();
          event.stopPropagation();
          const there = store.get(nameOf(sealed));
          there.addEventListener('success', () => note(there.result));
        });
      }
    }
    looked(() => {
      for (const { document, sealed, previous } of rows)
        if (previous) putOver(document, sealed, previous._rev);
    });
  });
}

/** Puts rows in the place of whatever is there. */
export function replaceRows(
  database: IDBDatabase,
  known: Writer,
  rows: readonly StoredDocument[],
): Promise<null> {
  return inTransaction([database, known], 'strict', null, (store) => {
    for (const row of rows) store.put(toDisk(row));
  });
}

/** Erases rows by name, whatever they are. */
export function eraseRows(database: IDBDatabase, known: Writer, names: readonly string[]): Promise<null> {
  return inTransaction([database, known], 'erasing', null, (store) => {
    for (const name of names) store.delete(name);
  });
}

/**
 * Erases the rows that are marked as deleted and were written before an instant; gives back their names. Found and erased in one
 * transaction: a record that somebody writes again in the same moment is no such row any more.
 */
export function eraseDeleted(
  database: IDBDatabase,
  known: Writer,
  writtenBefore: number,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  return inTransaction([database, known], 'erasing', names, (store) => {
    const index = store.index(indexName(['_deleted', known.primaryPath]));
    const found = index.getAll(IDBKeyRange.bound(['1'], ['1', []]));
    found.addEventListener('success', () => {
      for (const row of (found.result as unknown[]).map(toStored)) {
        if (row._meta.lwt >= writtenBefore) continue;
        const name = String(row[known.primaryPath]);
        names.add(name);
        store.delete(name);
      }
    });
  });
}

/** Works on the rows in one transaction. What is handed to `looked` is done once it is known who was the last to write. */
function inTransaction<T>(
  [database, known]: readonly [IDBDatabase, Writer],
  how: 'strict' | 'relaxed' | 'erasing',
  result: T,
  work: (store: IDBObjectStore, looked: (then: () => void) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const durability = how === 'relaxed' ? how : 'strict';
    const transaction = database.transaction([DOCUMENTS, WRITERS], 'readwrite', { durability });
    transaction.addEventListener('complete', () => resolve(result));
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('IndexedDB transaction aborted')),
    );
    try {
      const writers = transaction.objectStore(WRITERS);
      const last: IDBRequest<{ readonly writer: string } | undefined> = writers.get(LAST);
      // Carried out after the question, and without waiting for its answer: a disk that is silent for a while may give it too late.
      if (how !== 'erasing') writers.put({ id: LAST, writer: known.writer });
      last.addEventListener('success', () => {
        if (last.result?.writer === known.writer) return;
        // Another instance, or an earlier one: what it has written is not known.
        known.forget();
        // A full disk takes nothing, and lets erase: that names nobody.
        if (how === 'erasing') writers.delete(LAST);
      });
      work(transaction.objectStore(DOCUMENTS), (then) => last.addEventListener('success', then));
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
