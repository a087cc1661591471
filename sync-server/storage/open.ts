import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { openSqlite, type SqliteOptions } from './sqlite.ts';
import type { Storage } from './storage.ts';

/** Opens the storage of a data folder, making the folder (readable by its owner alone) and the database where they are missing. */
export function openStorage(dataFolder: string, options?: SqliteOptions): Storage {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = path.join(dataFolder, 'campanella.sqlite');
  const storage = openSqlite(file, options);
  // The log files beside the database take over its permissions.
  chmodSync(file, 0o600);
  return storage;
}
