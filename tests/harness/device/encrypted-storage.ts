import type { RxStorage } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { readScenario } from '../scenario.ts';

/** Stands in for the store's module of the same name while the harness is built: nothing is written to the disk, nor enciphered. */
export function getEncryptedStorage(): RxStorage<unknown, unknown> {
  const { name } = readScenario(location.search);
  const storage = getRxStorageMemory();
  if (name !== 'full' && name !== 'trouble') return storage;
  return {
    ...storage,
    createStorageInstance: async () =>
      await Promise.reject(new DOMException('No room', 'QuotaExceededError')),
  };
}
