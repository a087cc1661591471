import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { changeRow, type PlaceOnDisk } from './row-on-disk.ts';
import type { TestDevice } from './test-device.ts';

/** Where the records of a device lie on its disk. */
export async function placeOf({ bridge }: TestDevice, collection: CollectionName): Promise<PlaceOnDisk> {
  const answer = await bridge.localStoreKey();
  if (!answer.ok) throw new Error(answer.failure.kind);
  const { databaseName, key } = answer.value;
  return { databaseName, key, collection };
}

/** Spoils the ciphertext of one record in the local store of a device. */
export async function damageRow(device: TestDevice, collection: CollectionName, id: string): Promise<void> {
  await changeRow(await placeOf(device, collection), id, (row) => ({ ...row, sealed: 'x'.repeat(60) }));
}
