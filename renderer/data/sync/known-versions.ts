import type { Instant } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/records/collections.ts';

/** The newest version of each record that the server has shown since the register was opened; names only, no content. */
export interface KnownVersions {
  note(record: RegisterRecord): void;
  /** Whether this state of the server is the newest one known; false also where none is known. */
  isNewest(record: RegisterRecord): boolean;
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
    isNewest({ id, entry, receivedAt }) {
      const known = newest.get(id);
      if (!known || receivedAt === undefined) return false;
      return known.entry === entry || known.receivedAt < receivedAt;
    },
  };
}
