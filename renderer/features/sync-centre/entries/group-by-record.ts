import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';

/** The entries of one record that wait together. */
export interface RecordGroup {
  /** Carries everything that the earlier ones wrote. */
  readonly newest: JournalEntry;
  readonly count: number;
}

/** Entries, newest first, by the record they write: signature, topic and roll call of an hour are one thing to whoever wrote them. */
export function groupByRecord(entries: readonly JournalEntry[]): readonly RecordGroup[] {
  const groups = new Map<string, RecordGroup>();
  for (const entry of entries) {
    const key = `${entry.collection}/${entry.record.id}`;
    const { newest, count } = groups.get(key) ?? { newest: entry, count: 0 };
    groups.set(key, { newest, count: count + 1 });
  }
  return [...groups.values()];
}
