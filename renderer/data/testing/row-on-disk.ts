import { settled } from '../settled-request.ts';
import { importRowKeys } from '../store/row-keys.ts';

/** A row as it lies in IndexedDB. */
export type Row = Readonly<Record<string, unknown>>;

/** Names a row of a local store as an intruder without the key could not: by the record in it. */
export interface PlaceOnDisk {
  readonly databaseName: string;
  readonly key: Uint8Array;
  readonly collection: string;
}

/** The databases of a local store as IndexedDB knows them, each with its collection. */
export async function databasesOf(
  databaseName: string,
): Promise<readonly { readonly name: string; readonly collection: string }[]> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name = '' }) =>
    name.startsWith(`rxdb-dexie-${databaseName}--`)
      ? [{ name, collection: name.split('--').at(-1) ?? '' }]
      : [],
  );
}

/** Does something to the rows of a collection as they lie in IndexedDB. */
export async function onDisk<T>(
  { databaseName, collection }: Pick<PlaceOnDisk, 'databaseName' | 'collection'>,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const found = (await databasesOf(databaseName)).find((one) => one.collection === collection);
  const database = await settled(indexedDB.open(String(found?.name)));
  const result = await settled(work(database.transaction('docs', 'readwrite').objectStore('docs')));
  database.close();
  return result;
}

/** The row of a record. */
export async function rowOf(place: PlaceOnDisk, id: string): Promise<Row> {
  const name = await rowNameOf(place, id);
  return (await onDisk<unknown>(place, (rows) => rows.get(name))) as Row;
}

/** Puts another row in the place of a record's. */
export async function changeRow(place: PlaceOnDisk, id: string, change: (row: Row) => Row): Promise<void> {
  const row = await rowOf(place, id);
  await onDisk(place, (rows) => rows.put(change(row)));
}

/** The name under which a record lies on the disk. */
export async function rowNameOf({ key, collection }: PlaceOnDisk, id: string): Promise<string> {
  const [name = ''] = await (await importRowKeys(key)).of(collection, [id]);
  return name;
}
