import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import type { LocalRecords } from '../local-records.ts';
import type { Outbox } from './queue/outbox.ts';
import type { Replications } from './replication.ts';
import type { Transport } from './line/transport.ts';
import { isDeleted, toRecord } from './versions.ts';

const EVERY = 20_000;
/** RxDB sends a new entry at once: one that has waited longer and is not on its way was missed. */
const MISSED_AFTER = 10_000;
/** What the journal brought from the last run has waited already; RxDB gets a moment to send it by itself. */
const GRACE = 2_000;

/**
 * Sends what RxDB does not send: entries whose local state was lost, or was noted as sent before the journal heard of it (a crash in
 * between), or that the server left unanswered. Sending twice does no harm, the server knows entries by name.
 */
export function startSweep(options: {
  readonly outbox: Outbox;
  readonly transport: Transport;
  readonly replications: Replications;
  readonly records: LocalRecords;
  /** Nothing goes to a store of which it is not known yet what it lacks. */
  readonly isPaused: () => boolean;
}): { readonly sweep: (all?: 'all') => Promise<void>; readonly close: () => void } {
  const { outbox, transport, replications, records } = options;
  const start = Date.now() - MISSED_AFTER + GRACE;
  const firstSeen = new Map<string, number>(outbox.entries().map(({ entry }) => [entry, start]));

  async function send({ collection, record, assumed }: JournalEntry): Promise<void> {
    const master = await replications.pusher(collection)?.pushEntry(record, assumed);
    if (master) await records.adopt({ collection, record }, isDeleted(master) ? undefined : toRecord(master));
  }

  /** Sends what has waited for long; with `all`, whatever waits. */
  async function sweep(all?: 'all'): Promise<void> {
    if (options.isPaused()) return;
    await records.storeKept();
    const newest = new Map(
      outbox
        .entries()
        .filter(({ refusal }) => refusal === undefined)
        .map((entry) => [`${entry.collection}/${entry.record.id}`, entry]),
    );
    const missed = [...newest.values()].filter((entry) => {
      const since = firstSeen.get(entry.entry) ?? Date.now();
      firstSeen.set(entry.entry, since);
      const isDue = all !== undefined || Date.now() - since >= MISSED_AFTER;
      return isDue && !transport.isSending(entry.collection, entry.record.id);
    });
    if (missed.length === 0) return;
    await Promise.all(missed.map((entry) => send(entry).catch(() => undefined)));
    replications.resync();
  }

  const interval = setInterval(() => void sweep(), EVERY);
  const first = setTimeout(() => void sweep(), GRACE + 100);
  return {
    sweep,
    close() {
      clearInterval(interval);
      clearTimeout(first);
    },
  };
}
