import type { RxDocumentData } from 'rxdb/plugins/core';
import { openAll, sealAll } from './sealed-json.ts';

/** A document as it lies in IndexedDB: what is searched by in clear, everything else in one ciphertext. */
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

/** Called with the identifier of a stored document that cannot be decrypted. */
export type UnreadableListener = (collection: string, id: string) => void;

/**
 * A cipher for the documents of a collection. The collection's name, the identifier, the revision and the mark of deletion are bound to
 * the ciphertext: a row that was copied from elsewhere, rolled back or undeleted by hand does not open.
 */
export function createDocumentCipher<T>(options: {
  readonly key: CryptoKey;
  readonly collection: string;
  readonly primaryPath: string;
  /** Members that stay in clear beside the ones RxDB itself needs. */
  readonly clearFields: readonly string[];
  readonly onUnreadable: UnreadableListener;
}): DocumentCipher<T> {
  const { key, collection, primaryPath } = options;

  const boundTo = (stored: Readonly<Record<string, unknown>>) =>
    JSON.stringify([collection, stored[primaryPath], stored['_rev'], Boolean(stored['_deleted'])]);

  return {
    async seal(documents) {
      const items = documents.map((document) => {
        const { _deleted, _rev, _meta, _attachments, ...payload } = document as Readonly<
          Record<string, unknown>
        >;
        return { boundTo: boundTo(document), value: payload, rxdb: { _deleted, _rev, _meta, _attachments } };
      });
      const sealed = await sealAll(key, items);
      return items.map(({ value, rxdb }, index) => {
        const clear = Object.fromEntries(options.clearFields.map((field) => [field, value[field]]));
        // The four members of RxDB are there: they came with the document.
        return { ...clear, ...rxdb, sealed: sealed[index] } as unknown as StoredDocument;
      });
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
