import type { CollectionName } from '../../../domain/records/collections.ts';
import type { TestDevice } from './test-device.ts';

/** Spoils the ciphertext of one record in the local store of a device. */
export async function damageRow(device: TestDevice, collection: CollectionName, id: string): Promise<void> {
  const key = await device.bridge.localStoreKey();
  const prefix = `rxdb-dexie-${key.ok ? key.value.databaseName : ''}--`;
  const names = (await indexedDB.databases()).map(({ name }) => String(name));
  const name = names.find((one) => one.startsWith(prefix) && one.endsWith(`--${collection}`));
  const database = await settled(indexedDB.open(String(name)));
  const rows = database.transaction('docs', 'readwrite').objectStore('docs');
  const row = (await settled<unknown>(rows.get(id) as IDBRequest<unknown>)) as Record<string, unknown>;
  await settled(rows.put({ ...row, sealed: 'x'.repeat(60) }));
  database.close();
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB request failed')));
  });
}
