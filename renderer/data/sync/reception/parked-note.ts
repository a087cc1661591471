import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { DeviceMemory } from '../../device-memory.ts';
import { openAll, sealAll } from '../../store/sealed-json.ts';

/** A document that this version of the app cannot work with: the kind that it says, or its collection where it says none, and its identifier. */
export interface Unreadable {
  readonly kind: string;
  readonly id: string;
}

/** The documents of a page: those that can be read, and those that were set aside. */
export interface SortedPage {
  /** It begins a reading from the beginning, which shows anew all that is to be set aside. */
  readonly isFirst: boolean;
  readonly readable: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** What was received and set aside because this version of the app cannot read it, across restarts. */
export interface ParkedNote {
  /** Kind and identifier of each, as `lesson/<id>`. */
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
  let parked: ReadonlyMap<string, Parked> = byPlace(
    opened === undefined ? [] : (opened as readonly Parked[]),
  );
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (parked.size === 0) return memory.delete(name);
    const [sealed] = await sealAll(key, [{ boundTo, value: [...parked.values()] }]);
    if (sealed !== undefined) memory.set(name, sealed);
  }

  return {
    all: () => [...parked.values()].map(({ kind, id }) => `${kind}/${id}`),
    sorted(collection, { isFirst, readable, unreadable }) {
      const now = new Set(readable);
      const isGone = (one: Parked) => one.collection === collection && (isFirst || now.has(one.id));
      const next = new Map(byPlace([...parked.values()].filter((one) => !isGone(one))));
      for (const one of unreadable) next.set(placeOf({ collection, ...one }), { collection, ...one });
      if (equalJson([...next], [...parked])) return;
      parked = next;
      writing = writing.then(write).catch(() => undefined);
    },
    written: () => writing,
  };
}

interface Parked extends Unreadable {
  readonly collection: CollectionName;
}

function byPlace(parked: readonly Parked[]): ReadonlyMap<string, Parked> {
  return new Map(parked.map((one) => [placeOf(one), one]));
}

/** What says no identifier is told apart by its kind alone. */
function placeOf({ collection, kind, id }: Parked): string {
  return JSON.stringify([collection, kind, id]);
}
