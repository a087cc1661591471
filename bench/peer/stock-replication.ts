import type { RxCollection } from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import type { Checkpoint } from '../../domain/protocol/endpoints/register/sync.ts';
import { collections } from '../../domain/kinds/collections.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { pullOnce, pushOnce } from '../page/sync-requests.ts';

interface StockCheckpoint {
  readonly buckets: Checkpoint;
}

/** RxDB's replication as its documentation shows it: one a collection, each with its own requests; `pushBatch` undefined for RxDB's default. */
export function startStockReplication(
  name: CollectionName,
  collection: RxCollection<RegisterRecord>,
  pushBatch?: number,
): RxReplicationState<RegisterRecord, StockCheckpoint> {
  return replicateRxCollection<RegisterRecord, StockCheckpoint>({
    replicationIdentifier: `stock-${name}`,
    collection,
    live: true,
    waitForLeadership: false,
    pull: {
      batchSize: 1000,
      async handler(checkpoint, limit) {
        const page = await pullOnce(name, checkpoint?.buckets ?? {}, limit);
        return {
          documents: page.documents.map((document) => ({ ...document, _deleted: false })),
          checkpoint: { buckets: page.checkpoint },
        };
      },
    },
    ...(collections[name].deviceWrites
      ? {
          push: {
            ...(pushBatch === undefined ? {} : { batchSize: pushBatch }),
            async handler(rows) {
              await pushOnce(
                name,
                rows.map(({ newDocumentState: { _deleted, ...next } }) => ({
                  assumed: null,
                  // The cast: without RxDB's mark it is the record again.
                  next: next as RegisterRecord,
                })),
              );
              return [];
            },
          },
        }
      : {}),
  });
}
