import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { HistoryPart, SchoolReader, StoredVersion } from '../../storage/contract/storage.ts';
import type { Work } from './work.ts';

/** As much of a record's history as a decision looks at: anybody who may write a record can make as many versions of it as they like. */
export const LOOKED_AT = { newest: 200, characters: 1_000_000 } as const satisfies HistoryPart;

/** As much of it once a request has made work enough: one row may ask for the histories of a whole class. */
const THEN = 20_000;

/** What one batch has read of the histories of records. */
export interface Histories {
  /** The newest versions of a record, oldest first; what was read before is not read again. */
  of(collection: CollectionName, id: string): Promise<readonly StoredVersion[]>;
  /** What was read of a record's history; nothing where nobody has asked for it. */
  read(collection: CollectionName, id: string): readonly StoredVersion[];
  /** The batch has written another version of a record. */
  grew(collection: CollectionName, id: string): void;
}

/** The histories of one batch: a long one is read once, however many rows of the batch are about its record. */
export function createHistories(
  reader: Pick<SchoolReader, 'versionsOf'>,
  { isEnough }: Pick<Work, 'isEnough'>,
): Histories {
  /** With how many versions this batch has added to each since. */
  const known = new Map<string, { readonly versions: readonly StoredVersion[]; added: number }>();
  return {
    async of(collection, id) {
      const key = `${collection}/${id}`;
      const before = known.get(key);
      if (before?.added === 0) return before.versions;
      const newest = Math.min(before?.added ?? LOOKED_AT.newest, LOOKED_AT.newest);
      const characters = isEnough() ? THEN : LOOKED_AT.characters;
      const later = await reader.versionsOf(collection, id, { newest, characters });
      // Of what the batch has added, nothing is left out in the midst.
      const isNext = before?.added === later.length;
      const versions = isNext ? [...before.versions, ...later].slice(-LOOKED_AT.newest) : later;
      known.set(key, { versions, added: 0 });
      return versions;
    },
    read: (collection, id) => known.get(`${collection}/${id}`)?.versions ?? [],
    grew(collection, id) {
      const history = known.get(`${collection}/${id}`);
      if (history) history.added += 1;
    },
  };
}
