import type { EntryId } from '../../../domain/base/ids.ts';
import type { SchoolReader, StoredVersion } from '../../storage/contract/storage.ts';

/** What one batch has read of the versions that entries made. */
export interface EntryVersions {
  /** Reads what is known of several entries at once. */
  preload(entries: readonly string[]): Promise<void>;
  /** The version of an entry, also of one that this batch has made; what was read before is not read again. */
  of(entry: EntryId): Promise<StoredVersion | undefined>;
  /** What was read of an entry; undefined where there is none, or nobody has asked. */
  read(entry: EntryId): StoredVersion | undefined;
  /** The batch has made a version of an entry. */
  made(entry: EntryId): void;
}

/**
 * The versions of the entries that one batch is about.
 *
 * @param flush writes what the batch has made: an entry of it has its version only then
 */
export function createEntryVersions(
  reader: Pick<SchoolReader, 'versionsOfEntries'>,
  flush: () => Promise<void>,
): EntryVersions {
  /** Undefined for what was looked for and does not exist. */
  const known = new Map<string, StoredVersion | undefined>();
  const made = new Set<EntryId>();
  const versions: EntryVersions = {
    async preload(entries) {
      const found = await reader.versionsOfEntries(entries);
      for (const entry of entries) known.set(entry, found.get(entry));
    },
    async of(entry) {
      if (made.has(entry)) {
        await flush();
        made.delete(entry);
        known.delete(entry);
      }
      if (!known.has(entry)) await versions.preload([entry]);
      return known.get(entry);
    },
    read: (entry) => known.get(entry),
    made(entry) {
      made.add(entry);
    },
  };
  return versions;
}
