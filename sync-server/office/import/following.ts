import { randomUUID } from 'node:crypto';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import type { RosterWriter } from '../act/roster-writer.ts';

/** What follows from a large writing, which is written behind it in a transaction of its own. */
export interface Following {
  /** Notes of which records something may follow, in the transaction that decides them: each writing has a note of its own, whoever else writes. */
  note(transaction: SchoolTransaction, school: SchoolId, records: readonly RegisterRecord[]): Promise<void>;
  /** Writes what follows from all that was noted, as its records stand now, and forgets the notes; answers what was written. Once more it writes nothing. */
  complete(school: SchoolId): Promise<readonly RegisterRecord[]>;
}

/** The notes of a school: one for each writing below it; a server of before had one for all. */
const notesOf = (school: SchoolId) => `roster.following.${school}`;

/** Ids by collection, as they are noted. */
type Noted = readonly (readonly [collection: CollectionName, ids: readonly string[]])[];

/** What follows from the writings of a storage; a process that dies in between leaves the notes to the next one. */
export function createFollowing(storage: Storage, { follow }: Pick<RosterWriter, 'follow'>): Following {
  return {
    async note(transaction, school, records) {
      const noted: Noted = [...groupBy(records, (record) => kindOf(record).collection)].map(
        ([collection, own]) => [collection, own.map(({ id }) => id)],
      );
      await transaction.setNote(`${notesOf(school)}.${randomUUID()}`, JSON.stringify(noted));
    },
    async complete(school) {
      return await storage.transaction(school, async (transaction) => {
        const written: RegisterRecord[] = [];
        for (const [name, note] of await transaction.notesUnder(notesOf(school))) {
          // Written above; an empty one by a server of before.
          const noted = note === '' ? [] : (JSON.parse(note) as Noted);
          if (noted.length > 0)
            written.push(...(await follow(transaction, school, await standing(transaction, noted))));
          await transaction.forgetNote(name);
        }
        return written;
      });
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
