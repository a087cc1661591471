import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { answer } from '../floor/raw-indexeddb.ts';

/** Documents in the collections of one of our stores, whatever they are encrypted with. */
async function countStored(name: string): Promise<number> {
  const known = await indexedDB.databases();
  let count = 0;
  for (const { name: found } of known) {
    const isCollection = COLLECTION_NAMES.some((collection) => found?.endsWith(`--${collection}`));
    if (found === undefined || !found.includes(`${name}--`) || !isCollection) continue;
    const database = await answer<IDBDatabase>(indexedDB.open(found));
    count += await answer<number>(database.transaction('docs', 'readonly').objectStore('docs').count());
    database.close();
  }
  return count;
}

/** Waits until so many documents are in one of our stores: the last pages have been received before, and are on their way into it. */
export async function untilStored(name: string, documents: number): Promise<void> {
  while ((await countStored(name)) < documents) await new Promise((resolve) => setTimeout(resolve, 20));
}
