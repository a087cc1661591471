import { chmodSync, mkdirSync } from 'node:fs';
import { makeServerKey } from '../secrets/secret-key.ts';
import { StartRefusal } from '../base/start-refusal.ts';
import { databaseFile, holdsKeys, holdsStorage, isThereSoon } from '../base/data-folder.ts';
import { openSqlite, type SqliteOptions } from './sqlite/open-sqlite.ts';
import { StorageError } from './contract/storage-error.ts';
import type { Storage } from './contract/storage.ts';

export { holdsStorage } from '../base/data-folder.ts';

/**
 * Opens the storage of a data folder, making the folder (readable by its owner alone), the database and the server's key where there
 * is neither of both. Where there is a key, there was a database: one that is missing or empty is never begun anew
 * ({@link StartRefusal}), since devices would take an empty school for the truth.
 */
export function openStorage(dataFolder: string, options?: SqliteOptions): Storage {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = databaseFile(dataFolder);
  const wasThere = holdsKeys(dataFolder);
  if (wasThere && !isThereSoon(() => holdsStorage(dataFolder)))
    throw new StartRefusal(
      `${file} is missing or empty, and there was a database in this folder. Restore it from the backup; to begin an empty register instead, name another folder in CAMPANELLA_DATA.`,
    );
  const isNew = !holdsStorage(dataFolder);
  const storage = openKnown(file, { ...options, isKnown: wasThere });
  // The log files beside the database take over its permissions.
  chmodSync(file, 0o600);
  if (isNew) makeServerKey(dataFolder);
  return storage;
}

function openKnown(file: string, options: SqliteOptions): Storage {
  try {
    return openSqlite(file, options);
  } catch (error) {
    if (!(error instanceof StorageError) || error.fault !== 'damaged') throw error;
    throw new StartRefusal(
      `${file} is damaged, or is no database of this server. Keep it aside and restore the last backup: devices send again what they still have.`,
      { cause: error },
    );
  }
}
