import { must } from '../../../domain/base/assert.ts';
import { createDocumentCipher, type StoredDocument } from '../store/document-cipher.ts';
import { importRowKeys } from '../store/row-keys.ts';
import { importStoreKey, sealAll } from '../store/sealed-json.ts';
import { placeOf } from './damage-row.ts';
import { databasesOf, onDisk, type Row } from './row-on-disk.ts';
import type { TestDevice } from './test-device.ts';

const RXDB_MEMBERS = ['_deleted', '_rev', '_meta', '_attachments', 'sealed'];

/**
 * Writes the closed store of a device as the version before row names wrote it: every row of every collection, replication's and RxDB's own
 * among them, under its identifier in clear, sealed with nothing but collection, identifier, revision and mark of deletion bound to it.
 */
export async function writeAsEarlier(device: TestDevice): Promise<void> {
  const { databaseName, key } = await placeOf(device, 'attendance');
  const documents = await importStoreKey(key);
  const rowKeys = await importRowKeys(key);
  for (const { collection } of await databasesOf(databaseName)) {
    const place = { databaseName, collection };
    const primaryPath = await primaryPathOf(place);
    for (const raw of (await onDisk<unknown[]>(place, (rows) => rows.getAll())) as Row[]) {
      // What is not RxDB's lies there in the order in which it was bound.
      const clearFields = Object.keys(raw).filter((name) => ![...RXDB_MEMBERS, primaryPath].includes(name));
      const cipher = createDocumentCipher<object>({
        key: documents,
        rowKeys,
        collection,
        primaryPath,
        clearFields,
        onUnreadable: (of, row) => {
          throw new Error(`Not readable in ${of}: ${row}`);
        },
      });
      const isDeleted = raw['_deleted'] === '1';
      const [opened] = await cipher.open([{ ...raw, _deleted: isDeleted } as unknown as StoredDocument]);
      const { _deleted, _rev, _meta, _attachments, ...value } = must(opened, 'a row') as unknown as Row;
      const id = value[primaryPath];
      const boundTo = JSON.stringify([collection, id, _rev, isDeleted]);
      const [sealed] = await sealAll(documents, [{ boundTo, value }]);
      await onDisk(place, (rows) => rows.delete(String(raw[primaryPath])));
      await onDisk(place, (rows) => rows.put({ ...raw, [primaryPath]: id, sealed }));
    }
  }
}

async function primaryPathOf(place: {
  readonly databaseName: string;
  readonly collection: string;
}): Promise<string> {
  let path = '';
  await onDisk(place, (rows) => {
    path = String(rows.keyPath);
    return rows.count();
  });
  return path;
}
