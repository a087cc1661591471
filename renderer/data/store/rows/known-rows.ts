import type { RxDocumentData } from 'rxdb/plugins/core';

/** Some days of a teacher's classes, or a bulk import with its answers. */
const MOST = 5_000;

/**
 * What an instance has read or written last, as it stands on the disk: in memory only, bounded, and gone when the store is closed.
 *
 * It says what stands only as long as nobody else writes. Each write of rows looks first who was the last one (`row-writes.ts`): after a
 * write of somebody else nothing is known any more. A reading always goes to the disk.
 */
export interface KnownRows<T> {
  /** Under which name the instance writes. */
  readonly writer: string;
  readonly primaryPath: string;
  of(id: string): RxDocumentData<T> | undefined;
  /** Carries out a reading. What it has found is known from then on, unless something was written meanwhile. */
  reading(read: () => Promise<RxDocumentData<T>[]>): Promise<RxDocumentData<T>[]>;
  /**
   * Carries out a write. What it has left on the disk is known from then on, unless something else was written meanwhile: nobody can say
   * then what came last.
   */
  writing<R>(write: () => Promise<R>, leftBy?: (result: R) => readonly RxDocumentData<T>[]): Promise<R>;
  /** What stands in the place of a document, and is not known any more: it is about to be written over, and nobody can say when the disk will answer. */
  take(document: object): RxDocumentData<T> | undefined;
  /** Somebody else has written. */
  forget(): void;
  /** Nothing is kept any more, whatever is still read or written. */
  close(): void;
}

/** Nothing is known yet. */
export function createKnownRows<T>(primaryPath: string): KnownRows<T> {
  const idOf = (document: object) => String((document as Readonly<Record<string, unknown>>)[primaryPath]);
  const documents = new Map<string, RxDocumentData<T>>();
  let underWay = 0;
  let ended = 0;
  let isClosed = false;

  function note(found: readonly RxDocumentData<T>[]): void {
    if (isClosed || found.length > MOST) return;
    for (const document of found) {
      const id = idOf(document);
      documents.delete(id);
      if (!document._deleted) documents.set(id, document);
    }
    for (const oldest of documents.keys()) {
      if (documents.size <= MOST) break;
      documents.delete(oldest);
    }
  }

  return {
    writer: crypto.randomUUID(),
    primaryPath,
    of: (id) => documents.get(id),
    async reading(read) {
      const since = ended;
      const found = await read();
      if (underWay === 0 && since === ended) note(found);
      return found;
    },
    async writing(write, leftBy) {
      const since = underWay === 0 ? ended : undefined;
      underWay += 1;
      try {
        const result = await write();
        const left = leftBy?.(result) ?? [];
        if (underWay === 1 && since === ended) note(left);
        else for (const document of left) documents.delete(idOf(document));
        return result;
      } finally {
        underWay -= 1;
        ended += 1;
      }
    },
    take(over) {
      const id = idOf(over);
      const document = documents.get(id);
      documents.delete(id);
      return document;
    },
    forget: () => documents.clear(),
    close() {
      isClosed = true;
      documents.clear();
    },
  };
}
