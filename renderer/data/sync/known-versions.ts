import type { EntryId, Instant } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';

/** The newest version of each record that the server has shown since the register was opened; names only, no content. */
export interface KnownVersions {
  note(record: RegisterRecord): void;
  /** An entry of this device has taken the place of this version at the server. */
  replace(entry: EntryId): void;
  /** Whether a version was replaced by an entry of this device: an answer that shows it was on its way before. */
  isReplaced(record: RegisterRecord): boolean;
  /** The server's store is another one: what it had shown before says nothing of it. */
  forget(): void;
  /** How a state of the server stands to the newest one known. */
  compare(record: RegisterRecord): 'newest' | 'older' | 'unknown';
}

/** More than are replaced while one answer is on its way. */
const REMEMBERED = 1_000;

/** An empty list of versions. */
export function createKnownVersions(): KnownVersions {
  const newest = new Map<string, { readonly entry: string; readonly receivedAt: Instant }>();
  const replaced = new Set<EntryId>();
  return {
    replace(entry) {
      replaced.add(entry);
      for (const oldest of replaced) if (replaced.size > REMEMBERED) replaced.delete(oldest);
    },
    isReplaced: ({ entry }) => replaced.has(entry),
    note({ id, entry, receivedAt }) {
      const known = newest.get(id);
      if (receivedAt !== undefined && (!known || known.receivedAt <= receivedAt))
        newest.set(id, { entry, receivedAt });
    },
    forget() {
      newest.clear();
      replaced.clear();
    },
    compare({ id, entry, receivedAt }) {
      const known = newest.get(id);
      if (!known || receivedAt === undefined) return 'unknown';
      return known.entry === entry || known.receivedAt < receivedAt ? 'newest' : 'older';
    },
  };
}
