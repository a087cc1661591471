import { confirmKeys } from './secrets/confirm-keys.ts';
import { loadServerKeys, type ServerKeys } from './secrets/secret-key.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/contract/storage.ts';

/** A data folder at work: its database and the keys that belong to it. */
export interface OpenData {
  readonly storage: Storage;
  readonly keys: ServerKeys;
}

/** Opens database and keys of a data folder, which belong together; throws a `StartRefusal` that says what is the matter where they do not. */
export async function openData(dataFolder: string): Promise<OpenData> {
  const storage = openStorage(dataFolder);
  try {
    const keys = loadServerKeys(dataFolder);
    await confirmKeys(storage, keys);
    return { storage, keys };
  } catch (error) {
    await storage.close();
    throw error;
  }
}
