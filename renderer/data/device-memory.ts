import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { inTime, openedInTime, settled } from './settled-request.ts';

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
  /** Opens it on the disk where the browser has refused that so far; what is known by then stays known. */
  reach(): Promise<void>;
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
 * loses what was set just before the application ends or is killed. Where the disk takes nothing it lasts as long as the page, or until
 * it is reached after all.
 */
export async function openDeviceMemory(factory: IDBFactory): Promise<DeviceMemory> {
  const values = new Map<string, string>();
  let database: IDBDatabase | undefined;
  /** What was set or deleted before the disk was reached: newer than what lies there. */
  const early = new Set<string>();
  /** The newest write of each fact, until the disk has it. */
  const unwritten = new Map<string, Promise<void>>();
  async function write(name: string): Promise<void> {
    if (!database) {
      early.add(name);
      if (values.has(name)) throw new Error('The memory of this device is not on the disk');
      return;
    }
    const writing = put(database, name, values.get(name));
    unwritten.set(name, writing);
    await writing;
    if (unwritten.get(name) === writing) unwritten.delete(name);
  }
  // A full disk or a closing page: the fact is known for as long as the page is, and found out again afterwards.
  const begin = (name: string) => void write(name).catch(() => undefined);
  async function reach(): Promise<void> {
    if (database) return;
    const opened = await open(factory).catch(() => undefined);
    const facts = opened && (await inTime(readAll(opened)).catch(() => undefined));
    if (!opened || !facts || database) return opened?.close();
    for (const [name, value] of facts) if (!early.has(name)) values.set(name, value);
    database = opened;
    early.forEach(begin);
    early.clear();
  }
  await reach();
  return {
    get: (name) => values.get(name),
    set(name, value) {
      if (values.get(name) === value) return;
      values.set(name, value);
      begin(name);
    },
    delete(name) {
      if (database && !values.has(name)) return;
      values.delete(name);
      begin(name);
    },
    async written(name) {
      if (!database) return await write(name);
      try {
        await unwritten.get(name);
      } catch {
        await write(name);
      }
    },
    reach,
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
    reach: async () => Promise.resolve(),
  };
}

async function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(FACTS));
  return await openedInTime(request);
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
