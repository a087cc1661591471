import { READING_MARKS } from './reading-marks.ts';

const DEXIE_PREFIX = 'rxdb-dexie-';

/** The databases of the browser that make up a local store, as far as they are there. */
export async function namesOf(databaseName: string): Promise<readonly string[]> {
  const known = await indexedDB.databases();
  return known.flatMap(({ name }) => (name?.startsWith(`${DEXIE_PREFIX}${databaseName}--`) ? [name] : []));
}

/**
 * Deletes everything stored on this device under a database name. How far the server was read goes first: cut off in between, it must not
 * speak of records that are gone.
 */
export async function deleteStore(databaseName: string): Promise<void> {
  const names = await namesOf(databaseName);
  const marks = names.filter((name) => name.endsWith(`--${READING_MARKS}`));
  await Promise.all(marks.map(deleteIndexedDb));
  await Promise.all(names.filter((name) => !marks.includes(name)).map(deleteIndexedDb));
}

function deleteIndexedDb(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error('Database not deleted')));
    // Another connection is still closing; the deletion goes through as soon as it has.
    request.addEventListener('blocked', () => resolve());
  });
}
