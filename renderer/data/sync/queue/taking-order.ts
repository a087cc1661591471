import type { PersonId } from '../../../../domain/base/ids.ts';
import { kindOf } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';

/** The name of an entry's record among those of all collections. */
export function keyOf({ collection, record }: JournalEntry): string {
  return `${collection}/${record.id}`;
}

/**
 * The newest entries of some records in the order in which they were written, but each after those by which it is judged: what recovers a grade may have been begun
 * before it, and a store that was put back may lack the column of a grade.
 */
export function inTakingOrder(
  newest: ReadonlyMap<string, JournalEntry>,
): readonly (readonly [string, JournalEntry])[] {
  const ordered = new Map<string, JournalEntry>();
  const begun = new Set<string>();
  const take = (key: string): void => {
    const entry = newest.get(key);
    if (!entry || begun.has(key)) return;
    begun.add(key);
    for (const before of keysBefore(entry)) take(before);
    ordered.set(key, entry);
  };
  for (const key of newest.keys()) take(key);
  return [...ordered];
}

/**
 * Those entries that cannot go out yet, as one looks through them in their order. What was written after such a one of the same pupil, or is judged by it, waits as
 * well: it would be decided by what is not so any more.
 */
export function createHeldUp() {
  const keys = new Set<string>();
  const pupils = new Set<PersonId>();
  const pupilOf = ({ record }: JournalEntry) => kindOf(record).place(record).pupil;
  return {
    add(entry: JournalEntry): void {
      keys.add(keyOf(entry));
      const pupil = pupilOf(entry);
      if (pupil !== undefined) pupils.add(pupil);
    },
    holds(entry: JournalEntry): boolean {
      const pupil = pupilOf(entry);
      return (pupil !== undefined && pupils.has(pupil)) || keysBefore(entry).some((key) => keys.has(key));
    },
  };
}

function keysBefore({ collection, record }: JournalEntry): readonly string[] {
  const before = kindOf(record).comesAfter?.(record) ?? [];
  return before.map((id) => `${collection}/${id}`);
}
