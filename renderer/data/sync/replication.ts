import type { RxCollection } from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { auditTime, Subject } from 'rxjs';
import type { EntryId, Instant, PersonId } from '../../../domain/base/ids.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../../domain/record/collection-names.ts';
import { collections } from '../../../domain/kinds/collections.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { StoredRecord } from '../store/collection-schemas.ts';
import type { LocalStore } from '../store/database.ts';
import { createKnownVersions } from './known-versions.ts';
import type { Outbox } from './queue/outbox.ts';
import type { DiskRoom } from './disk-room.ts';
import { createPuller, type Puller, type StartAgainNote, type StoredCheckpoint } from './pull-handler.ts';
import { eraseFromDisk } from './purge.ts';
import { createPusher, type Pusher } from './push-handler.ts';
import { createSettledCheck, type SettledCheck } from './settled-check.ts';
import type { SyncReporter } from './sync-state.ts';
import type { Transport } from './line/transport.ts';
import { toRecord } from './versions.ts';

/** The running replications of all collections. */
export interface Replications {
  /** Pull anew from the checkpoints, and push what is still local: of these collections, or of all. */
  resync(changed?: readonly CollectionName[]): void;
  /** Pull a collection from the beginning. */
  fetchAgain(collection: CollectionName): void;
  /** Reads a collection of a store that is another one: see {@link Puller.startAnew}. */
  fetchAnew(
    collection: CollectionName,
    gone: readonly RegisterRecord[],
    held: ReadonlyMap<string, EntryId>,
  ): void;
  /** All records of a collection on this device. */
  localRecords(collection: CollectionName): Promise<readonly RegisterRecord[]>;
  pusher(collection: CollectionName): Pusher | undefined;
  close(): Promise<void>;
}

type AnyRecord = StoredRecord<CollectionName>;

const PULL_BATCH = 1_000;
const PUSH_BATCH = 1_000;
const RESYNC_EVERY = 300_000;
/** Several reasons to synchronise that come together are one. */
const RESYNC_TOGETHER = 50;
const AFTER_ERROR = 5_000;

/** Starts replicating every collection of the store, for as long as it is open. */
export function startReplications(options: {
  readonly store: LocalStore;
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly reporter: SyncReporter;
  readonly disk: DiskRoom;
  readonly now: () => Instant;
  readonly onFirstPull: () => void;
  readonly startAgainNote: (collection: CollectionName) => StartAgainNote;
  readonly isPaused: () => boolean;
  readonly me: PersonId;
}): Replications {
  const { store, transport, outbox, reporter, disk } = options;
  const wanted = new Subject<readonly CollectionName[]>();
  const resyncOf = new Map<CollectionName, Subject<'RESYNC'>>();
  /** The collections that are asked for together, in a moment. */
  const pending = new Set<CollectionName>();
  const untilFirstPull = new Set<CollectionName>(COLLECTION_NAMES);
  const pushers = new Map<CollectionName, Pusher>();
  const pullers = new Map<CollectionName, Puller>();
  const checks: SettledCheck[] = [];
  const running: RxReplicationState<AnyRecord, StoredCheckpoint>[] = [];
  const want = (names: readonly CollectionName[] = COLLECTION_NAMES) => {
    for (const name of names) pending.add(name);
    wanted.next(names);
  };
  const subscription = wanted.pipe(auditTime(RESYNC_TOGETHER)).subscribe(() => {
    const names = [...pending];
    pending.clear();
    for (const name of names) resyncOf.get(name)?.next('RESYNC');
  });
  const interval = setInterval(() => want(), RESYNC_EVERY);
  let afterError: ReturnType<typeof setTimeout> | undefined;

  function onPage(collection: CollectionName, documents: number, more: boolean): void {
    reporter.received(documents);
    if (more || !untilFirstPull.delete(collection) || untilFirstPull.size > 0) return;
    options.onFirstPull();
  }

  /** The local store failed in the middle: what was pulled may not be in it. */
  function onError(error: unknown, collection: CollectionName, puller: Puller): void {
    puller.startAgain();
    clearTimeout(afterError);
    afterError = setTimeout(() => want(), AFTER_ERROR);
    if (JSON.stringify(error)?.includes('QuotaExceeded')) disk.lacking(collection);
  }

  function start(name: CollectionName): void {
    // Every collection is handled alike, through what all records have in common.
    const collection = store.collections[name] as unknown as RxCollection<AnyRecord>;
    const versions = createKnownVersions();
    const resync$ = new Subject<'RESYNC'>();
    resyncOf.set(name, resync$);
    const puller = createPuller({
      collection: name,
      transport,
      localRecords: () => allRecords(collection),
      onPage: (documents, more) => onPage(name, documents, more),
      onPurge: (ids) => void eraseFromDisk(collection, replication, ids).catch(() => undefined),
      onParked: (id) => reporter.parked(name, id),
      versions,
      isPaused: options.isPaused,
      me: options.me,
      startAgain: {
        ...options.startAgainNote(name),
        forget() {
          options.startAgainNote(name).forget();
          disk.found(name);
          // What cannot be read and did not come again either is not for this device any more.
          void store.eraseUnreadable(name).catch(() => undefined);
        },
      },
    });
    pullers.set(name, puller);
    const onDoubt = () => {
      puller.startAgain();
      want([name]);
    };
    const check = createSettledCheck({
      stored: async (ids) => (await collection.storageInstance.findDocumentsById(ids, false)).map(toRecord),
      isUnsent: (id) => outbox.waitingFor(name, id).length > 0,
      versions,
      onOutdated: onDoubt,
    });
    checks.push(check);
    const pusher = createPusher({
      collection: name,
      transport,
      outbox,
      now: options.now,
      versions,
      onDoubt,
      onSettled: check.settled,
    });
    if (collections[name].deviceWrites) pushers.set(name, pusher);
    const replication = replicateRxCollection<AnyRecord, StoredCheckpoint>({
      replicationIdentifier: 'campanella',
      collection,
      live: true,
      waitForLeadership: false,
      // A minimised window goes on synchronising.
      toggleOnDocumentVisible: false,
      pull: {
        batchSize: PULL_BATCH,
        stream$: resync$.asObservable(),
        handler: (checkpoint, batchSize) => puller.pull(checkpoint, batchSize),
      },
      // Without a push RxDB keeps no second copy of what it pulled.
      ...(collections[name].deviceWrites
        ? { push: { batchSize: PUSH_BATCH, handler: (rows) => pusher.pushRows(rows) } }
        : {}),
    });
    replication.error$.subscribe((error) => onError(error, name, puller));
    running.push(replication);
  }

  for (const name of COLLECTION_NAMES) start(name);

  return {
    resync: (changed) => want(changed),
    fetchAgain(collection) {
      pullers.get(collection)?.startAgain();
      want([collection]);
    },
    fetchAnew: (collection, gone, held) => pullers.get(collection)?.startAnew(gone, held),
    // Every collection is handled alike, through what all records have in common.
    localRecords: (name) => allRecords(store.collections[name] as unknown as RxCollection<AnyRecord>),
    pusher: (collection) => pushers.get(collection),
    async close() {
      clearInterval(interval);
      clearTimeout(afterError);
      for (const check of checks) check.close();
      subscription.unsubscribe();
      await Promise.all(running.map((replication) => replication.cancel()));
    },
  };
}

async function allRecords(collection: RxCollection<AnyRecord>): Promise<readonly RegisterRecord[]> {
  const documents = await collection.find().exec();
  return documents.map((document) => toRecord(document.toJSON() as AnyRecord));
}
