import type { Refusal } from '../../../../domain/access/refusal.ts';
import type { EntryId, Instant } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import type { PushOutcome } from '../../../../domain/protocol/endpoints/register/sync.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { Adoption, LocalRecords } from '../../local-records.ts';
import type { RowAnswer } from '../line/sync-batch.ts';
import type { Transport } from '../line/transport.ts';
import type { Arrivals } from '../versions/arrivals.ts';
import { readRecord } from '../versions/readable-record.ts';
import type { Outbox } from './outbox.ts';
import { keyOf, readyToSend } from './sending-order.ts';

/** Sends the entries of the journal, and brings what the server says of them into the store. */
export interface Sender {
  /** Tries again what the server has left unanswered. */
  retry(): void;
  close(): Promise<void>;
}

/** After this time an entry that was left unanswered is sent again by itself. */
const RETRY_EVERY = 20_000;

/** Knows what the server has taken of the entries of an earlier run, which was ended before it heard of it. */
export interface ArrivedBefore {
  /** Whether an entry carries any of which that is not known. */
  isOpen(entry: JournalEntry): boolean;
  /** The state that an entry starts from at the server; undefined where the server did not say. */
  baseOf(entry: JournalEntry): Promise<RegisterRecord | null | undefined>;
}

/** What the server has made of an entry, for the store. */
interface Answer extends Adoption {
  readonly entry: EntryId;
  readonly isTaken: boolean;
}

interface Answered {
  readonly entry: JournalEntry;
  readonly answer: RowAnswer;
}

/**
 * Starts to send. The journal alone says what waits: of each record the newest entry goes out, which mostly carries those before it, and
 * the next one not before the answer, and what was written after it and is judged together with it not either. An entry leaves the journal after the store has what the server has made of it; sending twice does no
 * harm, the server knows entries by name.
 */
export function startSender(options: {
  readonly outbox: Outbox;
  readonly transport: Pick<Transport, 'push'>;
  readonly arrivedBefore: ArrivedBefore;
  readonly records: Pick<LocalRecords, 'adopt' | 'storeKept'>;
  readonly arrivals: (collection: CollectionName) => Arrivals;
  /** Resolves when the device remembers how far it has seen the server's store: before that no entry may leave the journal. */
  readonly remembered: () => Promise<void>;
  /** Whether a state of a record may lie on this device, as far as is known of what its person reads. */
  readonly isForDevice: (state: RegisterRecord) => boolean;
  /** What the server said last of a record is not in the store. */
  readonly onUnstored: (collection: CollectionName) => void;
  /** Nothing goes to a store of which it is not known yet what it lacks. */
  readonly isPaused: () => boolean;
  readonly now: () => Instant;
}): Sender {
  const { outbox, transport, records, arrivedBefore } = options;
  /** The entry of each record that is on its way, or was left unanswered and waits for the next try. */
  const busy = new Map<string, EntryId>();
  const unanswered = new Set<string>();
  /** Those on their way of which it is asked first what they start from. */
  const asked = new Set<EntryId>();
  /** Whether the last look has held something up. */
  let isHolding = false;
  let answered: Answered[] = [];
  let settling: Promise<void> | undefined;
  let isClosed = false;

  function look(): void {
    if (isClosed || options.isPaused()) return;
    const ready = readyToSend(outbox.waiting(), {
      onItsWay: busy,
      left: unanswered,
      asked,
      isOpen: arrivedBefore.isOpen,
    });
    isHolding = ready.isHolding;
    for (const entry of ready.entries) {
      busy.set(keyOf(entry), entry.entry);
      send(entry);
    }
  }

  function send(entry: JournalEntry): void {
    if (!arrivedBefore.isOpen(entry)) return push(entry, entry.assumed);
    void sendOnBase(entry);
  }

  async function sendOnBase(entry: JournalEntry): Promise<void> {
    asked.add(entry.entry);
    const assumed = await arrivedBefore.baseOf(entry);
    asked.delete(entry.entry);
    if (assumed === undefined) note({ entry, answer: { kind: 'unanswered' } });
    else push(entry, assumed);
    // Each look goes through all that waits.
    if (isHolding) look();
  }

  function push(entry: JournalEntry, assumed: RegisterRecord | null): void {
    const { collection } = entry;
    const { receivedAt: _serverOwn, ...next } = entry.record;
    // Leaving out one optional member leaves a record of the same kind. The answer is noted in the moment in which it comes.
    void transport.push(collection, { assumed, next: next }).then((answer) => note({ entry, answer }));
  }

  function note(one: Answered): void {
    const { collection, record } = one.entry;
    // A refusal that shows no state says nothing of the record: what a page has said of it holds.
    if (
      one.answer.kind === 'outcome' &&
      (one.answer.outcome.outcome !== 'refused' || one.answer.outcome.master)
    )
      options.arrivals(collection).answered(record.id);
    answered.push(one);
    settling ??= settle();
  }

  /** Brings into store and journal what has been answered; all answers of a request at once. */
  async function settle(): Promise<void> {
    while (answered.length > 0) {
      // The answers of one request come in the same moment.
      await Promise.resolve();
      const group = answered;
      answered = [];
      // What could not be brought into store and journal is still in the journal: it is sent again, and known to the server.
      await settleGroup(group).catch(() => leave(group));
      look();
    }
    settling = undefined;
  }

  /** Left for the next try. */
  function leave(group: readonly Answered[]): void {
    for (const { entry } of group) unanswered.add(keyOf(entry));
  }

  async function settleGroup(group: readonly Answered[]): Promise<void> {
    leave(group.filter(({ answer }) => answer.kind === 'unanswered'));
    const settled = group.filter(({ answer }) => answer.kind !== 'unanswered');
    const taken = settled.flatMap(({ entry, answer }) =>
      answer.kind === 'outcome' && answer.outcome.outcome !== 'refused'
        ? [{ entry, state: takenState(entry, answer.outcome) }]
        : [],
    );
    const refused = settled.flatMap(({ entry, answer }) => {
      const outcome = answer.kind === 'outcome' ? answer.outcome : undefined;
      if (outcome !== undefined && outcome.outcome !== 'refused') return [];
      const refusal: Refusal = outcome?.refusal ?? { reason: 'invalid' };
      return [{ entry, refusal, state: stateAfterRefusal(entry, outcome) }];
    });
    await options.remembered();
    await adopt([
      ...taken.map(({ entry, state }) => ({ ...entry, state, isTaken: true })),
      ...refused.map(({ entry, state }) => ({ ...entry, state, isTaken: false })),
    ]);
    // Nothing comes between the last look at what pages have said and this: from now on they write by themselves.
    await Promise.all([
      ...refused.map(({ entry, refusal }) => outbox.refuse(entry.entry, refusal, options.now())),
      outbox.acknowledge(taken.map(({ entry }) => entry.entry)),
    ]);
    for (const { entry } of settled) busy.delete(keyOf(entry));
  }

  /** Writes what the server has answered, and what a page has said since. */
  async function adopt(answers: readonly Answer[]): Promise<void> {
    for (let states = answers; states.length > 0;) {
      for (const collection of await records.adopt(states)) options.onUnstored(collection);
      states = states.flatMap((answer) => {
        const { collection, record, state } = answer;
        const said = isLast(answer) ? options.arrivals(collection).take(record.id) : undefined;
        // What was kept may be what has just been written.
        return said && said.state !== state
          ? [{ ...answer, record: state ?? record, state: said.state }]
          : [];
      });
    }
  }

  /** Whether nothing of the record waits any more once this is settled: an entry that is taken takes those along which it carries. */
  function isLast({ collection, record, entry, isTaken }: Answer): boolean {
    const waiting = outbox.waitingFor(collection, record.id);
    const gone = isTaken ? 1 + outbox.carriedBy(entry).length : 1;
    return waiting.length === gone;
  }

  /** What stands at the server after an entry of a record was refused. */
  function stateAfterRefusal(
    entry: JournalEntry,
    outcome: PushOutcome | undefined,
  ): RegisterRecord | undefined {
    // What was written before it never went on its own: it does now, and may well be accepted.
    const before = outbox.waitingBefore(entry.entry);
    const state = before?.record ?? readRecord(entry.collection, outcome?.master);
    if (state) return state;
    // Where the answer shows nothing, a page may have: a state, or that the record is not for this device any more.
    const said = options.arrivals(entry.collection).kept(entry.record.id);
    if (said) return said.state;
    // What stood when it was written may have changed since, in a page that came before it: read again.
    options.onUnstored(entry.collection);
    // Of a class that was taken away the device gave it up, and nobody would take it away once more.
    return entry.assumed && options.isForDevice(entry.assumed) ? entry.assumed : undefined;
  }

  const interval = setInterval(retry, RETRY_EVERY);
  function retry(): void {
    void records.storeKept();
    for (const key of unanswered) busy.delete(key);
    unanswered.clear();
    look();
  }
  const watching = outbox.entries$.subscribe(() => look());

  return {
    retry,
    async close() {
      isClosed = true;
      clearInterval(interval);
      watching.unsubscribe();
      await settling;
    },
  };
}

/** The state in which the server has taken an entry; one that this version of the app cannot work with does not reach the store. */
function takenState(
  { collection, record }: JournalEntry,
  { master, receivedAt }: PushOutcome,
): RegisterRecord {
  // The server may be of before: it answers in the shape of then.
  return readRecord(collection, master) ?? (receivedAt === undefined ? record : { ...record, receivedAt });
}
