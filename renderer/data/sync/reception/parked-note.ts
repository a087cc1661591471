import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { DeviceMemory } from '../../device-memory.ts';
import { openAll, sealAll } from '../../store/sealed-json.ts';

/** The identifiers of the documents of a page: those that can be read, and those that were set aside. */
export interface SortedPage {
  /** It begins a reading from the beginning, which shows anew all that is to be set aside. */
  readonly isFirst: boolean;
  readonly readable: readonly string[];
  readonly unreadable: readonly string[];
}

/** What was received and set aside because this version of the app cannot read it, across restarts. */
export interface ParkedNote {
  /** Collection and identifier of each, as `lessons/<id>`. */
  all(): readonly string[];
  /** Known at once, and on the disk within moments. */
  sorted(collection: CollectionName, page: SortedPage): void;
  /** Resolves when what has been noted so far is with the device's memory. */
  written(): Promise<void>;
}

/**
 * Opens the note of what was set aside, sealed with the key of the account's database and bound to it: identifiers name pupils. The
 * documents themselves are kept nowhere, and the server does not give them again: without the note nobody would be told after a restart.
 */
export async function openParkedNote(
  memory: DeviceMemory,
  databaseName: string,
  key: CryptoKey,
): Promise<ParkedNote> {
  const name = `${databaseName}.parked`;
  const boundTo = JSON.stringify(['parked', databaseName]);
  const [opened] = await openAll(key, [{ boundTo, sealed: memory.get(name) }]);
  // What opens was sealed by the lines below.
  let parked: ReadonlySet<string> = new Set(opened === undefined ? [] : (opened as readonly string[]));
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (parked.size === 0) return memory.delete(name);
    const [sealed] = await sealAll(key, [{ boundTo, value: [...parked] }]);
    if (sealed !== undefined) memory.set(name, sealed);
  }

  return {
    all: () => [...parked],
    sorted(collection, { isFirst, readable, unreadable }) {
      const place = `${collection}/`;
      const next = new Set([...parked].filter((key) => !isFirst || !key.startsWith(place)));
      for (const id of readable) next.delete(place + id);
      for (const id of unreadable) next.add(place + id);
      if (next.size === parked.size && [...next].every((one) => parked.has(one))) return;
      parked = next;
      writing = writing.then(write).catch(() => undefined);
    },
    written: () => writing,
  };
}
