import { SYNC_LIMITS } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';

/** What a record counts for that is looked at once more in memory. */
const LOOKED_AT_AGAIN = 50;

/** Buckets that a record pays for by its own row: pupil, classes, day. */
const FEW_BUCKETS = 8;
/** What each further bucket counts for: a row of its own, in the order in which devices read. */
const ENTERED = 100;

/** What one request makes the server read and write beside its own rows, in characters of records. */
export interface Work {
  /** Whether it is as much as the largest request could bring by itself: then no other row of it is begun. */
  isEnough(): boolean;
  /** Records of the server's own making are written. */
  wrote(record: object): void;
  /** A record enters so many buckets. */
  entered(buckets: number): void;
  /** Records that were read before are gone through anew. */
  lookedAgain(records: number): void;
  /** The reader, with what it reads counted. */
  counted(reader: CountedReader): CountedReader;
}

type CountedReader = Pick<SchoolReader, 'bucketRange' | 'documents' | 'versionsOf' | 'versionsOfEntries'>;

/** The work of one request. */
export function createWork(): Work {
  let done = 0;
  return {
    isEnough: () => done >= SYNC_LIMITS.requestBytes,
    wrote(record) {
      done += JSON.stringify(record).length;
    },
    entered(buckets) {
      done += Math.max(0, buckets - FEW_BUCKETS) * ENTERED;
    },
    lookedAgain(records) {
      done += records * LOOKED_AT_AGAIN;
    },
    counted: (reader) => ({
      async documents(collection, ids) {
        const found = await reader.documents(collection, ids);
        for (const json of found.values()) done += json.length;
        return found;
      },
      async bucketRange(range, take) {
        await reader.bucketRange(range, (row) => {
          done += row.json.length;
          return take(row);
        });
      },
      async versionsOf(collection, id, part) {
        const versions = await reader.versionsOf(collection, id, part);
        for (const { json } of versions) done += json.length;
        return versions;
      },
      async versionsOfEntries(entries) {
        const found = await reader.versionsOfEntries(entries);
        for (const { json } of found.values()) done += json.length;
        return found;
      },
    }),
  };
}
