import { BehaviorSubject, type Observable } from 'rxjs';
import type { Refusal } from '../../../../domain/access/refusal.ts';
import type { EntryId, Instant } from '../../../../domain/base/ids.ts';
import { groupBy } from '../../../../domain/base/group-by.ts';
import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import type { Bridge } from '../../../../domain/protocol/bridge/bridge.ts';
import {
  MOST_APPENDED,
  type JournalEntry,
  type JournalFailure,
  type OpeningId,
} from '../../../../domain/protocol/bridge/journal.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { carriedIn, type Carried } from './carried.ts';
import { entriesOfToday } from './entries-of-today.ts';
import { inGroups } from './in-groups.ts';
import { keyOf } from './sending-order.ts';

type JournalVerb = 'journalAppend' | 'journalSettle' | 'journalRefuse' | 'journalRead' | 'reportUnsent';
type WithoutOpening<Arguments extends readonly unknown[]> = Arguments extends readonly [
  ...infer Rest,
  OpeningId,
]
  ? Rest
  : never;

/** The journal of one opening: the bridge's verbs, each of which reaches this journal or none. */
export type OpenJournal = {
  readonly [V in JournalVerb]: (...args: WithoutOpening<Parameters<Bridge[V]>>) => ReturnType<Bridge[V]>;
};

/** Well below what one call may carry, in bytes as well: a store that was put back asks for thousands. */
const AT_ONCE = MOST_APPENDED / 4;

/** Binds the verbs to an opening. */
export function journalOf(bridge: Pick<Bridge, JournalVerb>, opening: OpeningId): OpenJournal {
  return {
    async journalAppend(entries) {
      let from = 0;
      for (; entries.length - from > AT_ONCE; from += AT_ONCE) {
        const written = await bridge.journalAppend(entries.slice(from, from + AT_ONCE), opening);
        if (!written.ok) return written;
      }
      return await bridge.journalAppend(entries.slice(from), opening);
    },
    journalSettle: (entries) => bridge.journalSettle(entries, opening),
    journalRefuse: (refusals) => bridge.journalRefuse(refusals, opening),
    journalRead: () => bridge.journalRead(opening),
    reportUnsent: (count) => bridge.reportUnsent(count, opening),
  };
}

/** How many acknowledged entries are remembered for local writes that were under way at that moment. */
const REMEMBERED = 1_000;

/**
 * What this device has written and the server has not acknowledged: the journal of the main process and its mirror in memory.
 *
 * Entries of one record follow each other, and each carries those that it follows: when one is acknowledged, so are they.
 */
export interface Outbox {
  readonly entries$: Observable<readonly JournalEntry[]>;
  entries(): readonly JournalEntry[];
  /** The entries of a record that wait to be sent, in order; refused ones are not among them. */
  waitingFor(collection: CollectionName, id: string): readonly JournalEntry[];
  /** The waiting entries that one carries: those on top of which it was written, newest first. */
  carriedBy(entry: EntryId): readonly JournalEntry[];
  /** The records of a collection with an entry that waits. */
  waitingIds(collection: CollectionName): ReadonlySet<string>;
  /** All entries that wait to be sent, in the order in which they were written. */
  waiting(): readonly JournalEntry[];
  /** The newest waiting entry of each record, in the order in which they were written. */
  newest(): ReadonlyMap<string, JournalEntry>;
  /** The newest waiting entry of the same record that was written before this one. */
  waitingBefore(entry: EntryId): JournalEntry | undefined;
  /** Makes entries durable; on failure nothing was written, but for the first of many hundred. */
  append(added: readonly JournalEntry[]): Promise<Result<null, JournalFailure>>;
  /** The server has taken these entries, and with each those that it carries; the ones that carry it are based on it from now on. */
  acknowledge(entries: readonly EntryId[]): Promise<void>;
  refuse(entry: EntryId, refusal: Refusal, refusedAt: Instant): Promise<void>;
  /** Notes that a refused entry is to be sent again later. */
  noteAgain(entry: EntryId): Promise<void>;
  /** Puts a refused entry back, as the last of those that wait; undefined where it is none. When that may be done is for `put-back.ts` to say. */
  putBack(entry: EntryId): Promise<Result<JournalEntry | undefined, JournalFailure>>;
  discard(entry: EntryId): Promise<Result<null, JournalFailure>>;
  /** Puts entries in the place of those of the same name: the server's store is another one, and they start from its states. */
  rebase(entries: readonly JournalEntry[]): Promise<Result<null, JournalFailure>>;
}

/**
 * Reads the journal and keeps it in step with what happens to its entries. `noteArrived` is told of an entry that the server has
 * taken before it leaves the journal.
 */
export async function openOutbox(
  journal: OpenJournal,
  noteArrived: (entry: EntryId) => void = () => undefined,
): Promise<Result<Outbox, JournalFailure>> {
  const read = await journal.journalRead();
  if (!read.ok) return read;
  const kept = entriesOfToday(read.value);
  const foreign = read.value.length - kept.length;
  const entries$ = new BehaviorSubject<readonly JournalEntry[]>(kept);
  const entries = () => entries$.value;

  function replace(next: readonly JournalEntry[]): void {
    entries$.next(next);
    // Only a hint for the warning on closing: the journal itself is what counts.
    void journal.reportUnsent(next.length + foreign).catch(() => undefined);
  }
  replace(kept);

  /** What a full disk did not let go: replayed after a restart, it would lie over what has been written since. */
  const unsettled = new Set<EntryId>();
  const settle = inGroups<EntryId>(async (taken) => {
    for (const entry of taken) unsettled.add(entry);
    const group = [...unsettled];
    const settled = await journal.journalSettle(group);
    if (settled.ok) for (const entry of group) unsettled.delete(entry);
  });
  const acknowledgedStates = new Map<EntryId, RegisterRecord>();
  function withBase({ follows, ...entry }: JournalEntry, here: ReadonlySet<EntryId>): JournalEntry {
    const base = follows ? acknowledgedStates.get(follows) : undefined;
    // What stood is mostly a state of the server, and no entry of this journal.
    return {
      ...entry,
      ...(base && { assumed: base }),
      follows: follows && here.has(follows) ? follows : null,
    };
  }

  const isWaiting = (entry: JournalEntry) => entry.refusal === undefined;
  const sameRecord = (entry: JournalEntry, collection: CollectionName, id: string) =>
    entry.collection === collection && entry.record.id === id;
  /** Found once for each state of the journal: asked for every one of thousands, a search would cost their square. */
  let index: Index | undefined;
  function indexed(): Index {
    if (index?.of !== entries()) index = indexOf(entries());
    return index;
  }

  const outbox: Outbox = {
    entries$: entries$.asObservable(),
    entries,
    waitingFor: (collection, id) => indexed().byRecord.get(`${collection}/${id}`) ?? [],

    carriedBy: (entry) => indexed().carried(entry),

    waitingIds: (collection) =>
      new Set(
        entries().flatMap((entry) =>
          isWaiting(entry) && entry.collection === collection ? [entry.record.id] : [],
        ),
      ),

    waiting: () => indexed().waiting,

    newest() {
      const found = new Map<string, JournalEntry>();
      for (const entry of indexed().waiting) {
        const key = keyOf(entry);
        // A map keeps the place in which a name came first.
        found.delete(key);
        found.set(key, entry);
      }
      return found;
    },

    waitingBefore(later) {
      const position = entries().findIndex(({ entry }) => entry === later);
      const found = entries()[position];
      if (!found) return undefined;
      const before = entries().slice(0, position);
      return before.findLast(
        (entry) => isWaiting(entry) && sameRecord(entry, found.collection, found.record.id),
      );
    },

    async append(added) {
      const based = () => {
        const here = new Set([...entries(), ...added].map(({ entry }) => entry));
        return added.map((entry) => withBase(entry, here));
      };
      const first = based();
      const written = await journal.journalAppend(first);
      if (!written.ok) return written;
      // While the disk was writing, the server may have taken what these entries follow.
      const now = based();
      replace([...entries(), ...now]);
      const moved = now.filter((entry, index) => entry.assumed !== first[index]?.assumed);
      // Not waited for: the answer to these entries must not come before their states are in the store.
      if (moved.length > 0) void journal.journalAppend(moved).catch(() => undefined);
      return written;
    },

    async acknowledge(acknowledged) {
      const taken = new Set<EntryId>();
      const later = new Map<EntryId, JournalEntry>();
      const byName = new Map(entries().map((entry) => [entry.entry, entry]));
      const { carried } = indexed();
      for (const name of acknowledged) {
        const found = byName.get(name);
        if (!found) continue;
        for (const { entry } of [found, ...carried(name)]) taken.add(entry);
        for (const entry of outbox.waitingFor(found.collection, found.record.id))
          if (carried(entry.entry).includes(found))
            later.set(entry.entry, { ...entry, assumed: found.record });
        acknowledgedStates.set(name, found.record);
        // Not waited for: the local store has the answer already.
        noteArrived(name);
      }
      if (taken.size === 0) return;
      replace(
        entries()
          .filter(({ entry }) => !taken.has(entry))
          .map((entry) => later.get(entry.entry) ?? entry),
      );
      for (const entry of acknowledgedStates.keys())
        if (acknowledgedStates.size > REMEMBERED) acknowledgedStates.delete(entry);
      // A failure here (full disk) leaves entries behind that the server will answer as known.
      await settle([...taken]);
      if (later.size > 0) await journal.journalAppend([...later.values()]);
    },

    async refuse(refused, refusal, refusedAt) {
      if (!entries().some(({ entry }) => entry === refused)) return;
      const withTime = { ...refusal, refusedAt };
      replace(entries().map((entry) => (entry.entry === refused ? { ...entry, refusal: withTime } : entry)));
      await journal.journalRefuse([{ entry: refused, refusal: withTime }]);
    },

    async noteAgain(name) {
      const refusal = entries().find(({ entry }) => entry === name)?.refusal;
      if (refusal === undefined || refusal.again === true) return;
      const wanted = { ...refusal, again: true };
      replace(entries().map((entry) => (entry.entry === name ? { ...entry, refusal: wanted } : entry)));
      await journal.journalRefuse([{ entry: name, refusal: wanted }]);
    },

    async putBack(name) {
      // In the journal it keeps the place in which it was written first. Of its record nothing may stand behind it that the server has taken
      // without it: found there together after a kill, the one would seem to carry the other.
      await settle([...unsettled]);
      if (unsettled.size > 0) return fail({ kind: 'diskFull' });
      const refused = entries().find(({ entry, refusal }) => entry === name && refusal !== undefined);
      if (!refused) return ok(undefined);
      const { refusal: _settled, ...before } = refused;
      const again = { ...before, follows: null };
      const written = await journal.journalAppend([again]);
      if (!written.ok) return written;
      // Behind the others: it is the newest state of its record again.
      replace([...entries().filter(({ entry }) => entry !== name), again]);
      return ok(again);
    },

    async discard(discarded) {
      const written = await journal.journalSettle([discarded]);
      if (written.ok) replace(entries().filter(({ entry }) => entry !== discarded));
      return written;
    },

    async rebase(rebased) {
      // What was acknowledged before may not be in the store any more.
      acknowledgedStates.clear();
      if (rebased.length === 0) return ok(null);
      const written = await journal.journalAppend(rebased);
      const byName = new Map(rebased.map((entry) => [entry.entry, entry]));
      if (written.ok) replace(entries().map((entry) => byName.get(entry.entry) ?? entry));
      return written;
    },
  };
  return ok(outbox);
}

/** What is asked of the waiting entries again and again. */
interface Index {
  readonly of: readonly JournalEntry[];
  readonly waiting: readonly JournalEntry[];
  readonly byRecord: ReadonlyMap<string, readonly JournalEntry[]>;
  readonly carried: Carried;
}

function indexOf(entries: readonly JournalEntry[]): Index {
  const waiting = entries.filter(({ refusal }) => refusal === undefined);
  const byRecord = groupBy(waiting, keyOf);
  return { of: entries, waiting, byRecord, carried: carriedIn(entries) };
}
