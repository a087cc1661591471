import {
  categorizeBulkWriteRows,
  getPrimaryFieldOfPrimaryKey,
  getQueryMatcher,
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
  type StringKeys,
} from 'rxdb/plugins/core';
import type { RxStorageInstanceDexie } from 'rxdb/plugins/storage-dexie';
import { Subject, type Observable } from 'rxjs';
import { must } from '../../../domain/base/assert.ts';
import type { DocumentCipher, StoredDocument } from './document-cipher.ts';
import { createConnection, type Connection } from './rows/connection.ts';
import { readByNames, readRange } from './rows/index-reads.ts';
import { createKnownRows, type KnownRows } from './rows/known-rows.ts';
import type { Patience } from './patience.ts';
import { rangeOf, sortFor } from './rows/query-range.ts';
import type { RowKeys } from './row-keys.ts';
import { eraseDeleted, eraseRows, IN_JOURNAL, replaceRows, writeRows } from './rows/row-writes.ts';

type Internals = RxStorageInstanceDexie<unknown>['internals'];
type Settings = RxStorageInstanceDexie<unknown>['options'];
type Changes<T> = EventBulk<RxStorageChangeEvent<RxDocumentData<T>>, RxStorageDefaultCheckpoint>;

/** What an instance is made of, beside the storage it wraps. */
interface EncryptedParts<T> {
  readonly cipher: DocumentCipher<T>;
  readonly rowKeys: RowKeys;
  readonly patience: Patience;
  /** Names of the rows that were found unreadable and have not been written again since. */
  readonly unreadable: Set<string>;
}

/**
 * One collection of the local store: opened and indexed by RxDB's Dexie storage, into which only ciphertext goes.
 *
 * It writes in one transaction of its own, reads ranges with one request instead of a cursor, pages local changes by index (the stock storage scans all documents of the same
 * millisecond again for every page), and hands out change events from the plain documents it was given instead of decrypting them.
 */
export class EncryptedInstance<T> implements RxStorageInstance<T, Internals, Settings> {
  readonly databaseName: string;
  readonly internals: Internals;
  readonly options: Settings;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<T>>>;
  readonly collectionName: string;
  readonly #unreadable: Set<string>;
  readonly #inner: RxStorageInstanceDexie<T>;
  readonly #cipher: DocumentCipher<T>;
  readonly #rowKeys: RowKeys;
  readonly #patience: Patience;
  readonly #primaryPath: string;
  readonly #known: KnownRows<T>;
  readonly #connection: Connection;
  /** Writes in the order in which they were asked, whatever time their encryption takes: RxDB pages changes by time of write. */
  #lastWrite: Promise<unknown> = Promise.resolve();
  readonly #changes = new Subject<Changes<T>>();

  constructor(
    inner: RxStorageInstanceDexie<T>,
    { cipher, rowKeys, patience, unreadable }: EncryptedParts<T>,
  ) {
    this.#patience = patience;
    this.#rowKeys = rowKeys;
    this.#unreadable = unreadable;
    this.#inner = inner;
    this.#cipher = cipher;
    this.#primaryPath = getPrimaryFieldOfPrimaryKey(inner.schema.primaryKey);
    this.#known = createKnownRows(this.#primaryPath);
    this.databaseName = inner.databaseName;
    this.internals = inner.internals;
    this.#connection = createConnection(inner.internals);
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
    return writing;
  }

  async query(prepared: PreparedQuery<T>): Promise<RxStorageQueryResult<T>> {
    const { query, queryPlan } = prepared;
    const end = query.limit === undefined ? Infinity : query.skip + query.limit;
    const { booleanIndexes } = await this.internals;
    const found = rangeOf(booleanIndexes, queryPlan, this.#primaryPath);
    if (!found || end === 0) return { documents: [] };
    const opened = await this.#known.reading(async () =>
      this.#cipher.open(
        await this.#connection.read((database) => readRange(database, queryPlan.index, found.range)),
      ),
    );
    const documents = found.fits ? opened : opened.filter(getQueryMatcher(this.schema, query));
    sortFor(documents, this.schema, { query, primaryPath: this.#primaryPath });
    return { documents: documents.slice(query.skip, end) };
  }

  /** Opens what it counts: a row that somebody has put under another class or day is none of it. */
  async count(prepared: PreparedQuery<T>): Promise<RxStorageCountResult> {
    const { documents } = await this.query(prepared);
    // RxDB lets count what an index answers; that it takes longer here is known.
    return { count: documents.length, mode: prepared.queryPlan.selectorSatisfiedByIndex ? 'fast' : 'slow' };
  }

  async findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<T>[]> {
    return this.#findByNames(await this.#namesOf(ids), withDeleted);
  }

  /**
   * A document as it was read or written here last, without a look at the disk: good enough to write over, since a write finds out
   * whether something else stands there, and for nothing else.
   */
  lastKnown(id: string): RxDocumentData<T> | undefined {
    return this.#known.of(id);
  }

  /** Opens every row, so that those which cannot be read are reported. */
  async inspect(): Promise<void> {
    const all = IDBKeyRange.lowerBound([]);
    await this.#cipher.open(
      await this.#connection.read((database) => readRange(database, ['_meta.lwt', this.#primaryPath], all)),
    );
  }

  /** Whether a record lies in the store and was found unreadable. */
  async isUnreadable(id: string): Promise<boolean> {
    if (this.#unreadable.size === 0) return false;
    return (await this.#namesOf([id])).some((name) => this.#unreadable.has(name));
  }

  async #findByNames(names: readonly string[], withDeleted: boolean): Promise<RxDocumentData<T>[]> {
    return this.#known.reading(async () => {
      const reading = this.#connection.read((database) => readByNames(database, names));
      const stored = await this.#patience.within('background', reading);
      return this.#cipher.open(withDeleted ? stored : stored.filter((row) => !row._deleted));
    });
  }

  async getChangedDocumentsSince(
    limit: number,
    checkpoint?: RxStorageDefaultCheckpoint,
  ): Promise<{ documents: RxDocumentData<T>[]; checkpoint: RxStorageDefaultCheckpoint }> {
    const from = checkpoint ?? { id: '', lwt: 0 };
    const range = IDBKeyRange.lowerBound([from.lwt, from.id], true);
    const index = ['_meta.lwt', this.#primaryPath];
    const stored = await this.#connection.read((database) => readRange(database, index, range, limit));
    const last = stored.at(-1);
    const documents = await this.#cipher.open(stored);
    return {
      documents,
      checkpoint: last ? { id: String(last[this.#primaryPath]), lwt: last._meta.lwt } : from,
    };
  }

  changeStream(): Observable<Changes<T>> {
    return this.#changes.asObservable();
  }

  async cleanup(minimumDeletedTime: number): Promise<boolean> {
    // Times of writing never go back, and the clock may: where all is to go, nothing is compared.
    const before = minimumDeletedTime > 0 ? Date.now() - minimumDeletedTime + 1 : Infinity;
    const erased = await this.#known.writing(async () =>
      eraseDeleted(await this.#connection.database(), this.#known, before),
    );
    for (const name of erased) this.#unreadable.delete(name);
    return true;
  }

  /** Removes documents from the disk as if they had never been written; no event tells of it. */
  async erase(ids: readonly string[]): Promise<void> {
    await this.#eraseRows(await this.#namesOf(ids));
  }

  /** Removes the rows that cannot be read; one that was written again meanwhile stays. */
  async eraseUnreadable(): Promise<void> {
    const before = this.#lastWrite;
    const erasing = (async () => {
      await before;
      const names = [...this.#unreadable];
      const readable = await this.#findByNames(names, true);
      const again = await this.#namesOf(readable.map((document) => this.#idOf(document)));
      for (const name of again) this.#unreadable.delete(name);
      await this.#eraseRows(names.filter((name) => this.#unreadable.has(name)));
    })();
    this.#lastWrite = erasing.catch(() => undefined);
    return erasing;
  }

  getAttachmentData(): Promise<Blob> {
    return Promise.reject(new Error('The local store holds no attachments'));
  }

  async close(): Promise<void> {
    await this.#lastWrite;
    this.#known.close();
    this.#connection.end();
    this.#changes.complete();
    await this.#inner.close();
  }

  remove(): Promise<void> {
    return this.#inner.remove();
  }

  async #write(
    rows: readonly BulkWriteRow<T>[],
    sealed: readonly StoredDocument[],
    context: string,
  ): Promise<RxStorageWriteError<T>[]> {
    const inDb = await this.#known.writing(
      () => this.#put(rows, sealed, context),
      (standing) => rows.map(({ document }) => standing.get(this.#idOf(document)) ?? document),
    );
    return this.#tell(rows, inDb, context);
  }

  /** Puts rows on the disk; gives back by identifier what stands in the place of those that were not written. */
  async #put(
    rows: readonly BulkWriteRow<T>[],
    sealed: readonly StoredDocument[],
    context: string,
  ): Promise<ReadonlyMap<string, RxDocumentData<T>>> {
    const database = await this.#connection.database();
    const toWrite = rows.map((row, index) => ({ ...row, sealed: must(sealed[index], 'a sealed row') }));
    const durability = context === IN_JOURNAL ? 'relaxed' : 'strict';
    const standing = await writeRows(database, this.#known, toWrite, durability);
    const readable = standing.size === 0 ? [] : await this.#cipher.open([...standing.values()]);
    const inDb = new Map(readable.map((document) => [this.#idOf(document), document]));
    const kept = new Set(await this.#namesOf([...inDb.keys()]));
    const written = sealed.filter((row) => !kept.has(this.#idOf(row)));
    // A row that cannot be decrypted is nobody's state any more: what is written over it takes its place.
    const replacing = written.filter((row) => standing.has(this.#idOf(row)));
    // Over the connection as it stands by now: a reading may have let go of the one before.
    if (replacing.length > 0) await replaceRows(await this.#connection.database(), this.#known, replacing);
    if (this.#unreadable.size > 0) for (const row of written) this.#unreadable.delete(this.#idOf(row));
    return inDb;
  }

  /** Tells of what was written, from the plain documents; gives back what was not, and what stands there. */
  #tell(
    rows: readonly BulkWriteRow<T>[],
    inDb: ReadonlyMap<string, RxDocumentData<T>>,
    context: string,
  ): RxStorageWriteError<T>[] {
    const before = rows.flatMap(({ document, previous }) => {
      const id = this.#idOf(document);
      const stands = inDb.get(id) ?? previous;
      return stands ? [[id, stands] as const] : [];
    });
    const { errors, eventBulk, newestRow } = categorizeBulkWriteRows<T>(
      this,
      // The name of a member, as RxDB wants it typed.
      this.#primaryPath as StringKeys<T>,
      new Map(before),
      [...rows],
      context,
    );
    if (newestRow && eventBulk.events.length > 0) {
      const { document } = newestRow;
      eventBulk.checkpoint = { id: this.#idOf(document), lwt: document._meta.lwt };
      this.#changes.next(eventBulk);
    }
    return errors;
  }

  async #eraseRows(names: readonly string[]): Promise<void> {
    await this.#known.writing(async () => eraseRows(await this.#connection.database(), this.#known, names));
    // Known are records, and not the names of rows.
    this.#known.forget();
    for (const name of names) this.#unreadable.delete(name);
  }

  #namesOf(ids: readonly string[]): Promise<readonly string[]> {
    return this.#rowKeys.of(this.collectionName, ids);
  }

  #idOf(document: object): string {
    return String((document as Readonly<Record<string, unknown>>)[this.#primaryPath]);
  }
}
