import type { EntryId, PersonId } from '../../../../domain/base/ids.ts';
import { BUCKET_LAYOUT, bucketsOf, LAYOUT_MARK } from '../../../../domain/entries/buckets-of.ts';
import type { Bucket } from '../../../../domain/access/bucket.ts';
import type { Checkpoint } from '../../../../domain/protocol/endpoints/register/sync.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { Transport } from '../line/transport.ts';
import type { Arrivals } from '../versions/arrivals.ts';
import { bucketsIn, isForDevice, isRead, LOOKED_MARK } from '../versions/for-device.ts';
import { idOf, kindIn, readRecord } from '../versions/readable-record.ts';
import type { SortedPage, Unreadable } from './parked-note.ts';

/** A page as the device takes it: what can be read of it, and what is not for this device any more. */
export interface ReadPage {
  /** Its place among all that has come of the collection. */
  readonly number: number;
  readonly received: number;
  readonly documents: readonly RegisterRecord[];
  /** The records of this device that are not for it any more: to be asked once everything that came before is in the store. */
  readonly lost: () => Promise<readonly RegisterRecord[]>;
  readonly checkpoint: Checkpoint;
  readonly more: boolean;
}

/** Reads the pages of one collection. */
export interface PageReader {
  /**
   * The page after a checkpoint; undefined where the server gives none. `known` is how far what is here was read, which is further where
   * all is read again: a server that is asked from the beginning does not say what it gave before and gives no more.
   */
  read(checkpoint: Checkpoint, known?: Checkpoint): Promise<ReadPage | undefined>;
  /** The place, among all that has come, of what is said now. */
  now(): number;
  /** The versions that do not take the place of a colleague's newer one on this device, by record. */
  keep(versions: ReadonlyMap<string, EntryId>): void;
}

const PAGE = 1_000;
/** A reader of one collection. */
export function createPageReader(options: {
  readonly collection: CollectionName;
  readonly transport: Pick<Transport, 'pull'>;
  readonly arrivals: Pick<Arrivals, 'page'>;
  /** All records of the collection on this device. */
  readonly localRecords: () => Promise<readonly RegisterRecord[]>;
  readonly onSorted: (page: SortedPage) => void;
  /** Whose device this is: what they wrote themselves stays, also where they may not read (a substitute's lesson). */
  readonly me: PersonId;
}): PageReader {
  const { collection, transport, arrivals } = options;
  let kept: ReadonlyMap<string, EntryId> = new Map();

  /**
   * The records of this device that are not for it any more: of buckets that were revoked, or, where all is read, of none that it may read. Its person's own go with
   * the bucket in which they were read, and stay where they never were in one.
   */
  async function purged(
    names: readonly Bucket[],
    known: Checkpoint,
    scope: Checkpoint,
    received: readonly RegisterRecord[],
    isOfAll: boolean,
  ): Promise<readonly RegisterRecord[]> {
    const revoked = new Set([...names, ...bucketsIn(known).filter((name) => !Object.hasOwn(scope, name))]);
    if (revoked.size === 0 && !isOfAll) return [];
    // What comes in this very page is in scope, whatever the state that is here says.
    const here = new Set<string>(received.map(({ id }) => id));
    const inScope = new Set(bucketsIn(scope));
    return (await options.localRecords()).filter((record) => {
      if (here.has(record.id)) return false;
      if (bucketsOf(record).some((bucket) => revoked.has(bucket))) return !isRead(record, inScope);
      return isOfAll && !isForDevice(record, inScope, options.me);
    });
  }

  function readableOf(documents: readonly unknown[], isFirst: boolean): readonly RegisterRecord[] {
    const readable: RegisterRecord[] = [];
    const unreadable: Unreadable[] = [];
    for (const document of documents) {
      const record = readRecord(collection, document);
      if (record) readable.push(record);
      else unreadable.push({ kind: kindIn(document) ?? collection, id: idOf(document) });
    }
    options.onSorted({ isFirst, readable: readable.map(({ id }) => id), unreadable });
    return readable.filter(({ id, entry }) => kept.get(id) !== entry);
  }

  return {
    async read(before, known = before) {
      const page = await transport.pull(collection, { checkpoint: askedWith(before), limit: PAGE });
      const number = arrivals.page();
      if (!page) return undefined;
      const checkpoint = lookedThrough(
        withoutBuckets({ ...before, ...page.checkpoint }, new Set(page.revoked)),
      );
      const isFromStart = Object.keys(before).length === 0;
      // The first page of all names every bucket that is for this device, also those of a store in which nothing was read yet.
      const isOfAll = isFromStart || isNewGrouping(known, checkpoint);
      const documents = readableOf(page.documents, isFromStart);
      return {
        number,
        received: page.documents.length,
        documents,
        lost: async () => await purged(page.revoked, known, checkpoint, documents, isOfAll),
        checkpoint,
        // A server that announces more and leads no further, with or without documents, must not be asked for ever.
        more: page.more && JSON.stringify(checkpoint) !== JSON.stringify(before),
      };
    },
    now: () => arrivals.page(),
    keep(versions) {
      kept = versions;
    },
  };
}

/** Whether server and app have come to group records alike, and the device has not been looked through since. */
function isNewGrouping(known: Checkpoint, now: Checkpoint): boolean {
  return known[LOOKED_MARK] !== BUCKET_LAYOUT && now[LOOKED_MARK] === BUCKET_LAYOUT;
}

/**
 * A checkpoint with the note that the device is looked through with it, where the server groups records as this version of the app does. Where it groups
 * them in another way, what comes is looked through once it does so again.
 */
function lookedThrough(checkpoint: Checkpoint): Checkpoint {
  return checkpoint[LAYOUT_MARK] === BUCKET_LAYOUT
    ? { ...checkpoint, [LOOKED_MARK]: BUCKET_LAYOUT }
    : withoutBuckets(checkpoint, new Set([LOOKED_MARK]));
}

/** What the server is told of a mark: where the device was not looked through, nothing of the layout, so that it gives all again. */
function askedWith(mark: Checkpoint): Checkpoint {
  const isLookedThrough = mark[LAYOUT_MARK] !== BUCKET_LAYOUT || mark[LOOKED_MARK] === BUCKET_LAYOUT;
  return withoutBuckets(mark, new Set(isLookedThrough ? [LOOKED_MARK] : [LOOKED_MARK, LAYOUT_MARK]));
}

function withoutBuckets(checkpoint: Checkpoint, buckets: ReadonlySet<string>): Checkpoint {
  return Object.fromEntries(Object.entries(checkpoint).filter(([bucket]) => !buckets.has(bucket)));
}
