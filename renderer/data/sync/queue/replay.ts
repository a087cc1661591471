import type { LocalRecords } from '../../local-records.ts';
import type { EntryId } from '../../../../domain/base/ids.ts';
import type { Outbox } from './outbox.ts';

/** Brings the local store in step with the journal: after a crash, a full disk, or where the store was built anew. */
export async function replayJournal(
  outbox: Outbox,
  records: Pick<LocalRecords, 'read' | 'save'>,
  acknowledged: { readonly has: (entry: EntryId) => boolean },
): Promise<void> {
  const missing = [];
  for (const entry of outbox.newest().values()) {
    // Taken by the server, and not let go by a full disk: it would lie over what has been written since.
    if (acknowledged.has(entry.entry)) continue;
    // What cannot be read is written again: the journal has it.
    const [stored] = await records.read(entry.collection, [{ id: entry.record.id }]).catch(() => []);
    if (stored?.entry !== entry.entry) missing.push(entry);
  }
  await records.save(missing);
}
