import type { Instant } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/records/collections.ts';

/** The newest version of each record that the server has shown since the register was opened; names only, no content. */
export interface KnownVersions {
  note(record: RegisterRecord): void;
  /** The server's store is another one: what it had shown before says nothing of it. */
  forget(): void;
  /** How a state of the server stands to the newest one known. */
  compare(record: RegisterRecord): 'newest' | 'older' | 'unknown';
}

/** An empty list of versions. */
export function createKnownVersions(): KnownVersions {
  const newest = new Map<string, { readonly entry: string; readonly receivedAt: Instant }>();
  return {
    note({ id, entry, receivedAt }) {
      const known = newest.get(id);
      if (receivedAt !== undefined && (!known || known.receivedAt <= receivedAt))
        newest.set(id, { entry, receivedAt });
    },
    forget: () => newest.clear(),
    compare({ id, entry, receivedAt }) {
      const known = newest.get(id);
      if (!known || receivedAt === undefined) return 'unknown';
      return known.entry === entry || known.receivedAt < receivedAt ? 'newest' : 'older';
    },
  };
}
