import {
  getPrimaryFieldOfPrimaryKey,
  getQueryMatcher,
  getSortComparator,
  type BulkWriteRow,
  type EventBulk,
  type PreparedQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageBulkWriteResponse,
  type RxStorageChangeEvent,
  type RxStorageCountResult,
  type RxStorageDefaultCheckpoint,
  type RxStorageInstance,
  type RxStorageQueryResult,
  type RxStorageWriteError,
} from 'rxdb/plugins/core';
import { getKeyRangeByQueryPlan, type RxStorageInstanceDexie } from 'rxdb/plugins/storage-dexie';
import { map, type Observable } from 'rxjs';
import { must } from '../../../domain/base/assert.ts';
import type { DocumentCipher } from './document-cipher.ts';
import { readByIds, readDeletedIds, readRange } from './index-reads.ts';
import type { Patience } from './patience.ts';

type Internals = RxStorageInstanceDexie<unknown>['internals'];
type Settings = RxStorageInstanceDexie<unknown>['options'];
type Changes<T> = EventBulk<RxStorageChangeEvent<RxDocumentData<T>>, RxStorageDefaultCheckpoint>;

/** What RxDB says when it writes how far a replication has come. */
const CHECKPOINT = 'replication-set-checkpoint';

/** What an instance is made of, beside the storage it wraps. */
interface EncryptedParts<T> {
  readonly cipher: DocumentCipher<T>;
  readonly patience: Patience;
  readonly unreadable: Set<string>;
}

/**
 * One collection of the local store: RxDB's Dexie storage, through which only ciphertext passes.
 *
 * It reads ranges with one request instead of a cursor, pages local changes by index (the stock storage scans all documents of the same
 * millisecond again for every page), and hands out change events from the plain documents it was given instead of decrypting them.
 */
export class EncryptedInstance<T> implements RxStorageInstance<T, Internals, Settings> {
  readonly databaseName: string;
  readonly internals: Internals;
  readonly options: Settings;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<T>>>;
  readonly collectionName: string;
  /** Identifiers of the rows that were found unreadable and have not been written again since. */
  readonly unreadable: ReadonlySet<string>;
  readonly #unreadable: Set<string>;
  readonly #inner: RxStorageInstanceDexie<T>;
  readonly #cipher: DocumentCipher<T>;
  readonly #patience: Patience;
  readonly #primaryPath: string;
  /** Writes in the order in which they were asked, whatever time their encryption takes: RxDB pages changes by time of write. */
  #lastWrite: Promise<unknown> = Promise.resolve();
  /** Rows by identifier of the writes under way, oldest first: one that was waited for no longer may still be among them. */
  readonly #underWay = new Set<ReadonlyMap<string, BulkWriteRow<T>>>();

  constructor(inner: RxStorageInstanceDexie<T>, { cipher, patience, unreadable }: EncryptedParts<T>) {
    this.#patience = patience;
    this.unreadable = this.#unreadable = unreadable;
    this.#inner = inner;
    this.#cipher = cipher;
    this.#primaryPath = getPrimaryFieldOfPrimaryKey(inner.schema.primaryKey);
    this.databaseName = inner.databaseName;
    this.internals = inner.internals;
    this.options = inner.options;
    this.schema = inner.schema;
    this.collectionName = inner.collectionName;
  }

  async bulkWrite(rows: BulkWriteRow<T>[], context: string): Promise<RxStorageBulkWriteResponse<T>> {
    // RxDB has filled in revision and times before it calls a storage.
    const sealing = this.#cipher.seal(rows.map((row) => row.document));
    const before = this.#lastWrite;
    const writing = (async () => {
      const [sealed] = await Promise.all([sealing, before]);
      // The time in the queue is no fault of the disk.
      const error = await this.#patience.within('background', this.#write(rows, sealed, context));
      return { error };
    })();
    this.#lastWrite = writing.catch(() => undefined);
    // A checkpoint that finds no room costs a repetition after the next start. RxDB would take the failure worse: it writes no other
    // one as long as it runs, and cannot be closed.
    return context === CHECKPOINT ? writing.catch(() => ({ error: [] })) : writing;
  }

  async query(prepared: PreparedQuery<T>): Promise<RxStorageQueryResult<T>> {
    const { query, queryPlan } = prepared;
    const end = query.limit === undefined ? Infinity : query.skip + query.limit;
    const range = await this.#rangeOf(prepared);
    if (!range || end === 0) return { documents: [] };
    const satisfied = queryPlan.selectorSatisfiedByIndex && queryPlan.sortSatisfiedByIndex;
    const limit = satisfied && end !== Infinity ? end : undefined;
    const stored = await readRange(await this.#database(), queryPlan.index, range, limit);
    let documents = await this.#cipher.open(stored);
    if (!queryPlan.selectorSatisfiedByIndex)
      documents = documents.filter(getQueryMatcher(this.schema, query));
    if (!queryPlan.sortSatisfiedByIndex) documents.sort(getSortComparator(this.schema, query));
    return { documents: documents.slice(query.skip, end) };
  }

  async count(prepared: PreparedQuery<T>): Promise<RxStorageCountResult> {
    if (prepared.queryPlan.selectorSatisfiedByIndex) return this.#inner.count(prepared);
    const { documents } = await this.query(prepared);
    return { count: documents.length, mode: 'slow' };
  }

  async findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<T>[]> {
    const stored = await this.#patience.within('background', readByIds(await this.#database(), ids));
    return this.#cipher.open(withDeleted ? stored : stored.filter((row) => !row._deleted));
  }

  async getChangedDocumentsSince(
    limit: number,
    checkpoint?: RxStorageDefaultCheckpoint,
  ): Promise<{ documents: RxDocumentData<T>[]; checkpoint: RxStorageDefaultCheckpoint }> {
    const from = checkpoint ?? { id: '', lwt: 0 };
    const range = IDBKeyRange.lowerBound([from.lwt, from.id], true);
    const stored = await readRange(await this.#database(), ['_meta.lwt', this.#primaryPath], range, limit);
    const last = stored.at(-1);
    const documents = await this.#cipher.open(stored);
    return {
      documents,
      checkpoint: last ? { id: String(last[this.#primaryPath]), lwt: last._meta.lwt } : from,
    };
  }

  changeStream(): Observable<Changes<T>> {
    return this.#inner.changeStream().pipe(map((bulk) => this.#inClear(bulk)));
  }

  async cleanup(minimumDeletedTime: number): Promise<boolean> {
    const before = Date.now() - minimumDeletedTime + 1;
    await this.erase(await readDeletedIds(await this.#database(), this.#primaryPath, before));
    return true;
  }

  /** Removes rows from the disk as if they had never been written; no event tells of it. */
  async erase(ids: readonly string[]): Promise<void> {
    const { dexieTable } = await this.internals;
    await dexieTable.bulkDelete([...ids]);
    for (const id of ids) this.#unreadable.delete(id);
  }

  /** Removes the rows that cannot be read; one that was written again meanwhile stays. */
  async eraseUnreadable(): Promise<void> {
    const before = this.#lastWrite;
    const erasing = (async () => {
      await before;
      const ids = [...this.#unreadable];
      const readable = await this.findDocumentsById(ids, true);
      for (const document of readable) this.#unreadable.delete(this.#idOf(document));
      await this.erase(ids.filter((id) => this.#unreadable.has(id)));
    })();
    this.#lastWrite = erasing.catch(() => undefined);
    return erasing;
  }

  getAttachmentData(): Promise<Blob> {
    return Promise.reject(new Error('The local store holds no attachments'));
  }

  async close(): Promise<void> {
    await this.#lastWrite;
    await this.#inner.close();
  }

  remove(): Promise<void> {
    return this.#inner.remove();
  }

  async #write(
    rows: readonly BulkWriteRow<T>[],
    sealed: readonly unknown[],
    context: string,
  ): Promise<RxStorageWriteError<T>[]> {
    const toStore = rows.map((row, index) => {
      // The wrapped storage compares revisions only: the previous state need not be encrypted again.
      const document = sealed[index] as BulkWriteRow<T>['document'];
      return row.previous ? { document, previous: row.previous } : { document };
    });
    const own = new Map(rows.map((row) => [this.#idOf(row.document), row]));
    this.#underWay.add(own);
    const { error } = await this.#inner.bulkWrite(toStore, context).finally(() => this.#underWay.delete(own));
    const failed = new Set(error.map(({ documentId }) => documentId));
    for (const id of own.keys()) if (!failed.has(id)) this.#unreadable.delete(id);
    if (error.length === 0) return [];
    const readable: RxStorageWriteError<T>[] = [];
    const unreadable: string[] = [];
    for (const failure of error) {
      const writeRow = must(own.get(failure.documentId), 'an error belongs to a written row');
      if (failure.status !== 409) {
        readable.push({ ...failure, writeRow });
        continue;
      }
      const [documentInDb] = await this.findDocumentsById([failure.documentId], true);
      if (documentInDb) readable.push({ ...failure, writeRow, documentInDb });
      else unreadable.push(failure.documentId);
    }
    return [...readable, ...(await this.#replaceUnreadable(rows, sealed, unreadable, context))];
  }

  /** A row that cannot be decrypted is nobody's state any more: what is written over it takes its place. */
  async #replaceUnreadable(
    rows: readonly BulkWriteRow<T>[],
    sealed: readonly unknown[],
    ids: readonly string[],
    context: string,
  ): Promise<RxStorageWriteError<T>[]> {
    if (ids.length === 0) return [];
    await this.erase(ids);
    const chosen = rows.flatMap((row, index) =>
      ids.includes(this.#idOf(row.document))
        ? [{ row: { document: row.document }, sealed: sealed[index] }]
        : [],
    );
    return this.#write(
      chosen.map(({ row }) => row),
      chosen.map((item) => item.sealed),
      context,
    );
  }

  #inClear(bulk: Changes<T>): Changes<T> {
    return {
      ...bulk,
      events: bulk.events.flatMap((event) => {
        const row = this.#rowOf(event);
        // Only ciphertext is known of it; an exception here would end the stream for everybody.
        if (!row) return [];
        const documentData = row.document;
        // The event's own operation decides which members it has; only ciphertext is exchanged for what was written.
        const previousDocumentData = event.previousDocumentData && row.previous;
        return [{ ...event, documentData, previousDocumentData }];
      }),
    };
  }

  /** What was written in clear of what a change event tells: it comes while its write is under way, and the oldest comes first. */
  #rowOf({ documentId, documentData: { _rev } }: RxStorageChangeEvent<RxDocumentData<T>>) {
    for (const rows of this.#underWay) {
      const row = rows.get(documentId);
      if (row?.document._rev === _rev) return row;
    }
    return undefined;
  }

  async #rangeOf(prepared: PreparedQuery<T>): Promise<IDBKeyRange | undefined> {
    const { booleanIndexes } = await this.internals;
    try {
      const range: unknown = getKeyRangeByQueryPlan(booleanIndexes, prepared.queryPlan, IDBKeyRange);
      return range as IDBKeyRange;
    } catch (error) {
      // An empty range (lower bound above the upper one) is a query without results, not a fault.
      if (error instanceof Error && error.name === 'DataError') return undefined;
      throw error;
    }
  }

  async #database(): Promise<IDBDatabase> {
    const { dexieDb } = await this.internals;
    return dexieDb.backendDB();
  }

  #idOf(document: object): string {
    return String((document as Readonly<Record<string, unknown>>)[this.#primaryPath]);
  }
}
