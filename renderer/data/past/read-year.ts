import type { RxCollection } from 'rxdb/plugins/core';
import type { Bucket } from '../../../domain/access/bucket.ts';
import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Checkpoint } from '../../../domain/protocol/endpoints/register/sync.ts';
import {
  COLLECTION_NAMES,
  SPEAKS_OF_OTHERS,
  type CollectionName,
} from '../../../domain/record/collection-names.ts';
import { asReadOnly, isOfYear } from '../../../domain/school/limits/closed-year.ts';
import type { StoredRecord } from '../store/collection-schemas.ts';
import type { LocalStore } from '../store/database.ts';
import { toRow, writeDocuments } from '../store/document-writes.ts';
import type { Transport } from '../sync/line/transport.ts';
import { readRecord } from '../sync/versions/readable-record.ts';

const PAGE = 1_000;
const CONTEXT = 'campanella-past-year';
/** What somebody is told of what was overruled is of today. */
const READ = COLLECTION_NAMES.filter((name) => name !== SPEAKS_OF_OTHERS);

/** What a school year is read with. */
interface YearTools {
  readonly store: Pick<LocalStore, 'collections'>;
  readonly transport: Pick<Transport, 'pull' | 'close'>;
  /** The buckets that are read by whoever has no class. */
  readonly ofEverybody: ReadonlySet<Bucket>;
  readonly onReceived: (documents: number) => void;
}

/**
 * Reads all that the server gives of a school year into an empty store. What is of other years alone is left out, and the year is read-only
 * in all that is kept. Fails with the first collection that the store does not take, and asks for nothing more then.
 */
export async function readYear(
  startYear: number,
  { store, transport, ofEverybody, onReceived }: YearTools,
): Promise<'given' | 'notGiven' | 'notYours'> {
  let isMine = false;
  const reading = READ.map(async (name) => {
    try {
      return await readCollection(name);
    } catch (error) {
      transport.close();
      throw error;
    }
  });
  // Nothing is written any more when it is told: the store may be closed then.
  await Promise.allSettled(reading);
  const read = await Promise.all(reading);
  if (!read.every(Boolean)) return 'notGiven';
  return isMine ? 'given' : 'notYours';

  async function readCollection(name: CollectionName): Promise<boolean> {
    // Every collection is handled alike, through what all records have in common.
    const { storageInstance } = store.collections[name] as unknown as RxCollection<
      StoredRecord<CollectionName>
    >;
    let checkpoint: Checkpoint = {};
    for (;;) {
      const page = await transport.pull(name, { checkpoint, limit: PAGE });
      if (!page) return false;
      const records = page.documents.flatMap((document) => readRecord(name, document) ?? []);
      const kept = records.filter((record) => isKept(record, startYear)).map(asReadOnly);
      isMine ||= kept.some((record) => bucketsOf(record).every((bucket) => !ofEverybody.has(bucket)));
      await writeDocuments(
        storageInstance,
        kept.map((record) => toRow(record, undefined)),
        CONTEXT,
      );
      onReceived(page.documents.length);
      const next: Checkpoint = { ...checkpoint, ...page.checkpoint };
      // A server that announces more and leads no further must not be asked for ever.
      if (!page.more || JSON.stringify(next) === JSON.stringify(checkpoint)) return true;
      checkpoint = next;
    }
  }
}

function isKept(record: RegisterRecord, startYear: number): boolean {
  const { class: schoolClass } = kindOf(record).place(record);
  return isOfYear({ ...record, ...(schoolClass === undefined ? {} : { class: schoolClass }) }, startYear);
}
