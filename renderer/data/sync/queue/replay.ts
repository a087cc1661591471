import type { LocalRecords } from '../../local-records.ts';
import type { Outbox } from './outbox.ts';

/** Writes into the local store what the journal has and the store has not: after a crash, a full disk, or a store built anew. */
export async function replayJournal(outbox: Outbox, records: LocalRecords): Promise<void> {
  const newest = new Map(
    outbox
      .entries()
      .filter(({ refusal }) => refusal === undefined)
      .map((entry) => [`${entry.collection}/${entry.record.id}`, entry]),
  );
  const missing = [];
  for (const entry of newest.values()) {
    // What cannot be read is written again: the journal has it.
    const [stored] = await records.read(entry.collection, [{ id: entry.record.id }]).catch(() => []);
    if (stored?.entry !== entry.entry) missing.push(entry);
  }
  await records.save(missing);
}
