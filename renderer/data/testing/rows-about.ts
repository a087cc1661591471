import { settled } from '../settled-request.ts';
import { importRowKeys } from '../store/row-keys.ts';
import type { TestDevice } from './test-device.ts';

/** How many rows in the databases of a device's account are named after one of these records. */
export async function rowsNamed(device: TestDevice, ids: readonly string[]): Promise<number> {
  const key = await device.bridge.localStoreKey();
  if (!key.ok) throw new Error('locked');
  const { databaseName, key: bytes } = key.value;
  const rowKeys = await importRowKeys(bytes);
  const databases = (await indexedDB.databases()).flatMap(({ name = '' }) =>
    name.includes(`${databaseName}--`) ? [name] : [],
  );
  const counts = await Promise.all(
    databases.map(async (name) => {
      const about = new Set(await rowKeys.of(name.split('--').at(-1) ?? '', ids));
      return (await keysIn(name)).filter((row) => about.has(row)).length;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function keysIn(name: string): Promise<readonly string[]> {
  const database = await settled(indexedDB.open(name));
  const stores = [...database.objectStoreNames].filter((store) => store === 'docs');
  const keys = await Promise.all(
    stores.map((store) => settled(database.transaction(store).objectStore(store).getAllKeys())),
  );
  database.close();
  return keys.flat().map(String);
}
