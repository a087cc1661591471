import type { RxCollection } from 'rxdb/plugins/core';
import { BehaviorSubject, combineLatest, distinctUntilChanged, map, type Observable } from 'rxjs';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import type { Envelope } from '../../domain/record/envelope.ts';
import type { CollectionRecords } from '../../domain/kinds/collections.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { createLiveQueries, fits, toSelector, type Criteria } from './live-queries.ts';
import type { StoredRecord } from './store/collection-schemas.ts';
import type { LocalStore } from './store/database.ts';
import {
  standingOf,
  toRow,
  writeDocuments,
  type AnyDocument,
  type Standing,
} from './store/document-writes.ts';
import { IN_JOURNAL } from './store/rows/row-writes.ts';
import type { DiskRoom } from './disk-room.ts';
import { recordOf, toRecord } from './store/versions.ts';

/** A record and the collection it belongs to. */
export interface PlacedRecord {
  readonly collection: CollectionName;
  readonly record: RegisterRecord;
}

/** The server's state to be put in the place of a local one; undefined removes it. */
export interface Adoption extends PlacedRecord {
  readonly state: RegisterRecord | undefined;
}

/** A record asked for by identifier, with the members that it has if it exists. */
export interface Wanted {
  readonly id: string;
  readonly members?: Readonly<Record<string, string>>;
}

/** The records on this device: those in the local store and, where the disk took nothing more, those kept in memory. */
export interface LocalRecords {
  find<C extends CollectionName>(
    collection: C,
    criteria: Criteria,
  ): Observable<readonly CollectionRecords[C][]>;
  /**
   * Fails where the store has one of them and cannot read it, or reads nothing at all and no query in use knows them: nobody may take
   * that for a record that does not exist.
   */
  read(collection: CollectionName, wanted: readonly Wanted[]): Promise<readonly RegisterRecord[]>;
  /** Writes states that the journal has; never fails: what the disk does not take stays in memory, and in the journal. */
  save(records: readonly PlacedRecord[]): Promise<void>;
  /** Writes what was kept in memory, now that there may be room for it. */
  storeKept(): Promise<void>;
  /**
   * Puts the server's states in the place of local ones, where those have not been written over since. Gives back the collections of
   * which not everything is in the store.
   */
  adopt(adoptions: readonly Adoption[]): Promise<ReadonlySet<CollectionName>>;
}

type AnyRecord = StoredRecord<CollectionName>;

const ATTEMPTS = 5;
/** A save in between does not wait for all that the server has answered. */
const ADOPTED_AT_ONCE = 250;
/** Name of the records in memory among what found no room on the disk. */
const KEPT = 'kept records';

/** Reads and writes over an open store. */
export function createLocalRecords(store: LocalStore, disk: DiskRoom): LocalRecords {
  const unstored$ = new BehaviorSubject<ReadonlyMap<string, PlacedRecord>>(new Map());
  const live = createLiveQueries();
  /** Documents as they were read last, so that writing over them needs no second read. */
  const lastRead = new Map<string, AnyDocument>();
  const inTime = <T>(work: Promise<T>) => store.patience.within('person', work);
  const keyOf = (collection: CollectionName, id: string) => `${collection}/${id}`;
  const collectionOf = (name: CollectionName) =>
    // Every collection is handled alike, through what all records have in common.
    store.collections[name] as unknown as RxCollection<AnyRecord>;
  /** A collection as it is searched: of all kinds at once the types of a query come to no end. */
  const searched = (name: CollectionName) =>
    store.collections[name] as unknown as Pick<RxCollection<Envelope>, 'find'>;

  function findByIds(name: CollectionName, ids: string[]): Promise<AnyDocument[]> {
    return inTime(collectionOf(name).storageInstance.findDocumentsById(ids, false));
  }

  function keepInMemory(places: readonly PlacedRecord[]): void {
    const next = new Map(unstored$.value);
    for (const place of places) next.set(keyOf(place.collection, place.record.id), place);
    unstored$.next(next);
    disk.lacking(KEPT);
  }

  function forget(places: readonly PlacedRecord[]): void {
    if (unstored$.value.size === 0) return;
    const next = new Map(unstored$.value);
    for (const place of places) next.delete(keyOf(place.collection, place.record.id));
    unstored$.next(next);
    if (next.size === 0) disk.found(KEPT);
  }

  /** Whether there was any of it in memory. */
  function adoptInMemory(adoptions: readonly Adoption[]): boolean {
    const found = adoptions.filter(({ collection, record }) => {
      return unstored$.value.get(keyOf(collection, record.id))?.record.entry === record.entry;
    });
    forget(found);
    const states = found.flatMap(({ collection, state }) => (state ? [{ collection, record: state }] : []));
    if (states.length > 0) keepInMemory(states);
    return found.length > 0;
  }

  /** One after the other: what is kept must not be written over something newer. */
  const inTurn = createTurns();

  async function saveIn(
    name: CollectionName,
    places: readonly PlacedRecord[],
    context: string,
  ): Promise<void> {
    let open = places;
    try {
      let previous = takeLastRead(name, places);
      for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
        const over = previous;
        const rows = open.map(({ record }) => toRow(record, over.get(record.id)));
        previous = await inTime(writeDocuments(collectionOf(name).storageInstance, rows, context));
        const others = previous;
        open = open.filter(({ record }) => others.has(record.id));
      }
    } catch {
      // The store is full, broken or silent: the journal has the entries already.
    }
    forget(places.filter((place) => !open.includes(place)));
    if (open.length > 0) keepInMemory(open);
  }

  function takeLastRead(name: CollectionName, places: readonly PlacedRecord[]): Standing {
    const taken = new Map<string, AnyDocument>();
    for (const { record } of places) {
      const key = keyOf(name, record.id);
      const document = lastRead.get(key);
      if (document) taken.set(record.id, document);
      lastRead.delete(key);
    }
    return taken;
  }

  async function saveAll(places: readonly PlacedRecord[], context: string): Promise<void> {
    const names = new Set(places.map(({ collection }) => collection));
    const groups = [...names].map(
      (name) => [name, places.filter((place) => place.collection === name)] as const,
    );
    await Promise.all(groups.map(([name, group]) => saveIn(name, group, context)));
  }

  async function storeKept(): Promise<void> {
    const kept = [...unstored$.value.values()];
    if (kept.length === 0) return;
    const current = await Promise.all(kept.map((place) => isStillWanted(place)));
    forget(kept.filter((_place, index) => !current[index]));
    // The journal may have let go of some of them.
    await saveAll(
      kept.filter((_place, index) => current[index]),
      'campanella-kept',
    );
  }

  /** A state of the server that is kept in memory has had its time when the store has a newer one. */
  async function isStillWanted({ collection, record }: PlacedRecord): Promise<boolean> {
    const [stored] = await findByIds(collection, [record.id]).catch(() => []);
    const { receivedAt } = record;
    return !stored?.receivedAt || receivedAt === undefined || stored.receivedAt < receivedAt;
  }

  return {
    find<C extends CollectionName>(name: C, criteria: Criteria) {
      const stored$ = searched(name)
        .find({ selector: toSelector(criteria) })
        .$.pipe(
          map((documents) => documents.map(recordOf)),
          live.follow(name, criteria),
        );
      const inMemory$ = unstored$.pipe(
        map((places) => [...places.values()].filter((place) => place.collection === name)),
        map((places) => places.map(({ record }) => record).filter((record) => fits(record, criteria))),
        distinctUntilChanged((a, b) => a.length === 0 && b.length === 0),
      );
      return combineLatest([stored$, inMemory$]).pipe(
        map(([stored, inMemory]) => overlay(stored, inMemory)),
        // A collection gives back the records that were put into it.
        map((records) => records as unknown as readonly CollectionRecords[C][]),
      );
    },

    async read(name, wanted) {
      const inMemory = wanted.flatMap(({ id }) => unstored$.value.get(keyOf(name, id))?.record ?? []);
      const kept = new Set<string>(inMemory.map(({ id }) => id));
      const others = wanted.filter(({ id }) => !kept.has(id));
      const unknown = (id: string) => new Error(`The local store cannot read ${name}/${id}`);
      const ids = others.map(({ id }) => id);
      const stored = await findByIds(name, ids).catch((): undefined => undefined);
      const found = new Set<string>();
      for (const document of stored ?? []) {
        found.add(document.id);
        lastRead.set(keyOf(name, document.id), document);
      }
      for (const { id } of others)
        if (!found.has(id) && (await store.isUnreadable(name, id))) throw unknown(id);
      if (stored) return overlay(stored.map(toRecord), inMemory);
      // On a full disk Chromium soon stops reading as well; the marks of a class still start from what its page shows.
      const known = others.flatMap((one) => {
        const answer = live.recall(name, one);
        if (!answer) throw unknown(one.id);
        return answer.record ?? [];
      });
      return overlay(known, inMemory);
    },

    save: (places) =>
      inTurn(async () => {
        await saveAll(places, IN_JOURNAL);
        const kept = unstored$.value;
        const isStored = places.every(({ collection, record }) => !kept.has(keyOf(collection, record.id)));
        // Where these found room, others may too.
        if (isStored) await storeKept();
      }),

    storeKept: () => inTurn(storeKept),

    async adopt(adoptions) {
      const unstored = new Set<CollectionName>();
      const names = new Set(adoptions.map(({ collection }) => collection));
      for (const name of names) {
        const own = adoptions.filter(({ collection }) => collection === name);
        for (let from = 0; from < own.length; from += ADOPTED_AT_ONCE)
          await inTurn(async () => {
            const group = own.slice(from, from + ADOPTED_AT_ONCE);
            if (adoptInMemory(group)) unstored.add(name);
            const isWhole = await store.patience
              .within(
                'background',
                writeOver(collectionOf(name), group, (id) => store.lastKnown(name, id)),
              )
              .catch(() => false);
            if (!isWhole) unstored.add(name);
          });
      }
      return unstored;
    },
  };
}

/**
 * Whether each of the records was there to be written over. What was just written here is not read again: were it not what stands, the
 * write would say what does.
 */
async function writeOver(
  { storageInstance }: RxCollection<AnyRecord>,
  adoptions: readonly Adoption[],
  lastKnown: (id: string) => AnyDocument | undefined,
): Promise<boolean> {
  const known = new Map<string, AnyDocument>();
  for (const { record } of adoptions) {
    const document = lastKnown(record.id);
    if (document?.entry === record.entry) known.set(record.id, document);
  }
  const others = adoptions.flatMap(({ record: { id } }) => (known.has(id) ? [] : [id]));
  const stored = await standingOf(storageInstance, others);
  const previousOf = new Map([...known, ...stored]);
  const adopt = (standing: Standing) => {
    const rows = adoptions.flatMap(({ record, state }) => {
      const previous = standing.get(record.id);
      if (previous?.entry !== record.entry) return [];
      return [state ? toRow(state, previous) : { previous, document: { ...previous, _deleted: true } }];
    });
    return writeDocuments(storageInstance, rows, 'campanella-adopt');
  };
  // What was written over meanwhile is not in the way of anything, unless it is the same entry after all.
  await adopt(await adopt(previousOf));
  // From the disk, not only from view.
  if (adoptions.some(({ state }) => !state)) await storageInstance.cleanup(0);
  return adoptions.every(({ record, state }) => !state || previousOf.has(record.id));
}

function overlay(
  stored: readonly RegisterRecord[],
  inMemory: readonly RegisterRecord[],
): readonly RegisterRecord[] {
  if (inMemory.length === 0) return stored;
  const ids = new Set<string>(inMemory.map(({ id }) => id));
  return [...stored.filter(({ id }) => !ids.has(id)), ...inMemory];
}
