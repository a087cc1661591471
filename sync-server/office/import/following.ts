import { groupBy } from '../../../domain/base/group-by.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import type { RosterWriter } from '../act/roster-writer.ts';

/** What follows from a large writing, which is written behind it in a transaction of its own. */
export interface Following {
  /** Notes of which records something may follow: before they are decided. */
  note(school: SchoolId, records: readonly RegisterRecord[]): Promise<void>;
  /** Nothing was decided. */
  forget(school: SchoolId): Promise<void>;
  /** Writes what follows from what was noted last, as its records stand now; answers what was written. Once more it writes nothing. */
  complete(school: SchoolId): Promise<readonly RegisterRecord[]>;
}

const noteOf = (school: SchoolId) => `roster.following.${school}`;

/** Ids by collection, as they are noted. */
type Noted = readonly (readonly [collection: CollectionName, ids: readonly string[]])[];

/** What follows from the writings of a storage; a process that dies in between leaves the note to the next one. */
export function createFollowing(storage: Storage, { follow }: Pick<RosterWriter, 'follow'>): Following {
  return {
    async note(school, records) {
      const noted: Noted = [...groupBy(records, (record) => kindOf(record).collection)].map(
        ([collection, own]) => [collection, own.map(({ id }) => id)],
      );
      await storage.setNote(noteOf(school), JSON.stringify(noted));
    },
    forget: async (school) => await storage.setNote(noteOf(school), ''),
    async complete(school) {
      const note = (await storage.note(noteOf(school))) ?? '';
      if (note === '') return [];
      // Written above.
      const noted = JSON.parse(note) as Noted;
      const written = await storage.transaction(school, async (transaction) =>
        follow(transaction, school, await standing(transaction, noted)),
      );
      await storage.setNote(noteOf(school), '');
      return written;
    },
  };
}

async function standing(
  transaction: Pick<SchoolTransaction, 'documents'>,
  noted: Noted,
): Promise<readonly RegisterRecord[]> {
  const found: RegisterRecord[] = [];
  for (const [collection, ids] of noted)
    for (const json of (await transaction.documents(collection, ids)).values())
      found.push(storedRecord(json));
  return found;
}

/**
 * Writes what a process that died has left to be written of large imports: before anybody is served. Where it fails the school goes on working, and the
 * next large import or the next start tries again.
 */
export async function completeFollowing(
  storage: Storage,
  writer: Pick<RosterWriter, 'follow'>,
  onError: (error: unknown) => void,
): Promise<void> {
  const following = createFollowing(storage, writer);
  for (const school of await storage.schools()) await following.complete(school).catch(onError);
}
