import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { AttendanceStore, ClassDayPlace } from '../page/attendance-store.ts';

const STORE = 'attendance';
const INDEX = 'class-day';

/** IndexedDB with nothing around it: a write is one strict transaction, a class's day one request on an index. The floor. */
export async function openRawStore(name: string): Promise<AttendanceStore> {
  const database = await open(name);
  const classDay = ({ schoolClass, day }: ClassDayPlace) =>
    answer<AttendanceDay[]>(
      database
        .transaction(STORE, 'readonly')
        .objectStore(STORE)
        .index(INDEX)
        .getAll(IDBKeyRange.only([schoolClass, day])),
    );
  const put = (documents: readonly AttendanceDay[]) => putAll(database, STORE, documents);
  return {
    insert: put,
    classDay,
    async openScreen(place) {
      return {
        async save(documents) {
          await put(documents);
          const shown = await classDay(place);
          if (shown.length < documents.length) throw new Error('The screen does not show the class');
        },
        close: () => undefined,
      };
    },
    async readAll() {
      const all = await answer<AttendanceDay[]>(
        database.transaction(STORE, 'readonly').objectStore(STORE).getAll(),
      );
      return all.length;
    },
    async close() {
      database.close();
      await answer(indexedDB.deleteDatabase(name));
    },
  };
}

/** Puts values in one strict transaction; resolves when it is on the disk. */
export function putAll(database: IDBDatabase, store: string, values: readonly unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Aborted')));
    const target = transaction.objectStore(store);
    for (const value of values) target.put(value);
  });
}

/** What an IndexedDB request answers. */
export function answer<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    // The cast: the caller knows what lies in its own store.
    request.addEventListener('success', () => resolve(request.result as T));
    request.addEventListener('error', () => reject(request.error ?? new Error('Request failed')));
  });
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    const store = request.result.createObjectStore(STORE, { keyPath: 'id' });
    store.createIndex(INDEX, ['class', 'day']);
    store.createIndex('day', 'day');
  });
  return answer<IDBDatabase>(request);
}
