import { defer, firstValueFrom, shareReplay } from 'rxjs';
import { must } from '../../domain/base/assert.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { JournalFailure } from '../../domain/protocol/bridge/journal.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../domain/record/collection-names.ts';
import { kindOf } from '../../domain/kinds/registry.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { createClock } from './clock.ts';
import { createRun } from './commands/run.ts';
import { createEntryCommands } from './commands/entry-commands.ts';
import { createPendingWork } from './commands/pending-work.ts';
import { createWriteQueue } from './commands/write-queue.ts';
import { createTemporaryMemory, storeNameOf, type DeviceMemory } from './device-memory.ts';
import { createKeptPicture } from './pictures/kept-picture.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { createPastYears } from './past/past-years.ts';
import { createLocalRecords } from './local-records.ts';
import { renewedDaily } from './minutes.ts';
import { recordsOfKind } from './records-of-kind.ts';
import type { Register } from './register.ts';
import { isOnDisk, openStore } from './store/database.ts';
import { importStoreKey } from './store/sealed-json.ts';
import { deleteStore } from './store/store-files.ts';
import { untilOpenable } from './store/until-openable.ts';
import { createDiskRoom } from './disk-room.ts';
import { journalOf, openOutbox } from './sync/queue/outbox.ts';
import { createPutBack } from './sync/queue/put-back.ts';
import { replayJournal } from './sync/queue/replay.ts';
import { openAcknowledged } from './sync/returning/acknowledged.ts';
import { openParkedNote } from './sync/reception/parked-note.ts';
import { createStartAgainNote } from './sync/reception/start-again-note.ts';
import { openSeenStore } from './sync/returning/seen-store.ts';
import { createSyncReporter } from './sync/status/sync-state.ts';
import { startSynchronisation, type SyncSurroundings } from './sync/synchronisation.ts';
import { schoolFacts } from './school/school-facts.ts';
import { liveStatus } from './status/live-status.ts';

/** What the data layer needs of its surroundings; tests give their own. */
export interface Surroundings extends SyncSurroundings {
  readonly memory: DeviceMemory;
}

/** Why the register of an account cannot be opened. The store is held: it is on the disk, and the browser does not open it now. */
export type OpenFailure = { readonly kind: 'locked' | 'storeHeld' } | JournalFailure;

/** How to open a register. */
export interface Opening {
  /** Whatever the store on the disk holds is given up, as its owner has chosen. */
  readonly anew?: true;
}

/**
 * Opens the register of the account that is signed in: local store, journal, synchronisation. A store that the browser does not open is left
 * as it is, with all that is noted of it: without a line nothing else has the pupils.
 */
export async function openRegister(
  identity: Identity,
  surroundings: Surroundings,
  { anew }: Opening = {},
): Promise<Result<Register, OpenFailure>> {
  const { bridge, memory } = surroundings;
  const key = await bridge.localStoreKey();
  if (!key.ok) return fail(key.failure);
  const { account, databaseName, opening } = key.value;
  // Another account was opened before the page heard of it: its data is not shown, nor remembered, under this one's name.
  if (account.username !== identity.username || account.school !== identity.school)
    return fail({ kind: 'locked' });
  await memory.reach();
  const rebuildNote = `${databaseName}.rebuild`;
  // Noted, so that the next start gives it up where the disk does not let go of it today.
  if (anew) memory.set(rebuildNote, 'chosen');
  const standing = anew ? 'open' : await untilOpenable(databaseName);
  if (standing === 'held') {
    key.value.key.fill(0);
    return fail({ kind: 'storeHeld' });
  }
  // The database of an earlier key: whoever knows that one would still read the pupils of the year in it.
  const before = memory.get(storeNameOf(identity));
  if (before !== undefined && before !== databaseName) await deleteStore(before).catch(() => undefined);
  memory.set(storeNameOf(identity), databaseName);
  const sealing = await importStoreKey(key.value.key);
  const seenStore = await openSeenStore(memory, databaseName, sealing);
  const acknowledged = await openAcknowledged(memory, databaseName, sealing);
  const opened = await openOutbox(journalOf(bridge, opening), acknowledged.add);
  if (!opened.ok) return opened;
  const outbox = opened.value;

  const names = {
    offset: `${databaseName}.clockOffset`,
    complete: `${databaseName}.complete`,
  };
  const clock = createClock(memory, names.offset, surroundings.deviceTime);
  const startAgainNotesIn = (notes: DeviceMemory) =>
    new Map(COLLECTION_NAMES.map((name) => [name, createStartAgainNote(notes, databaseName, name)] as const));
  const ofDisk = startAgainNotesIn(memory);
  let reportParked = (_collection: string, _id: string): void => undefined;
  let fetchAgain = (_collection: CollectionName): void => undefined;
  const store = await openStore({
    databaseName,
    key: key.value.key,
    rebuild: memory.get(rebuildNote) !== undefined,
    isSilent: standing === 'silent',
    onUnreadable(collection, row) {
      reportParked(collection, row);
      const name = COLLECTION_NAMES.find((known) => known === collection);
      // The note of how far the server was read: without it nobody knows what has been taken from this device since.
      if (!name) return memory.set(rebuildNote, 'unreadable');
      // The server has what cannot be read here: its collection is fetched again, now or after the next start.
      ofDisk.get(name)?.want();
      fetchAgain(name);
    },
  });
  key.value.key.fill(0);
  const isKept = isOnDisk(store);
  if (isKept || (!anew && store.origin === 'memory')) memory.delete(rebuildNote);
  // What a register in memory reads and gives up says nothing of the store that lies on a full disk.
  const notes = store.origin === 'full' ? createTemporaryMemory() : memory;
  const startAgainNotes = isKept ? ofDisk : startAgainNotesIn(notes);
  const parkedNote = await openParkedNote(notes, databaseName, sealing);
  if (store.origin === 'rebuilt' || store.origin === 'memory') memory.delete(names.complete);

  const reporter = createSyncReporter(notes.get(names.complete) === undefined);
  reportParked = reporter.parked;
  reporter.setAside(parkedNote.all());
  const disk = createDiskRoom((diskFull) => reporter.update({ diskFull }));
  if (!isKept) disk.lacking('store');
  const records = createLocalRecords(store, disk);
  await replayJournal(outbox, records, acknowledged);
  const facts$ = renewedDaily(schoolFacts(records, identity), () => clock.now()).pipe(
    shareReplay({ bufferSize: 1, refCount: true }),
  );

  const synchronisation = startSynchronisation({
    ...surroundings,
    store,
    outbox,
    records,
    reporter,
    disk,
    clock,
    parkedNote,
    seenStore,
    acknowledged,
    me: identity.person,
    async around() {
      const facts = await firstValueFrom(facts$);
      return {
        ownClasses: (day) => new Set(facts.myClasses(day).map(({ id }) => id)),
        factsOf: (record) => facts.writeFactsAt(kindOf(record).place(record)),
      };
    },
    account,
    opening,
    onComplete() {
      if (isKept) memory.set(names.complete, 'yes');
    },
    startAgainNote: (collection) => must(startAgainNotes.get(collection), 'a collection'),
  });
  fetchAgain = (collection) => synchronisation.fetchAgain(collection);
  // Held for as long as the register is open: every page needs them.
  const holding = facts$.subscribe();
  const pending = createPendingWork();
  const inTurn = createTurns();
  const putBack = createPutBack(outbox, records, inTurn);
  const tools = { facts$, queue: createWriteQueue(records, outbox, inTurn), clock, pending, records };

  const past = createPastYears({
    identity,
    surroundings,
    databaseName,
    live: () => register,
    line$: reporter.state$,
  });

  const register: Register = {
    identity,
    now: () => clock.now(),
    records: { find: recordsOfKind(records), facts$ },
    run: createRun(tools),
    status: {
      // Whoever follows it has queries of their own: they end with them.
      sync$: defer(() => liveStatus(reporter, outbox, records, identity.person)),
      past,
      picture: createKeptPicture({ bridge, memory, account, opening }),
      ...createEntryCommands(tools, outbox, putBack),
      syncNow: () => synchronisation.syncNow(),
      track: (work) => pending.track(work),
      settled: () => pending.settled(),
      async close() {
        holding.unsubscribe();
        putBack.close();
        await past.close();
        await synchronisation.close();
        await store.close();
      },
    },
  };
  return ok(register);
}
