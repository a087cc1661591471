import { must } from '../../../domain/base/assert.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { Bridge } from '../../../domain/protocol/bridge/bridge.ts';
import type { OpeningId } from '../../../domain/protocol/bridge/journal.ts';
import type { SessionState } from '../../../domain/protocol/bridge/session-state.ts';
import { kindOf } from '../../../domain/kinds/registry.ts';
import type { AccountRef } from '../../../domain/protocol/endpoints/session/session.ts';
import {
  COLLECTION_NAMES,
  DECIDES_RIGHTS,
  type CollectionName,
} from '../../../domain/record/collection-names.ts';
import type { CorrectedClock } from '../clock.ts';
import type { LocalRecords } from '../local-records.ts';
import type { LocalStore } from '../store/database.ts';
import { createBackOff } from './line/back-off.ts';
import { clientName } from './line/client-name.ts';
import type { DiskRoom } from '../disk-room.ts';
import type { Outbox } from './queue/outbox.ts';
import type { Acknowledged } from './returning/acknowledged.ts';
import { createArrivedBefore } from './returning/arrived-before.ts';
import { wordsFor } from './returning/device-words.ts';
import { watchHiddenEntries } from './returning/hidden-entries.ts';
import type { SeenStore } from './returning/seen-store.ts';
import type { SchoolAround } from './returning/sent-again.ts';
import { createStoreReturn } from './returning/store-return.ts';
import { createPostSync } from './line/post-sync.ts';
import type { ParkedNote } from './reception/parked-note.ts';
import type { StartAgainNote } from './reception/start-again-note.ts';
import { startReceptions } from './reception/receptions.ts';
import { startSender } from './queue/sender.ts';
import type { SyncReporter } from './status/sync-state.ts';
import { createTransport } from './line/transport.ts';
import { createArrivals, type Arrivals } from './versions/arrivals.ts';
import { bucketsIn, isForDevice } from './versions/for-device.ts';

/** The running synchronisation of an open register. */
export interface Synchronisation {
  syncNow(): void;
  /** Fetches a collection from the beginning. */
  fetchAgain(collection: CollectionName): void;
  close(): Promise<void>;
}

/** What synchronisation needs of its surroundings; tests give their own. */
export interface SyncSurroundings {
  readonly bridge: Bridge;
  readonly fetch: typeof globalThis.fetch;
  readonly syncUrl: string;
  readonly random: () => number;
  readonly deviceTime: () => number;
}

function wanting(changed: readonly CollectionName[] | undefined): readonly CollectionName[] | undefined {
  return changed?.some((name) => DECIDES_RIGHTS.includes(name)) === true ? undefined : changed;
}

/** Starts to push and pull, and goes on until it is closed, with or without a network. */
export function startSynchronisation(
  options: SyncSurroundings & {
    readonly store: LocalStore;
    readonly outbox: Outbox;
    readonly records: LocalRecords;
    readonly reporter: SyncReporter;
    readonly disk: DiskRoom;
    readonly clock: CorrectedClock;
    /** Everything this account may read has been received once. */
    readonly onComplete: () => void;
    readonly startAgainNote: (collection: CollectionName) => StartAgainNote;
    readonly parkedNote: ParkedNote;
    readonly seenStore: SeenStore;
    readonly acknowledged: Acknowledged;
    readonly me: PersonId;
    readonly around: () => Promise<SchoolAround>;
    readonly account: AccountRef;
    readonly opening: OpeningId;
  },
): Synchronisation {
  const { bridge, store, outbox, records, reporter, clock, seenStore } = options;
  const closed = new AbortController();
  let failed = false;
  const hidden = watchHiddenEntries(bridge, outbox, options.account);

  const transport = createTransport(
    createPostSync({
      url: options.syncUrl,
      opening: options.opening,
      fetch: options.fetch,
      closed: closed.signal,
    }),
    createBackOff(options.random),
    {
      onSyncing: (syncing) => reporter.update({ syncing }),
      onRestored() {
        seenStore.begin();
      },
      onAnswer(answer, sentAt, answeredAt) {
        if (answer.seen !== undefined) seenStore.note(answer.seen);
        if (seenStore.isReturning()) returning.look();
        clock.learn(answer.serverTime, sentAt, answeredAt);
        reporter.update({ connection: 'online', updateRequired: answer.updateRequired });
        reporter.synced(clock.now());
        // What was missed while the line was down does not announce itself.
        if (failed) receptions.resync();
        failed = false;
      },
      onFailure(result) {
        failed = true;
        const outdated = result.kind === 'failure' && result.failure === 'outdatedClient';
        const needsSignIn = result.kind === 'failure' && result.status === 401;
        reporter.update({
          connection: needsSignIn ? 'signInNeeded' : 'offline',
          ...(outdated ? { updateRequired: true } : {}),
        });
      },
    },
    {
      client: clientName(),
      deviceTime: options.deviceTime,
      isPaused: seenStore.isReturning,
      wordsFor: (rows) => wordsFor(seenStore, outbox, rows, hidden.isWhole()),
    },
  );
  const arrivalsOf = new Map(
    COLLECTION_NAMES.map((name): [CollectionName, Arrivals] => [name, createArrivals()]),
  );
  const arrivals = (name: CollectionName) => must(arrivalsOf.get(name), 'a collection');
  const receptions = startReceptions({
    store,
    transport,
    outbox,
    reporter,
    disk: options.disk,
    arrivals,
    startAgainNote: options.startAgainNote,
    parkedNote: options.parkedNote,
    isPaused: seenStore.isReturning,
    me: options.me,
    onFirstPull() {
      reporter.initialDone();
      options.onComplete();
    },
  });
  const sender = startSender({
    outbox,
    transport,
    arrivedBefore: createArrivedBefore(outbox, transport),
    records,
    arrivals,
    remembered: seenStore.written,
    isForDevice(state) {
      const read = bucketsIn(store.marks.of(kindOf(state).collection));
      // Before anything was read nobody knows: the first page says it.
      return read.length === 0 || isForDevice(state, new Set(read), options.me);
    },
    onUnstored: (name) => receptions.fetchAgain(name),
    isPaused: seenStore.isReturning,
    now: () => clock.now(),
  });
  const returning = createStoreReturn({
    seenStore,
    transport,
    receptions,
    outbox,
    acknowledged: options.acknowledged,
    records,
    me: options.me,
    around: options.around,
    newEntry: clock.newEntry,
    report: (restored) => reporter.update({ restored }),
    send: () => sender.retry(),
  });
  returning.look();

  function syncNow(changed?: readonly CollectionName[]): void {
    transport.wake();
    receptions.resync(changed);
  }
  const onOnline = () => syncNow();
  /** The main process hears first of a line that is gone or back: it holds a connection open all the time. */
  function follow(state: SessionState): void {
    if (state.kind !== 'open') return;
    reporter.update({ connection: state.connection });
    if (state.connection === 'online') syncNow();
  }
  const stopListening = [
    bridge.on('serverChanged', ({ collections }) => syncNow(wanting(collections))),
    bridge.on('sessionChanged', follow),
  ];
  void bridge.sessionState().then(follow);
  globalThis.addEventListener?.('online', onOnline);

  return {
    syncNow() {
      syncNow();
      sender.retry();
    },
    fetchAgain: (collection) => receptions.fetchAgain(collection),
    async close() {
      for (const stop of stopListening) stop();
      globalThis.removeEventListener?.('online', onOnline);
      returning.close();
      hidden.close();
      closed.abort();
      transport.close();
      // What has been answered comes into the store before it is closed.
      await Promise.all([sender.close(), receptions.close()]);
    },
  };
}
