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
import type { CollectionName } from '../../../../domain/record/collection-names.ts';

/** A row on its way, and who waits for its outcome: undefined when the server will not take it as it is. */
export interface RowOnItsWay {
  readonly collection: CollectionName;
  readonly row: PushRow;
  readonly bytes: number;
  /** How often an answer came without an outcome for it. */
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
  readonly question?: QuestionOnItsWay | undefined;
  /** As much of the question as goes with this request. */
  readonly held: readonly HeldEntry[];
}

/** What a device tells of itself with a request. */
export type DeviceWords = Pick<SyncRequest, 'seen' | 'settled'>;

/** Takes from the queue, in order, what one request may carry: never two states of a record, never more than the limits. */
export function takeRows(
  queue: readonly RowOnItsWay[],
  limits: { readonly bytes: number; readonly rows: number },
): readonly RowOnItsWay[] {
  const taken: RowOnItsWay[] = [];
  const records = new Set<string>();
  const perCollection = new Map<CollectionName, number>();
  let bytes = 0;
  for (const item of queue) {
    const record = `${item.collection}/${item.row.next.id}`;
    const count = (perCollection.get(item.collection) ?? 0) + 1;
    const isFull = taken.length >= limits.rows || (taken.length > 0 && bytes + item.bytes > limits.bytes);
    if (isFull) break;
    if (records.has(record) || count > SYNC_LIMITS.rowsPerCollection) continue;
    records.add(record);
    perCollection.set(item.collection, count);
    bytes += item.bytes;
    taken.push(item);
  }
  return taken;
}

/** The request for a batch. */
export function toRequest(batch: SyncBatch, client: string, words: DeviceWords): SyncRequest {
  const push: Partial<Record<CollectionName, PushRow[]>> = {};
  for (const { collection, row } of batch.rows) (push[collection] ??= []).push(row);
  const pull: Partial<Record<CollectionName, PullRequest>> = {};
  for (const { collection, request } of batch.pulls) pull[collection] = request;
  const asked = batch.question ? { held: batch.held } : {};
  return { protocol: PROTOCOL_VERSION, client, push, pull, ...words, ...asked };
}
