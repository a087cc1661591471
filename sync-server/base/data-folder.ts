import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

const DATABASE_FILE = 'campanella.sqlite';
const KEY_FILE = 'signing.key';

/** The database of a data folder. */
export function databaseFile(dataFolder: string): string {
  return path.join(dataFolder, DATABASE_FILE);
}

/** The keys of a data folder. */
export function keyFile(dataFolder: string): string {
  return path.join(dataFolder, KEY_FILE);
}

/** Whether a data folder holds a database already; a file without content is none. */
export function holdsStorage(dataFolder: string): boolean {
  const file = databaseFile(dataFolder);
  return existsSync(file) && statSync(file).size > 0;
}

/** Whether a data folder holds keys: database and keys are made together, so that one without the other has lost it. */
export function holdsKeys(dataFolder: string): boolean {
  return existsSync(keyFile(dataFolder));
}

/** Longest that a second process waits for the first one, which is making the folder at the same moment. */
const LONGEST_WAIT_MS = 2000;
const STEP_MS = 20;

/** Waits for something that another process may be making just now; answers whether it is there. */
export function isThereSoon(isThere: () => boolean): boolean {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < LONGEST_WAIT_MS && !isThere(); waited += STEP_MS)
    Atomics.wait(clock, 0, 0, STEP_MS);
  return isThere();
}
