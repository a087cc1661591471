import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { settled } from './settled-request.ts';

/**
 * What outlives a local store: small facts that say nothing about people, such as the offset of the device's clock, and what was sealed
 * with an account's key before it came here.
 */
export interface DeviceMemory {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
}

/** Under which name the database of an account is noted, so that it can be deleted with the account, without its key. */
export function storeNameOf({ school, username }: AccountRef): string {
  return `${school}.${username}.store`;
}

/** Under which name the sealed picture of an account is kept. */
export function pictureNameOf({ school, username }: AccountRef): string {
  return `${school}.${username}.picture`;
}

const DATABASE = 'campanella-device';
const FACTS = 'facts';

/**
 * Opens the memory of this device. What is set is on the disk when the browser says so, not seconds later as with local storage, which
 * loses what was set just before the application ends or is killed. Where the disk takes nothing it lasts as long as the page.
 */
export async function openDeviceMemory(factory: IDBFactory): Promise<DeviceMemory> {
  const memory = createTemporaryMemory();
  const database = await open(factory).catch(() => undefined);
  if (!database) return memory;
  for (const [name, value] of await readAll(database).catch(() => [])) memory.set(name, value);
  const write = (change: (store: IDBObjectStore) => void) => {
    try {
      change(database.transaction(FACTS, 'readwrite', { durability: 'strict' }).objectStore(FACTS));
    } catch {
      // A full disk or a closing page: the fact is known for as long as the page is, and found out again afterwards.
    }
  };
  return {
    get: memory.get,
    set(name, value) {
      if (memory.get(name) === value) return;
      memory.set(name, value);
      write((store) => store.put(value, name));
    },
    delete(name) {
      if (memory.get(name) === undefined) return;
      memory.delete(name);
      write((store) => store.delete(name));
    },
  };
}

/** A memory that ends with the page. */
export function createTemporaryMemory(): DeviceMemory {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name),
    set: (name, value) => void values.set(name, value),
    delete: (name) => void values.delete(name),
  };
}

async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(FACTS));
  return await settled(request);
}

async function readAll(database: IDBDatabase): Promise<readonly (readonly [string, string])[]> {
  const store = database.transaction(FACTS).objectStore(FACTS);
  const [names, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  // Names and values are the strings that were put here and nothing else.
  return names.map((name, index) => [name as string, values[index] as string] as const);
}
