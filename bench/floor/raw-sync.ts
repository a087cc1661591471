import type { Checkpoint } from '../../domain/protocol/endpoints/register/sync.ts';
import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { collections } from '../../domain/kinds/collections.ts';
import { pullOnce } from '../page/sync-requests.ts';
import { answer, putAll } from './raw-indexeddb.ts';

const PAGE = 1000;

/** Fetches everything the account may read, page by page, and puts it into IndexedDB: what no client can do without. The floor. */
export async function pullIntoIndexedDb(name: string): Promise<number> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const collection of COLLECTION_NAMES) {
      const store = request.result.createObjectStore(collection, { keyPath: 'id' });
      for (const index of collections[collection].indexes) {
        const fields = [index].flat();
        store.createIndex(fields.join('+'), fields);
      }
    }
  });
  const database = await answer<IDBDatabase>(request);
  let received = 0;
  for (const collection of COLLECTION_NAMES) {
    let checkpoint: Checkpoint = {};
    for (let more = true; more;) {
      const page = await pullOnce(collection, checkpoint, PAGE);
      await putAll(database, collection, page.documents);
      received += page.documents.length;
      ({ checkpoint, more } = page);
    }
  }
  database.close();
  await answer(indexedDB.deleteDatabase(name));
  return received;
}
