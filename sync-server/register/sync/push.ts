import { TAKING_ORDER, type CollectionName } from '../../../domain/record/collection-names.ts';
import { isCollectionName } from '../../../domain/kinds/collections.ts';
import type { PushOutcome, PushRow, SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { SchoolTransaction } from '../../storage/contract/storage.ts';
import type { RecordValidator } from '../batch/record-validators.ts';
import { createBatch, type BatchContext } from '../batch/batch.ts';
import { pushRow, refusedUnread } from './push-row.ts';
import type { TouchedBuckets } from '../batch/touched-buckets.ts';

/** The answers to all rows of a request, by collection, and what they touched. */
export interface PushResult {
  readonly outcomes: Readonly<Record<string, readonly PushOutcome[]>>;
  readonly touched: TouchedBuckets;
}

/** Takes in the rows of one request within one transaction; each row is answered, none holds up another. */
export async function push(
  transaction: SchoolTransaction,
  context: BatchContext,
  validate: RecordValidator,
  rows: SyncRequest['push'],
): Promise<PushResult> {
  const batch = createBatch(transaction, context);
  const outcomes: Record<string, readonly PushOutcome[]> = {};
  for (const collection of TAKING_ORDER) {
    const own = Object.hasOwn(rows, collection) ? rows[collection] : undefined;
    if (own) outcomes[collection] = await pushCollection(collection, own);
  }
  for (const [name, own] of Object.entries(rows)) {
    if (!isCollectionName(name))
      outcomes[name] = own.map((row) => refusedUnread(row.next, { reason: 'invalid' }));
  }
  await batch.flush();
  return { outcomes, touched: batch.touched };

  async function pushCollection(collection: CollectionName, own: readonly PushRow[]) {
    await batch.preload(
      collection,
      own.map(({ next }) => textIn(next, 'id')),
      own.map(({ next }) => textIn(next, 'entry')),
    );
    const answers: PushOutcome[] = [];
    for (const row of own) answers.push(await pushRow(batch, validate, collection, row));
    return answers;
  }
}

/** Rows are not validated yet: their members may be anything. */
function textIn(next: PushRow['next'], member: 'id' | 'entry'): string {
  const value: unknown = next[member];
  return typeof value === 'string' ? value : '';
}
