import type { RxCollection } from 'rxdb/plugins/core';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { StoredRecord } from '../../store/collection-schemas.ts';
import { standingOf, toRow, writeDocuments } from '../../store/document-writes.ts';
import type { Outbox } from '../queue/outbox.ts';
import type { Arrivals } from '../versions/arrivals.ts';
import { sameVersion } from '../../store/versions.ts';

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
  readonly documents: RxCollection<StoredRecord<CollectionName>>;
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

  return {
    async put(page, documents) {
      // Of many most are new, and what is there already shows itself as a conflict; a few are changes of what is there.
      let standing = await standingOf(
        storageInstance,
        documents.length <= FEW ? documents.map(({ id }) => id) : [],
      );
      let open = documents;
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const taken = takenOf(page, open, (document) => document);
        const rows = taken.map((record) => toRow(record, standing.get(record.id)));
        standing = await writeDocuments(storageInstance, rows, CONTEXT);
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
        const standing = await writeDocuments(
          storageInstance,
          taken.map((previous) => ({ previous, document: { ...previous, _deleted: true } })),
          CONTEXT,
        );
        open = [...standing.values()];
      }
      await storageInstance.cleanup(0);
    },
  };
}
