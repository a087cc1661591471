import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { openSqlite, type SqliteOptions } from './sqlite.ts';
import type { Storage } from './storage.ts';

const DATABASE_FILE = 'campanella.sqlite';

/** Whether a data folder holds a database already. */
export function holdsStorage(dataFolder: string): boolean {
  return existsSync(path.join(dataFolder, DATABASE_FILE));
}

/** Opens the storage of a data folder, making the folder (readable by its owner alone) and the database where they are missing. */
export function openStorage(dataFolder: string, options?: SqliteOptions): Storage {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = path.join(dataFolder, DATABASE_FILE);
  const storage = openSqlite(file, options);
  // The log files beside the database take over its permissions.
  chmodSync(file, 0o600);
  return storage;
}
