import type { RxDocumentData } from 'rxdb/plugins/core';
import type { RowKeys } from './row-keys.ts';
import { openAll, sealAll } from './sealed-json.ts';

/** A document as it lies in IndexedDB: named by a code of its identifier, what is searched by in clear, everything else in one ciphertext. */
export interface StoredDocument {
  readonly [field: string]: unknown;
  readonly _deleted: boolean;
  readonly _rev: string;
  readonly _meta: { readonly lwt: number };
}

/** Encrypts and decrypts the documents of one collection. */
export interface DocumentCipher<T> {
  /** Documents to store, in the same order. */
  seal(documents: readonly RxDocumentData<T>[]): Promise<readonly StoredDocument[]>;
  /** The documents that could be read, in the same order; the others are reported and left out. */
  open(stored: readonly StoredDocument[]): Promise<RxDocumentData<T>[]>;
}

/** Called with the name, on the disk, of a stored document that cannot be decrypted. */
export type UnreadableListener = (collection: string, row: string) => void;

/** Raised whenever rows are written otherwise: a store of another format is dropped, and what it held is fetched anew. */
const STORE_FORMAT = '3';

/**
 * A cipher for the documents of a collection. Bound to each ciphertext are the collection, the row's name, its revision, its mark of
 * deletion, RxDB's notes on it (time of writing) and the fields in clear: a row that was copied from elsewhere, mixed from two states,
 * undeleted or put under another class or day by hand does not open.
 *
 * What this does not tell: whether a row is missing, or a whole older state of it has been put back. The server has the truth, and no
 * row is sent that the journal does not know (`sync/queue/sender.ts`).
 */
export function createDocumentCipher<T>(options: {
  readonly key: CryptoKey;
  readonly rowKeys: RowKeys;
  readonly collection: string;
  readonly primaryPath: string;
  /** Members that stay in clear beside the ones RxDB itself needs. */
  readonly clearFields: readonly string[];
  readonly onUnreadable: UnreadableListener;
}): DocumentCipher<T> {
  const { key, rowKeys, collection, primaryPath, clearFields } = options;

  const boundTo = (row: Readonly<Record<string, unknown>>) =>
    JSON.stringify([
      STORE_FORMAT,
      collection,
      row[primaryPath],
      row['_rev'],
      Boolean(row['_deleted']),
      row['_meta'],
      ...clearFields.map((field) => row[field]),
    ]);

  return {
    async seal(documents) {
      const plain = documents.map((document) => document as Readonly<Record<string, unknown>>);
      const names = await rowKeys.of(
        collection,
        plain.map((document) => String(document[primaryPath])),
      );
      const items = plain.map((document, index) => {
        const { _deleted, _rev, _meta, _attachments, ...value } = document;
        const clear = Object.fromEntries(clearFields.map((field) => [field, value[field]]));
        const row = { ...clear, [primaryPath]: names[index], _deleted, _rev, _meta, _attachments };
        return { boundTo: boundTo(row), value, row };
      });
      const sealed = await sealAll(key, items);
      // The four members of RxDB are there: they came with the document.
      return items.map(({ row }, index) => ({ ...row, sealed: sealed[index] }) as unknown as StoredDocument);
    },

    async open(stored) {
      const payloads = await openAll(
        key,
        stored.map((row) => ({ boundTo: boundTo(row), sealed: row['sealed'] })),
      );
      const documents: RxDocumentData<T>[] = [];
      for (const [index, row] of stored.entries()) {
        const payload = payloads[index];
        if (typeof payload !== 'object' || payload === null) {
          options.onUnreadable(collection, String(row[primaryPath]));
          continue;
        }
        const { _deleted, _rev, _meta } = row;
        // What was sealed is what RxDB once handed over as a document of this collection: the tag of GCM proves it.
        const document = { ...payload, _deleted, _rev, _meta, _attachments: row['_attachments'] ?? {} };
        documents.push(document as unknown as RxDocumentData<T>);
      }
      return documents;
    },
  };
}
