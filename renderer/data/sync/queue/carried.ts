import type { EntryId } from '../../../../domain/base/ids.ts';
import { groupBy } from '../../../../domain/base/group-by.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { keyOf } from './sending-order.ts';

/** The waiting entries that an entry carries: those on top of which it was written, newest first. */
export type Carried = (entry: EntryId) => readonly JournalEntry[];

/**
 * What each of some entries carries, in the order in which they were written. One of a version that did not note what it follows carries
 * all of its record that wait before it. The others may stand behind what they do not carry: entries that were taken out of an earlier
 * journal, or that are to be asked about again.
 */
export function carriedIn(entries: readonly JournalEntry[]): Carried {
  const places = new Map(entries.map(({ entry }, place) => [entry, place]));
  let byRecord: ReadonlyMap<string, readonly JournalEntry[]> | undefined;

  function before(entry: JournalEntry): readonly JournalEntry[] {
    // Looked for once for all: of thousands of entries of before each would go through all the others.
    byRecord ??= groupBy(entries, keyOf);
    const own = byRecord.get(keyOf(entry)) ?? [];
    return own.slice(0, own.indexOf(entry)).toReversed();
  }

  return (name) => {
    const carried = new Set<JournalEntry>();
    let place = places.get(name);
    while (place !== undefined) {
      const entry = entries[place];
      if (entry === undefined || carried.has(entry)) break;
      if (entry.entry !== name) carried.add(entry);
      if (entry.follows === undefined) {
        for (const one of before(entry)) carried.add(one);
        break;
      }
      place = entry.follows === null ? undefined : places.get(entry.follows);
    }
    return [...carried].filter(({ refusal }) => refusal === undefined);
  };
}
