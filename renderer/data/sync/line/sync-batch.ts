import type { EntryId } from '../../../../domain/base/ids.ts';
import { PROTOCOL_VERSION } from '../../../../domain/protocol/version.ts';
import {
  SYNC_LIMITS,
  type HeldEntry,
  type PullPage,
  type PullRequest,
  type PushOutcome,
  type PushRow,
  type SyncRequest,
} from '../../../../domain/protocol/endpoints/register/sync.ts';
import { groupBy } from '../../../../domain/base/group-by.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { Amounts } from './request-size.ts';
import { groupsOf, rowsInTakingOrder } from './row-groups.ts';

/** A row on its way, and who waits for its outcome: undefined when the server will not take it as it is. */
export interface RowOnItsWay {
  readonly collection: CollectionName;
  readonly row: PushRow;
  readonly bytes: number;
  /** How often an answer came without an outcome for any of its rows. */
  missed: number;
  readonly done: (answer: RowAnswer) => void;
}

/** What became of a row: the server's outcome, or why there is none. */
export type RowAnswer =
  | { readonly kind: 'outcome'; readonly outcome: PushOutcome }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'unacceptable' }
  | { readonly kind: 'unanswered' };

/** A page as it came: the server gives out what is in its history, in the shape of then, and may be newer than this version of the app. */
export interface ReceivedPage extends Omit<PullPage, 'documents'> {
  readonly documents: readonly unknown[];
}

/** A page asked for, and who waits for it: undefined when the server gave none. */
export interface PullOnItsWay {
  readonly collection: CollectionName;
  readonly request: PullRequest;
  readonly done: (page: ReceivedPage | undefined) => void;
}

/** Versions that the store is asked for, and who waits to hear which of them it lacks: undefined when it did not say. */
export interface QuestionOnItsWay {
  /** Those that are still to be asked about. */
  held: readonly HeldEntry[];
  /** Those of which the store has said so far that it lacks them. */
  readonly missing: EntryId[];
  readonly done: (missing: readonly EntryId[] | undefined) => void;
}

/** What one request carries. */
export interface SyncBatch {
  readonly rows: readonly RowOnItsWay[];
  readonly pulls: readonly PullOnItsWay[];
  /** What each page may have at most. */
  readonly documents: number;
  readonly question?: QuestionOnItsWay | undefined;
  /** As much of the question as goes with this request. */
  readonly held: readonly HeldEntry[];
}

/** What a device tells of itself with a request. */
export type DeviceWords = Pick<SyncRequest, 'seen' | 'settled' | 'year'>;

/**
 * Takes from the queue, in order, what one request may carry: never two states of a record, never more than the limits. What is judged
 * together goes together; only a group that is too large by itself is cut.
 */
export function takeRows(queue: readonly RowOnItsWay[], limits: RowLimits): readonly RowOnItsWay[] {
  const taken = createRowRoom(limits);
  for (const group of groupsOf(firstStates(queue))) {
    if (taken.add(group)) continue;
    if (taken.rows.length === 0)
      for (const item of rowsInTakingOrder(asQueued(group))) if (!taken.add([item])) break;
    break;
  }
  // Of a collection the server takes in first what comes first: what is judged one by the other is in the order in which it was written.
  return asQueued(taken.rows);

  function asQueued(rows: readonly RowOnItsWay[]): readonly RowOnItsWay[] {
    const own = new Set(rows);
    return queue.filter((item) => own.has(item));
  }
}

interface RowLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** Of each record the state that is to go first. */
function firstStates(queue: readonly RowOnItsWay[]): readonly RowOnItsWay[] {
  const records = groupBy(queue, ({ collection, row }) => `${collection}/${row.next.id}`);
  return [...records.values()].flatMap((states) => states.slice(0, 1));
}

/** The room of one request; `add` takes all of a group or nothing, but of a single row too large for any request. */
function createRowRoom(limits: RowLimits) {
  const rows: RowOnItsWay[] = [];
  const perCollection = new Map<CollectionName, number>();
  let bytes = 0;
  return {
    rows,
    add(group: readonly RowOnItsWay[]): boolean {
      const added = group.reduce((sum, item) => sum + item.bytes, 0);
      const isAlone = rows.length + group.length === 1;
      const isFull = rows.length + group.length > limits.rows || bytes + added > limits.bytes;
      const counts = new Map(
        [...groupBy(group, ({ collection }) => collection)].map(([name, own]) => [
          name,
          own.length + (perCollection.get(name) ?? 0),
        ]),
      );
      const isOver = [...counts.values()].some((count) => count > SYNC_LIMITS.rowsPerCollection);
      if (!isAlone && (isFull || isOver)) return false;
      for (const [name, count] of counts) perCollection.set(name, count);
      bytes += added;
      rows.push(...group);
      return true;
    },
  };
}

/** Takes from the queue, in order, as many pages as hold so many documents: one at least, and none twice of a collection. */
export function takePulls(queue: readonly PullOnItsWay[], documents: number): readonly PullOnItsWay[] {
  const taken: PullOnItsWay[] = [];
  let left = documents;
  for (const item of queue) {
    if (taken.some(({ collection }) => collection === item.collection)) continue;
    if (taken.length > 0 && item.request.limit > left) break;
    taken.push(item);
    left -= item.request.limit;
  }
  return taken;
}

/** How much of each part a batch carries. */
export function amountsOf({ rows, pulls, documents, held }: SyncBatch): Amounts {
  const pages = pulls.map(({ request }) => Math.min(request.limit, documents));
  return { rows: rows.length, pages: pages.reduce((sum, limit) => sum + limit, 0), held: held.length };
}

/** The request for a batch. */
export function toRequest(batch: SyncBatch, client: string, words: DeviceWords): SyncRequest {
  const push: Partial<Record<CollectionName, PushRow[]>> = {};
  for (const { collection, row } of batch.rows) (push[collection] ??= []).push(row);
  const pull: Partial<Record<CollectionName, PullRequest>> = {};
  for (const { collection, request } of batch.pulls)
    pull[collection] = { ...request, limit: Math.min(request.limit, batch.documents) };
  const asked = batch.question ? { held: batch.held } : {};
  return { protocol: PROTOCOL_VERSION, client, push, pull, ...words, ...asked };
}
