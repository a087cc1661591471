import type { BulkWriteRow, RxCollection, RxDocumentData } from 'rxdb/plugins/core';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { StoredRecord } from '../../store/collection-schemas.ts';
import type { Outbox } from '../queue/outbox.ts';
import type { Arrivals } from '../versions/arrivals.ts';
import { sameVersion } from '../versions/versions.ts';

type AnyRecord = StoredRecord<CollectionName>;
type AnyDocument = RxDocumentData<AnyRecord>;

/** Where the states of the server go: the store of one collection. */
export interface PageStore {
  /** Writes states of a page; those of records with an entry that waits are kept until the server has answered it. */
  put(page: number, documents: readonly RegisterRecord[]): Promise<void>;
  /** Takes away records from the disk, not only from view. */
  remove(page: number, ids: readonly string[]): Promise<void>;
}

const CONTEXT = 'campanella-receive';
/** A record is written over as often as somebody writes it in the same moment. */
const ATTEMPTS = 10;
const FEW = 100;

/** The store of one collection. */
export function createPageStore(options: {
  readonly collection: CollectionName;
  readonly documents: RxCollection<AnyRecord>;
  readonly outbox: Pick<Outbox, 'waitingIds'>;
  readonly arrivals: Pick<Arrivals, 'isOutdated' | 'hold'>;
}): PageStore {
  const { arrivals, outbox } = options;
  const { storageInstance } = options.documents;

  /** What the page may write now: asked again after each attempt, for somebody may have written meanwhile. */
  function takenOf<T extends { readonly id: string }>(
    page: number,
    items: readonly T[],
    stateOf: (item: T) => RegisterRecord | undefined,
  ): readonly T[] {
    const waiting = outbox.waitingIds(options.collection);
    return items.filter((item) => {
      if (arrivals.isOutdated(page, item.id)) return false;
      if (!waiting.has(item.id)) return true;
      arrivals.hold(page, item.id, { state: stateOf(item) });
      return false;
    });
  }

  /** Writes rows; gives back what stands in the place of those that were not written. */
  async function write(rows: BulkWriteRow<AnyRecord>[]): Promise<ReadonlyMap<string, AnyDocument>> {
    if (rows.length === 0) return new Map();
    const { error } = await storageInstance.bulkWrite(rows, CONTEXT);
    return new Map(
      error.map((failure) => {
        if (failure.status === 409) return [failure.documentId, failure.documentInDb];
        throw new Error(`The local store refused a document with status ${failure.status}`);
      }),
    );
  }

  async function known(records: readonly RegisterRecord[]): Promise<ReadonlyMap<string, AnyDocument>> {
    if (records.length === 0) return new Map();
    const found = await storageInstance.findDocumentsById(
      records.map(({ id }) => id),
      false,
    );
    return new Map(found.map((document) => [document.id, document]));
  }

  return {
    async put(page, documents) {
      // Of many most are new, and what is there already shows itself as a conflict; a few are changes of what is there.
      let standing = await known(documents.length <= FEW ? documents : []);
      let open = documents;
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const taken = takenOf(page, open, (document) => document);
        standing = await write(taken.map((record) => toRow(record, standing.get(record.id))));
        open = taken.filter((record) => {
          const stands = standing.get(record.id);
          return stands !== undefined && !sameVersion(stands, record);
        });
        if (open.length === 0) return;
      }
      throw new Error('Records were written by others again and again');
    },

    async remove(page, ids) {
      if (ids.length === 0) return;
      let open = await storageInstance.findDocumentsById([...ids], false);
      for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
        const taken = takenOf(page, open, () => undefined);
        const standing = await write(
          taken.map((previous) => ({ previous, document: { ...previous, _deleted: true } })),
        );
        open = [...standing.values()];
      }
      await storageInstance.cleanup(0);
    },
  };
}

function toRow(record: RegisterRecord, previous: AnyDocument | undefined): BulkWriteRow<AnyRecord> {
  // What a server may send under the names of RxDB's own members is none of them.
  const document = { ...record, _deleted: false, _attachments: {}, _meta: { lwt: 1 }, _rev: '' };
  return previous ? { previous, document } : { document };
}
