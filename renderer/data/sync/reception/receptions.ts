import type { RxCollection } from 'rxdb/plugins/core';
import { auditTime, Subject } from 'rxjs';
import type { EntryId, PersonId } from '../../../../domain/base/ids.ts';
import {
  COLLECTION_NAMES,
  SPEAKS_OF_OTHERS,
  type CollectionName,
} from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { StoredRecord } from '../../store/collection-schemas.ts';
import { isOnDisk, type LocalStore } from '../../store/database.ts';
import { isDiskFull } from '../../store/disk-full.ts';
import type { Transport } from '../line/transport.ts';
import type { Outbox } from '../queue/outbox.ts';
import type { DiskRoom } from '../../disk-room.ts';
import type { SyncReporter } from '../status/sync-state.ts';
import type { Arrivals } from '../versions/arrivals.ts';
import { toRecord } from '../../store/versions.ts';
import { createPageReader } from './page-reader.ts';
import { createPageStore } from './page-store.ts';
import type { ParkedNote } from './parked-note.ts';
import { createReception, type Reception } from './reception.ts';
import type { StartAgainNote } from './start-again-note.ts';

/** Reads all collections from the server, for as long as the register is open. */
export interface Receptions {
  /** Reads on: these collections, or all. */
  resync(changed?: readonly CollectionName[]): void;
  /** Reads a collection from the beginning. */
  fetchAgain(collection: CollectionName): void;
  /** Reads a collection of a store that is another one: see {@link Reception.startAnew}. */
  fetchAnew(
    collection: CollectionName,
    gone: readonly RegisterRecord[],
    kept: ReadonlyMap<string, EntryId>,
  ): Promise<void>;
  /** All records of a collection on this device. */
  localRecords(collection: CollectionName): Promise<readonly RegisterRecord[]>;
  close(): Promise<void>;
}

const RESYNC_EVERY = 300_000;
/** Several reasons to synchronise that come together are one. */
const RESYNC_TOGETHER = 50;
const AFTER_ERROR = 5_000;
const LONGEST_AFTER_ERROR = 60_000;

/** Starts to read every collection into the store. */
export function startReceptions(options: {
  readonly store: LocalStore;
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly reporter: SyncReporter;
  readonly disk: DiskRoom;
  readonly arrivals: (collection: CollectionName) => Arrivals;
  readonly onFirstPull: () => void;
  readonly startAgainNote: (collection: CollectionName) => StartAgainNote;
  readonly parkedNote: ParkedNote;
  readonly isPaused: () => boolean;
  readonly me: PersonId;
}): Receptions {
  const { store, transport, outbox, reporter, disk, parkedNote } = options;
  const wanted = new Subject<null>();
  /** The collections that are asked for together, in a moment. */
  const pending = new Set<CollectionName>();
  const untilFirstPull = new Set<CollectionName>(COLLECTION_NAMES);
  /** The collections for which the store has failed, and how long to wait before they are tried again. */
  const failing = new Set<CollectionName>();
  let pause = AFTER_ERROR;
  let afterError: ReturnType<typeof setTimeout> | undefined;

  function want(names: readonly CollectionName[] = COLLECTION_NAMES): void {
    for (const name of names) pending.add(name);
    wanted.next(null);
  }

  /** What the store does not take comes over the line again and again: each time after a longer pause. */
  function wantAfterError(): void {
    if (afterError !== undefined) return;
    afterError = setTimeout(() => {
      afterError = undefined;
      want();
    }, pause);
    pause = Math.min(LONGEST_AFTER_ERROR, pause * 2);
  }

  // Every collection is handled alike, through what all records have in common.
  const documentsOf = (name: CollectionName) =>
    store.collections[name] as unknown as RxCollection<StoredRecord<CollectionName>>;

  async function localRecords(name: CollectionName): Promise<readonly RegisterRecord[]> {
    const documents = await documentsOf(name).find().exec();
    return documents.map((document) => toRecord(document.toJSON()));
  }

  function start(name: CollectionName): Reception {
    const note = options.startAgainNote(name);
    return createReception({
      reader: createPageReader({
        collection: name,
        transport,
        arrivals: options.arrivals(name),
        localRecords: () => localRecords(name),
        onSorted(page) {
          if (parkedNote.sorted(name, page)) reporter.setAside(parkedNote.all());
          if (page.unreadable.length > 0) note.wantAfterUpdate();
        },
        me: options.me,
      }),
      store: createPageStore({
        collection: name,
        documents: documentsOf(name),
        outbox,
        arrivals: options.arrivals(name),
      }),
      mark: {
        get: () => store.marks.of(name),
        async set(checkpoint) {
          // What is behind the mark does not come again; a mark in memory says nothing after the page, as the notes do where the disk takes nothing.
          if (isOnDisk(store))
            await store.patience.within(
              'background',
              Promise.all([parkedNote.written(name), note.written()]),
            );
          await store.marks.set(name, checkpoint);
        },
      },
      again: {
        ...note,
        forget() {
          note.forget();
          // What cannot be read and did not come again either is not for this device any more.
          void store.eraseUnreadable(name).catch(() => undefined);
        },
      },
      isPaused: options.isPaused,
      ...(name === SPEAKS_OF_OTHERS && { before: othersRead }),
      onStored(received, more) {
        disk.found(name);
        if (failing.delete(name) && failing.size === 0) pause = AFTER_ERROR;
        reporter.received(received);
        if (!more && untilFirstPull.delete(name) && untilFirstPull.size === 0) options.onFirstPull();
      },
      onFailure(error) {
        failing.add(name);
        if (isDiskFull(error)) disk.lacking(name);
        wantAfterError();
      },
    });
  }

  const receptions = perCollection(start);

  /**
   * Whatever the other collections had when a page was read is in the store, as far as it can be read: a notice is committed with the
   * record that it speaks of, so a reading that begins after that of the notice has both.
   */
  async function othersRead(): Promise<void> {
    const others = COLLECTION_NAMES.filter((other) => other !== SPEAKS_OF_OTHERS);
    await Promise.all(others.map(async (other) => await receptions[other].caughtUp()));
  }

  const subscription = wanted.pipe(auditTime(RESYNC_TOGETHER)).subscribe(() => {
    const names = [...pending];
    pending.clear();
    for (const name of names) receptions[name].wake();
  });
  const interval = setInterval(() => want(), RESYNC_EVERY);
  for (const name of COLLECTION_NAMES) receptions[name].wake();

  return {
    resync: (changed) => want(changed),
    fetchAgain(collection) {
      receptions[collection].startAgain();
      want([collection]);
    },
    fetchAnew: async (collection, gone, kept) => await receptions[collection].startAnew(gone, kept),
    localRecords,
    async close() {
      clearInterval(interval);
      subscription.unsubscribe();
      await Promise.all(COLLECTION_NAMES.map((name) => receptions[name].close()));
      clearTimeout(afterError);
    },
  };
}

function perCollection<T>(make: (name: CollectionName) => T): Readonly<Record<CollectionName, T>> {
  // One for each name.
  return Object.fromEntries(COLLECTION_NAMES.map((name) => [name, make(name)])) as Record<CollectionName, T>;
}
