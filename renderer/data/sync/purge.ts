import type { RxCollection } from 'rxdb/plugins/core';
import type { RxReplicationState } from 'rxdb/plugins/replication';
import { filter, firstValueFrom } from 'rxjs';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { StoredRecord } from '../store/collection-schemas.ts';
import { EncryptedInstance } from '../store/encrypted-instance.ts';
import type { StoredCheckpoint } from './pull-handler.ts';

type AnyRecord = StoredRecord<CollectionName>;

/** Removes purged records from the disk, not only from view: their marks of deletion, and what replication noted of them. */
export async function eraseFromDisk(
  collection: RxCollection<AnyRecord>,
  replication: RxReplicationState<AnyRecord, StoredCheckpoint>,
  ids: readonly string[],
): Promise<void> {
  await firstValueFrom(replication.active$.pipe(filter((active) => !active)));
  await collection.storageInstance.cleanup(0);
  const notes: unknown = replication.metaInstance;
  // Replication files its note on a record under its identifier and a "0".
  if (notes instanceof EncryptedInstance) await notes.erase(ids.map((id) => `${id}|0`));
}
