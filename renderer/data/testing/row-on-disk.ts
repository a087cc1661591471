import { importRowKeys } from '../store/row-keys.ts';

/** A row as it lies in IndexedDB. */
export type Row = Readonly<Record<string, unknown>>;

/** Names a row of a local store as an intruder without the key could not: by the record in it. */
export interface PlaceOnDisk {
  readonly databaseName: string;
  readonly key: Uint8Array;
  readonly collection: string;
}

/** Does something to the rows of a collection as they lie in IndexedDB. */
export async function onDisk<T>(
  { databaseName, collection }: Pick<PlaceOnDisk, 'databaseName' | 'collection'>,
  work: (rows: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const names = (await indexedDB.databases()).map(({ name }) => String(name));
  const name = names.find(
    (one) => one.startsWith(`rxdb-dexie-${databaseName}--`) && one.endsWith(`--${collection}`),
  );
  const database = await settled(indexedDB.open(String(name)));
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

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB request failed')));
  });
}
