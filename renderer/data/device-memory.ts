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
  /** Resolves when the disk has what was set or deleted under a name last; fails where it does not take it, after one more attempt. */
  written(name: string): Promise<void>;
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
  if (!database) return withoutDisk(memory);
  for (const [name, value] of await readAll(database).catch(() => [])) memory.set(name, value);
  return onDisk(database, memory);
}

/** A memory whose facts go to the disk one by one. */
function onDisk(database: IDBDatabase, memory: DeviceMemory): DeviceMemory {
  /** The newest write of each fact, until the disk has it. */
  const unwritten = new Map<string, Promise<void>>();
  async function write(name: string): Promise<void> {
    const writing = put(database, name, memory.get(name));
    unwritten.set(name, writing);
    await writing;
    if (unwritten.get(name) === writing) unwritten.delete(name);
  }
  // A full disk or a closing page: the fact is known for as long as the page is, and found out again afterwards.
  const begin = (name: string) => void write(name).catch(() => undefined);
  return {
    get: memory.get,
    set(name, value) {
      if (memory.get(name) === value) return;
      memory.set(name, value);
      begin(name);
    },
    delete(name) {
      if (memory.get(name) === undefined) return;
      memory.delete(name);
      begin(name);
    },
    async written(name) {
      try {
        await unwritten.get(name);
      } catch {
        await write(name);
      }
    },
  };
}

/** What this page remembers in vain: nobody may go by it that the next one knows it. */
function withoutDisk(memory: DeviceMemory): DeviceMemory {
  return {
    ...memory,
    async written(name) {
      if (memory.get(name) !== undefined) throw new Error('The memory of this device is not on the disk');
      return Promise.resolve();
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
    written: async () => Promise.resolve(),
  };
}

async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(FACTS));
  return await settled(request);
}

/** Ends when the disk has a fact, or has forgotten it. */
async function put(database: IDBDatabase, name: string, value: string | undefined): Promise<void> {
  const transaction = database.transaction(FACTS, 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore(FACTS);
  if (value === undefined) store.delete(name);
  else store.put(value, name);
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Fact not written')));
  });
}

async function readAll(database: IDBDatabase): Promise<readonly (readonly [string, string])[]> {
  const store = database.transaction(FACTS).objectStore(FACTS);
  const [names, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
  // Names and values are the strings that were put here and nothing else.
  return names.map((name, index) => [name as string, values[index] as string] as const);
}
