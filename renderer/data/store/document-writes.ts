import type { BulkWriteRow, RxCollection, RxDocumentData } from 'rxdb/plugins/core';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { StoredRecord } from './collection-schemas.ts';

/** A record as RxDB has it in its store. */
export type AnyDocument = RxDocumentData<StoredRecord<CollectionName>>;
/** What stands in the store, by identifier. */
export type Standing = ReadonlyMap<string, AnyDocument>;
type Instance = RxCollection<StoredRecord<CollectionName>>['storageInstance'];
type Row = BulkWriteRow<StoredRecord<CollectionName>>;

/** A row that puts a record in the place of what stands there. */
export function toRow(record: RegisterRecord, previous: AnyDocument | undefined): Row {
  // RxDB fills its members in; what a server may send under their names is none of them.
  const document = { ...record, _deleted: false, _attachments: {}, _meta: { lwt: 1 }, _rev: '' };
  return previous ? { previous, document } : { document };
}

/** Writes rows; gives back what stands in the place of those that were not written, because somebody else has written there. */
export async function writeDocuments(
  instance: Instance,
  rows: readonly Row[],
  context: string,
): Promise<Standing> {
  if (rows.length === 0) return new Map();
  const { error } = await instance.bulkWrite([...rows], context);
  return new Map(
    error.map((failure) => {
      if (failure.status === 409) return [failure.documentId, failure.documentInDb];
      throw new Error(`The local store refused a document with status ${failure.status}`);
    }),
  );
}

/** What stands in the store under identifiers, without what was removed. */
export async function standingOf(instance: Instance, ids: readonly string[]): Promise<Standing> {
  if (ids.length === 0) return new Map();
  const found = await instance.findDocumentsById([...ids], false);
  return new Map(found.map((document) => [document.id, document]));
}
