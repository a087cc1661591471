import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { isCollectionName } from '../../../../domain/kinds/collections.ts';
import { kindNamed, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { upgraded } from '../../../../domain/kinds/upgrades.ts';

/**
 * The entries of a journal that this version of the app can work with, in the shape of today: another version may have written them. What a newer one wrote
 * of a kind of its own stays in the journal for it.
 */
export function entriesOfToday(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  return entries.map(inShapeOfToday).filter(isOfToday);
}

/** Whether this version of the app knows the kind of an entry, and in which collection it lies. */
function isOfToday({ collection, record }: JournalEntry): boolean {
  return isCollectionName(collection) && kindNamed(record.kind)?.collection === collection;
}

function inShapeOfToday(entry: JournalEntry): JournalEntry {
  // Nothing is in the journal that was not a record, and the upgrades of its kind bring it here.
  const record = upgraded(entry.record) as RegisterRecord;
  const assumed = upgraded(entry.assumed) as RegisterRecord | null;
  return { ...entry, record, assumed };
}
