import type { WithDeleted } from 'rxdb/plugins/core';
import type { EntryId, PersonId } from '../../../domain/base/ids.ts';
import { BUCKET_LAYOUT, bucketsOf, LAYOUT_MARK } from '../../../domain/entries/buckets-of.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { Checkpoint, PullPage } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { upgraded } from '../../../domain/kinds/upgrades.ts';
import type { KnownVersions } from './known-versions.ts';
import { isReadable } from './readable-record.ts';
import type { Transport } from './line/transport.ts';

/** A checkpoint as RxDB keeps it: RxDB merges checkpoints member by member, so that buckets must lie below one. */
export interface StoredCheckpoint {
  readonly buckets: Checkpoint;
}

/** What a pull hands to RxDB. */
export interface Pulled {
  readonly documents: WithDeleted<RegisterRecord>[];
  readonly checkpoint: StoredCheckpoint;
}

/** Remembers across restarts that a collection must be pulled from the beginning. */
export interface StartAgainNote {
  isWanted(): boolean;
  want(): void;
  forget(): void;
}

/** Pulls one collection. */
export interface Puller {
  /** RxDB's pull handler. Never throws. */
  pull(checkpoint: StoredCheckpoint | undefined, batchSize: number): Promise<Pulled>;
  /** Something pulled was not stored: the next pull begins at the beginning. */
  startAgain(): void;
  /**
   * The store is another one: the next pull begins at the beginning, takes away what the store does not have any more, and leaves those
   * that it shows in an older version than this device holds of a colleague's.
   */
  startAnew(gone: readonly RegisterRecord[], held: ReadonlyMap<string, EntryId>): void;
}

const PAGE = 1_000;
const NOTHING_READ: Checkpoint = {};

/** A puller for one collection. */
export function createPuller(options: {
  readonly collection: CollectionName;
  readonly transport: Transport;
  /** All records of the collection on this device. */
  readonly localRecords: () => Promise<readonly RegisterRecord[]>;
  readonly onPage: (documents: number, more: boolean) => void;
  readonly onPurge: (ids: readonly string[]) => void;
  readonly onParked: (id: string) => void;
  readonly versions: KnownVersions;
  readonly startAgain: StartAgainNote;
  /** Nothing may be stored until it is known what the server's store has lost. */
  readonly isPaused: () => boolean;
  /** Whose device this is: what they wrote themselves stays, also where they may not read (a substitute's lesson). */
  readonly me: PersonId;
}): Puller {
  let anew: { readonly gone: readonly RegisterRecord[] } | undefined;
  let held: ReadonlyMap<string, EntryId> = new Map();
  /** A pull from the beginning is forgotten only when the next one begins: until then it may not have been stored. */
  let again: 'no' | 'wanted' | 'running' | 'done' = options.startAgain.isWanted() ? 'wanted' : 'no';
  /** Buckets already known to be revoked, where RxDB keeps the old checkpoint because there was nothing to purge. */
  const dropped = new Set<string>();

  /** The records of this device that are not for it any more: of buckets that were revoked, or read while records were grouped in another way. */
  async function purged(
    { revoked: names }: PullPage,
    before: Checkpoint,
    scope: Checkpoint,
    received: readonly WithDeleted<RegisterRecord>[],
  ): Promise<WithDeleted<RegisterRecord>[]> {
    const isRegrouped = isNewGrouping(before, scope);
    if (names.length === 0 && !isRegrouped) return [];
    const revoked = new Set<Bucket>(names);
    for (const bucket of revoked) dropped.add(bucket);
    // What comes in this very pull is in scope, whatever the state that is here says.
    const kept = new Set(received.map(({ id }) => id));
    const lost = (await options.localRecords()).filter((record) => {
      const buckets = bucketsOf(record);
      const isLost =
        buckets.some((bucket) => revoked.has(bucket)) || (isRegrouped && record.author !== options.me);
      return isLost && !kept.has(record.id) && !buckets.some((bucket) => Object.hasOwn(scope, bucket));
    });
    options.onPurge(lost.map(({ id }) => id));
    return lost.map((record) => ({ ...record, _deleted: true }));
  }

  async function collect(start: Checkpoint, batchSize: number): Promise<Pulled> {
    const documents: WithDeleted<RegisterRecord>[] = [];
    const gone = anew?.gone ?? [];
    anew = undefined;
    if (gone.length > 0) options.onPurge(gone.map(({ id }) => id));
    documents.push(...gone.map((record) => ({ ...record, _deleted: true })));
    let buckets = withoutBuckets(start, dropped);
    for (let more = true; more && documents.length < batchSize;) {
      const page = await options.transport.pull(options.collection, { checkpoint: buckets, limit: PAGE });
      if (!page) {
        if (again === 'running') again = 'wanted';
        break;
      }
      for (const bucket of Object.keys(page.checkpoint)) dropped.delete(bucket);
      const next = withoutBuckets({ ...buckets, ...page.checkpoint }, new Set(page.revoked));
      for (const stored of page.documents) {
        // The server gives out what is in its history, in the shape of then.
        const document = upgraded(stored);
        if (isReadable(options.collection, document)) {
          if (held.get(document.id) === document.entry) continue;
          // Asked before an entry of this device arrived, answered after: it would take the entry back until the next pull.
          if (options.versions.isReplaced(document)) continue;
          options.versions.note(document);
          documents.push({ ...document, _deleted: false });
        } else options.onParked(idOf(document));
      }
      documents.push(...(await purged(page, buckets, next, documents)));
      // A server that announces more without giving anything must not be asked for ever.
      more = page.more && (page.documents.length > 0 || JSON.stringify(next) !== JSON.stringify(buckets));
      buckets = next;
      options.onPage(page.documents.length, more);
    }
    return { documents, checkpoint: { buckets } };
  }

  return {
    async pull(checkpoint, batchSize) {
      if (options.isPaused())
        return { documents: [], checkpoint: { buckets: checkpoint?.buckets ?? NOTHING_READ } };
      if (again === 'done') {
        again = 'no';
        options.startAgain.forget();
      }
      const start = again === 'wanted' ? NOTHING_READ : (checkpoint?.buckets ?? NOTHING_READ);
      if (again === 'wanted') again = 'running';
      try {
        const pulled = await collect(start, batchSize);
        if (again === 'running' && pulled.documents.length < batchSize) again = 'done';
        return pulled;
      } catch {
        return { documents: [], checkpoint: { buckets: start } };
      }
    },
    startAgain() {
      again = 'wanted';
      options.startAgain.want();
    },
    startAnew(gone, nowHeld) {
      anew = { gone };
      held = nowHeld;
      options.versions.forget();
      again = 'wanted';
      options.startAgain.want();
    },
  };
}

/** Whether the server has begun to group records as this version of the app does, and did not while the device read them. */
function isNewGrouping(before: Checkpoint, now: Checkpoint): boolean {
  return (
    Object.keys(before).length > 0 &&
    before[LAYOUT_MARK] !== BUCKET_LAYOUT &&
    now[LAYOUT_MARK] === BUCKET_LAYOUT
  );
}

function withoutBuckets(checkpoint: Checkpoint, buckets: ReadonlySet<string>): Checkpoint {
  return Object.fromEntries(Object.entries(checkpoint).filter(([bucket]) => !buckets.has(bucket)));
}

function idOf(document: unknown): string {
  return typeof document === 'object' && document !== null && 'id' in document ? String(document.id) : '';
}
