import type { EntryId, PersonId } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import {
  SYNC_LIMITS,
  type Checkpoint,
  type HeldEntry,
} from '../../../../domain/protocol/endpoints/register/sync.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../../../domain/record/collection-names.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { StoreReturn } from '../status/return-report.ts';
import { inOwnClass, type OwnClasses } from './in-own-class.ts';
import { ownPart } from './own-part.ts';
import { ancestorOf, keyOf, sentAgain, type Differing, type SchoolAround } from './sent-again.ts';
import type { LocalRecords, PlacedRecord } from '../../local-records.ts';
import type { Outbox } from '../queue/outbox.ts';
import type { Receptions } from '../reception/receptions.ts';
import type { Transport } from '../line/transport.ts';
import { idOf, readRecord } from '../versions/readable-record.ts';
import type { Acknowledged } from './acknowledged.ts';
import { basePlaceOf, placesOf } from './held-places.ts';
import type { SeenStore } from './seen-store.ts';

/** What the looking works with. */
export interface StoreReturnTools {
  readonly seenStore: SeenStore;
  readonly transport: Pick<Transport, 'pull' | 'ask'>;
  readonly receptions: Pick<Receptions, 'localRecords' | 'fetchAnew' | 'resync'>;
  readonly outbox: Outbox;
  readonly acknowledged: Pick<Acknowledged, 'has'>;
  readonly records: Pick<LocalRecords, 'save'>;
  readonly me: PersonId;
  /** Asked once for each look. */
  readonly around: () => Promise<SchoolAround>;
  readonly newEntry: () => EntryId;
  readonly report: (state: StoreReturn) => void;
  /** Sends whatever waits. */
  readonly send: () => void;
}

const PAGE = 1_000;
/** After a line that failed, or a store that changed again, it is looked once more. */
const AGAIN_AFTER = 5_000;

/**
 * Looks what a store that was put back has lost (docs/adr/0012): reads it from the beginning beside what the device holds, asks which
 * of the versions that differ it has never had, writes those of the own account into the journal to be sent again, and only then lets
 * the local store take what the server has. Ended by a crash at any point, it is done again.
 */
export function createStoreReturn(tools: StoreReturnTools): {
  readonly look: () => void;
  readonly close: () => void;
} {
  const { seenStore } = tools;
  let isLooking = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    isLooking = true;
    tools.report({ state: 'looking', sentAgain: 0, ofColleagues: 0 });
    const isSame = !seenStore.isConfirmed() && (await isKnownStore(tools));
    const returns = seenStore.returns();
    let found = isSame ? NOTHING_LOST : await lookIfConfirmed(tools).catch((): undefined => undefined);
    // Taken away before it is noted that the store is known: after a restart nobody would.
    if (found && !isClosed && returns === seenStore.returns())
      found = await takenAway(found).catch((): undefined => undefined);
    isLooking = false;
    if (isClosed) return;
    // Put back twice in a row: what was found says nothing any more.
    if (!found || returns !== seenStore.returns()) {
      timer = setTimeout(look, AGAIN_AFTER);
      return;
    }
    seenStore.end();
    tools.report({ state: 'looked', sentAgain: found.again.length, ofColleagues: found.ofColleagues });
    await tools.records.save(found.again);
    tools.send();
    tools.receptions.resync();
  }

  async function takenAway(found: Found): Promise<Found> {
    for (const [name, { gone, kept }] of found.anew) await tools.receptions.fetchAnew(name, gone, kept);
    return found;
  }

  function look(): void {
    clearTimeout(timer);
    if (isClosed || isLooking || !seenStore.isReturning()) return;
    void run();
  }

  return {
    look,
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

const NOTHING_LOST: Found = { anew: new Map(), again: [], ofColleagues: 0 };

/**
 * Whether the server knows the link of the note after all. The note is of an earlier run, and anybody can put one back on the disk:
 * any request tells, and what it is about does not matter.
 */
async function isKnownStore({ seenStore, transport }: StoreReturnTools): Promise<boolean> {
  const page = await transport.pull(COLLECTION_NAMES[0], { checkpoint: {}, limit: 1 });
  return page !== undefined && !seenStore.isConfirmed();
}

async function lookIfConfirmed(tools: StoreReturnTools): Promise<Found | undefined> {
  return tools.seenStore.isConfirmed() ? await lookOnce(tools) : undefined;
}

interface Anew {
  readonly gone: readonly RegisterRecord[];
  /** Versions of the store that do not take the place of a colleague's newer one. */
  readonly kept: ReadonlyMap<string, EntryId>;
}

interface Found {
  readonly anew: ReadonlyMap<CollectionName, Anew>;
  readonly again: readonly PlacedRecord[];
  readonly ofColleagues: number;
}

async function lookOnce(tools: StoreReturnTools): Promise<Found | undefined> {
  const { outbox, me, newEntry } = tools;
  const differing: Differing[] = [];
  const gone = new Map<CollectionName, readonly RegisterRecord[]>();
  const local = new Map<string, RegisterRecord>();
  for (const name of COLLECTION_NAMES) {
    const compared = await compare(tools, name);
    if (!compared) return undefined;
    for (const record of compared.local) local.set(keyOf(name, record.id), record);
    // What the office alone writes, and what the server tells, is what the store says it is.
    const isWrittenHere = (record: RegisterRecord) => {
      const { writers, whenBlocked } = kindOf(record);
      if (writers.includes('server') && whenBlocked === 'dropped') return false;
      return writers.every((one) => one === 'device') || (writers.includes('device') && record.author === me);
    };
    gone.set(
      name,
      compared.absent.filter((record) => !isWrittenHere(record)),
    );
    const absent = compared.absent.filter(isWrittenHere).map(asAbsent(name));
    // One by one: a device may hold more of them than a call takes.
    for (const one of [...compared.differing, ...absent]) differing.push(one);
  }
  const waiting = outbox.entries().filter(({ refusal }) => refusal === undefined);
  // What is in the journal has never arrived, and is not lost.
  const unsent = new Set(waiting.map(({ entry }) => entry));
  // Nor is a state lost that was withdrawn before it was sent: the store has never had it, and whoever puts it back on the disk speaks
  // in its author's name.
  const hasArrived = ({ entry, receivedAt }: RegisterRecord) =>
    receivedAt !== undefined || tools.acknowledged.has(entry);
  const arrived = differing.filter(({ held }) => !unsent.has(held.entry) && hasArrived(held));
  const around = await tools.around();
  const { ownClasses } = around;
  // A place is noted for the office in a class that the account may read.
  const questions = [
    ...arrived.flatMap((one) => placesOf(one, inOwnClass(one.held, [one.stands], ownClasses), me)),
    ...waiting.flatMap((entry) => basePlaceOf(entry, ownClasses)),
  ];
  const missing = await ask(tools, questions);
  if (!missing) return undefined;
  const lost = arrived.filter(
    ({ collection, held }) =>
      // Written since: what waits of the record is put on top of its own part below.
      missing.has(held.entry) && outbox.waitingFor(collection, held.id).length === 0,
  );
  const { again, ofColleagues } = sentAgain(lost, { me, newEntry, around, waiting, local });
  const kept = new Map<CollectionName, Map<string, EntryId>>();
  for (const { collection, held, stands } of ofColleagues)
    if (stands) mapIn(kept, collection).set(held.id, stands.entry);
  const appended = await outbox.append(again);
  if (!appended.ok) return undefined;
  for (const { collection, record, entry } of again)
    // Somebody wrote while the disk did: nothing has gone out yet, and the one does not carry the other.
    if (outbox.waitingFor(collection, record.id).length > 1) await outbox.discard(entry);
  const rebased = await outbox.rebase(
    rebasedOn(
      outbox,
      new Map(differing.map((one) => [keyOf(one.collection, one.held.id), one])),
      missing,
      me,
      ownClasses,
    ),
  );
  if (!rebased.ok) return undefined;
  const anew = COLLECTION_NAMES.map(
    (name) =>
      [name, { gone: gone.get(name) ?? [], kept: kept.get(name) ?? new Map<string, EntryId>() }] as const,
  );
  return { anew: new Map(anew), again, ofColleagues: ofColleagues.length };
}

interface Compared {
  /** All that the device has of the collection. */
  readonly local: readonly RegisterRecord[];
  readonly differing: readonly Differing[];
  readonly absent: readonly RegisterRecord[];
}

/** Reads a collection of the store from the beginning, beside what the device has of it. */
async function compare(
  { transport, receptions, outbox }: StoreReturnTools,
  collection: CollectionName,
): Promise<Compared | undefined> {
  const local = await receptions.localRecords(collection);
  const absent = new Map(local.map((record) => [record.id, record]));
  const differing: Differing[] = [];
  const refused = new Set(outbox.entries().flatMap(({ entry, refusal }) => (refusal ? [entry] : [])));
  let checkpoint: Checkpoint = {};
  for (let more = true; more;) {
    const page = await transport.pull(collection, { checkpoint, limit: PAGE });
    if (!page) return undefined;
    for (const document of page.documents) {
      // Of what this version of the app cannot read nobody knows what it says: the server merges what is sent again with it.
      const stands = readRecord(collection, document) ?? null;
      const id = idOf(document);
      const held = absent.get(id);
      absent.delete(id);
      if (held && held.entry !== stands?.entry) differing.push({ collection, held, stands });
    }
    const next = { ...checkpoint, ...page.checkpoint };
    more = page.more && JSON.stringify(next) !== JSON.stringify(checkpoint);
    checkpoint = next;
  }
  // What was refused waits for its author, whatever the store has.
  return { local, differing, absent: [...absent.values()].filter(({ entry }) => !refused.has(entry)) };
}

async function ask(
  { transport }: StoreReturnTools,
  questions: readonly HeldEntry[],
): Promise<ReadonlySet<EntryId> | undefined> {
  const missing = new Set<EntryId>();
  for (let start = 0; start < questions.length; start += SYNC_LIMITS.heldEntries) {
    const answer = await transport.ask(questions.slice(start, start + SYNC_LIMITS.heldEntries));
    if (!answer) return undefined;
    for (const entry of answer) missing.add(entry);
  }
  return missing;
}

/** The entries that wait and start from a state that the store has lost, started from what it has. */
function rebasedOn(
  outbox: Outbox,
  differing: ReadonlyMap<string, Differing>,
  missing: ReadonlySet<EntryId>,
  me: PersonId,
  ownClasses: OwnClasses,
): readonly JournalEntry[] {
  return outbox.entries().flatMap((entry) => {
    const { assumed, record, collection } = entry;
    if (entry.refusal || !assumed || !missing.has(assumed.entry)) return [];
    const stands = differing.get(keyOf(collection, record.id))?.stands ?? null;
    const base = ancestorOf({ held: assumed, stands });
    const own = ownPart(record, base, me, () => entry.entry) ?? record;
    const { entry: name, recordedAt } = record;
    const inClass = inOwnClass({ ...own, entry: name, recordedAt }, [record, stands], ownClasses);
    return [{ ...entry, assumed: base, record: inClass }];
  });
}

function asAbsent(collection: CollectionName): (held: RegisterRecord) => Differing {
  return (held) => ({ collection, held, stands: null });
}

function mapIn(maps: Map<CollectionName, Map<string, EntryId>>, name: CollectionName): Map<string, EntryId> {
  const own = maps.get(name) ?? new Map<string, EntryId>();
  maps.set(name, own);
  return own;
}
