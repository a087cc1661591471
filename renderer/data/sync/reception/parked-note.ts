import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { DeviceMemory } from '../../device-memory.ts';
import { openAll, sealAll } from '../../store/sealed-json.ts';
import { MOST_NAMED, type SetAside } from '../status/sync-state.ts';

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
  all(): SetAside;
  /** Known at once; answers whether it is anything new. */
  sorted(collection: CollectionName, page: SortedPage): boolean;
  /** Resolves when what has been noted of a collection so far is on the disk; fails where that does not take it. */
  written(collection: CollectionName): Promise<void>;
}

/** What says more of itself is none of ours. */
const LONGEST_NAME = 200;

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
  const boundTo = JSON.stringify(['set aside', databaseName]);
  const [opened] = await openAll(key, [{ boundTo, sealed: memory.get(name) }]);
  // What opens was sealed by the lines below.
  const noted = opened === undefined ? NOTHING : (opened as Note);
  const named = new Map(noted.named.map((one) => [placeOf(one), one]));
  const unnamed = new Map(noted.unnamed);
  /** The collections of which something is known that is not on the disk yet. */
  const unwritten = new Set<CollectionName>();
  let writing: Promise<void> = Promise.resolve();

  async function write(collection: CollectionName): Promise<void> {
    if (!unwritten.has(collection)) return;
    // Others that come meanwhile are none of this write.
    const written = [...unwritten];
    unwritten.clear();
    try {
      if (named.size + unnamed.size === 0) memory.delete(name);
      else {
        const value: Note = { named: [...named.values()], unnamed: [...unnamed] };
        const [sealed] = await sealAll(key, [{ boundTo, value }]);
        if (sealed !== undefined) memory.set(name, sealed);
      }
      await memory.written(name);
    } catch (error) {
      for (const one of written) unwritten.add(one);
      throw error;
    }
  }

  /** Forgets what a page shows to be read or gone; answers whether there was any. */
  function forget(collection: CollectionName, page: SortedPage, again: ReadonlySet<string>): boolean {
    const readable = new Set(page.readable);
    const isGone = (one: Parked) =>
      one.collection === collection && (page.isFirst || readable.has(one.id)) && !again.has(placeOf(one));
    const gone = [...named].filter(([, one]) => isGone(one));
    for (const [place] of gone) named.delete(place);
    return (page.isFirst && unnamed.delete(collection)) || gone.length > 0;
  }

  return {
    all: () => ({
      named: [...named.values()].map(({ kind, id }) => `${kind}/${id}`),
      unnamed: [...unnamed.values()].reduce((sum, count) => sum + count, 0),
    }),
    sorted(collection, page) {
      const found = page.unreadable.map((one): Parked => ({
        collection,
        kind: one.kind.slice(0, LONGEST_NAME),
        id: one.id.slice(0, LONGEST_NAME),
      }));
      const isFewer = forget(collection, page, new Set(found.map(placeOf)));
      const fresh = found.filter((one) => !named.has(placeOf(one)));
      const roomFor = Math.max(0, MOST_NAMED - named.size);
      for (const one of fresh.slice(0, roomFor)) named.set(placeOf(one), one);
      // One without a name that comes again is counted again: nobody knows it by then.
      const further = Math.max(0, fresh.length - roomFor);
      if (further > 0) unnamed.set(collection, (unnamed.get(collection) ?? 0) + further);
      if (!isFewer && fresh.length === 0) return false;
      unwritten.add(collection);
      return true;
    },
    async written(collection) {
      // One after the other: the newest must be the last.
      writing = writing.catch(() => undefined).then(async () => await write(collection));
      await writing;
    },
  };
}

interface Parked extends Unreadable {
  readonly collection: CollectionName;
}

/** What is sealed: as many names as are kept, and how many more there are of a collection. */
interface Note {
  readonly named: readonly Parked[];
  readonly unnamed: readonly (readonly [CollectionName, number])[];
}

const NOTHING: Note = { named: [], unnamed: [] };

/** What says no identifier is told apart by its kind alone. */
function placeOf({ collection, kind, id }: Parked): string {
  return JSON.stringify([collection, kind, id]);
}
