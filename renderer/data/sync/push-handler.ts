import type { RxReplicationWriteToMasterRow, WithDeleted } from 'rxdb/plugins/core';
import type { EntryId, Instant } from '../../../domain/base/ids.ts';
import type { Refusal } from '../../../domain/access/refusal.ts';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { KnownVersions } from './known-versions.ts';
import type { Outbox } from './queue/outbox.ts';
import { isReadable } from './readable-record.ts';
import type { RowAnswer } from './line/sync-batch.ts';
import type { Transport } from './line/transport.ts';
import { isDeleted, sameVersion, toRecord } from './versions.ts';

/** What the local store is to hold after a push, where that is not the state that was pushed. */
export type MasterState = WithDeleted<RegisterRecord>;

/** Sends local states of one collection; the outcome is the state that RxDB adopts, or undefined when it may keep its own. */
export interface Pusher {
  /** RxDB's push handler: sends the rows that an entry of the journal waits for, and no other. Never throws. */
  pushRows(rows: readonly RxReplicationWriteToMasterRow<RegisterRecord>[]): Promise<MasterState[]>;
  /** Sends a state of the journal that RxDB takes for sent already. */
  pushEntry(record: RegisterRecord, assumed: RegisterRecord | null): Promise<MasterState | undefined>;
}

/** More entries than are on their way to the local store at once. */
const REMEMBERED = 1_000;

/** A pusher for one collection. */
export function createPusher(options: {
  readonly collection: CollectionName;
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly now: () => Instant;
  readonly versions: KnownVersions;
  /** The local store holds a state of the server that may not be the newest one. */
  readonly onDoubt: () => void;
  /** The server has taken an entry of this record, or has shown what became of one; RxDB is yet to write that down. */
  readonly onSettled: (id: string) => void;
}): Pusher {
  const { collection, transport, outbox } = options;
  /** What became of the entries that were taken last: RxDB may bring one twice before it has written down the first answer. */
  const taken = new Map<EntryId, RegisterRecord>();

  async function pushRow(
    row: RxReplicationWriteToMasterRow<RegisterRecord>,
  ): Promise<MasterState | undefined> {
    // A purge concerns this device only: nobody loses the record elsewhere.
    if (isDeleted(row.newDocumentState)) return undefined;
    const next = toRecord(row.newDocumentState);
    const waiting = outbox
      .waitingFor(collection, next.id)
      .find((candidate) => candidate.entry === next.entry);
    if (!waiting && next.receivedAt !== undefined) return confirm(next, row.assumedMasterState);
    if (!waiting) return takenBefore(next) ?? withhold(row.assumedMasterState);
    // The journal knows what the user saw when writing; a colleague's state may have come in just before the local write.
    return pushEntry(next, waiting.assumed && toRecord(waiting.assumed));
  }

  /**
   * The outcome of an entry that was taken a moment ago, as long as the server has shown nothing newer. The state of before it, which RxDB
   * assumes still, would take the entry back on this device until everything is fetched again; a store that is put back in that moment
   * would have lost it.
   */
  function takenBefore(next: RegisterRecord): MasterState | undefined {
    const state = taken.get(next.entry);
    if (!state || options.versions.compare(state) === 'older') return undefined;
    options.onSettled(state.id);
    return { ...state, _deleted: false };
  }

  /**
   * A local state without an entry that waits: settled meanwhile, or a row that somebody has put back on the disk. Every command writes
   * its entry first (docs/adr/0003), so that nobody's work is lost by sending nothing; what the server has is fetched once more.
   */
  function withhold(assumed: MasterState | undefined): MasterState | undefined {
    options.onDoubt();
    return assumed;
  }

  /**
   * A state of the server that RxDB takes for a local write: usually the outcome of an earlier push. While RxDB believed so it has
   * passed over newer states that came in, and where one may have been among them everything is fetched once more.
   */
  function confirm(state: RegisterRecord, assumed: MasterState | undefined): undefined {
    const isNoted = assumed !== undefined && sameVersion(assumed, state);
    const age = options.versions.compare(state);
    if (age === 'older' || (age === 'unknown' && !isNoted)) options.onDoubt();
    // RxDB passes over what is fetched, too, as long as it has not written down that this state is the server's.
    options.onSettled(state.id);
    return undefined;
  }

  async function pushEntry(
    record: RegisterRecord,
    assumed: RegisterRecord | null,
  ): Promise<MasterState | undefined> {
    const { receivedAt: _serverOwn, ...next } = record;
    // Leaving out one optional member leaves a record of the same kind.
    const answer = await transport.push(collection, { assumed, next: next });
    return settle(record, assumed, answer);
  }

  async function settle(
    record: RegisterRecord,
    assumed: RegisterRecord | null,
    answer: RowAnswer,
  ): Promise<MasterState | undefined> {
    switch (answer.kind) {
      case 'outcome':
        return answer.outcome.outcome === 'refused'
          ? refuse(record, assumed, answer.outcome)
          : accept(record, assumed, answer.outcome);
      case 'tooLarge':
      case 'unacceptable':
        return refuse(record, assumed, { refusal: { reason: 'invalid' } });
      case 'unanswered':
        // It stays in the journal and is sent from there again; RxDB must not hold up everything else for it.
        return undefined;
    }
  }

  /** A state that this version of the app cannot work with must not reach the local store by this way either. */
  function readable(master: RegisterRecord | undefined): RegisterRecord | undefined {
    return isReadable(collection, master) ? master : undefined;
  }

  async function accept(
    record: RegisterRecord,
    assumed: RegisterRecord | null,
    outcome: PushOutcome,
  ): Promise<MasterState | undefined> {
    await outbox.acknowledge(record.entry);
    const { receivedAt } = outcome;
    const master = readable(outcome.master);
    const state = master ?? (receivedAt === undefined ? record : { ...record, receivedAt });
    if (assumed && assumed.entry !== state.entry) options.versions.replace(assumed.entry);
    options.versions.note(state);
    taken.set(record.entry, state);
    for (const oldest of taken.keys()) if (taken.size > REMEMBERED) taken.delete(oldest);
    options.onSettled(record.id);
    return sameVersion(state, record) ? undefined : { ...state, _deleted: false };
  }

  async function refuse(
    record: RegisterRecord,
    assumed: RegisterRecord | null,
    answer: { readonly refusal?: Refusal; readonly master?: RegisterRecord },
  ): Promise<MasterState> {
    const { refusal } = answer;
    const master = readable(answer.master);
    await outbox.refuse(record.entry, refusal ?? { reason: 'invalid' }, options.now());
    const standing = master ?? assumed;
    if (master) options.versions.note(master);
    // What was written before it never went on its own: it does now, and may well be accepted.
    const before = outbox.waitingBefore(record.entry);
    if (before) {
      const state = await pushEntry(before.record, before.assumed);
      return state ?? { ...before.record, _deleted: false };
    }
    return standing ? { ...standing, _deleted: false } : { ...record, _deleted: true };
  }

  return {
    async pushRows(rows) {
      const masters = await Promise.all(rows.map((row) => pushRow(row).catch(() => undefined)));
      return masters.filter((master) => master !== undefined);
    },
    pushEntry,
  };
}
