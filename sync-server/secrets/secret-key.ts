import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartRefusal } from '../base/start-refusal.ts';
import { holdsKeys, holdsStorage, isThereSoon, keyFile } from '../base/data-folder.ts';

/** The server's keys: what is made from now on is made with the current one, older ones open what was sealed before (docs/adr/0016). */
export interface ServerKeys {
  readonly current: Uint8Array;
  /** Newest first. */
  readonly older: readonly Uint8Array[];
}

const KEY_BYTES = 32;
const ID_BYTES = 6;

/** Tells which key something was made with; says nothing of the key. */
export function keyId(key: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'campanella key id', ID_BYTES)).toString('base64url');
}

/**
 * The keys of a data folder. Refuses ({@link StartRefusal}) where there is a database and no key, and where the key is damaged: a new
 * one would let the server start, and silently make worthless what the old one has sealed.
 */
export function loadServerKeys(dataFolder: string): ServerKeys {
  const file = keyFile(dataFolder);
  if (!holdsKeys(dataFolder)) {
    if (holdsStorage(dataFolder) && !isThereSoon(() => holdsKeys(dataFolder)))
      throw new StartRefusal(`There is a database and no signing key. ${restore(file)}`);
    makeServerKey(dataFolder);
  }
  const [current, ...older] = readKeys(file);
  if (!current) throw new StartRefusal(`The signing key is damaged. ${restore(file)}`);
  return { current, older };
}

/** The server's newest key. */
export function loadSecretKey(dataFolder: string): Uint8Array {
  return loadServerKeys(dataFolder).current;
}

/** Makes the first key of a data folder; does nothing where there is one. Whole and on the disk, or not there at all. */
export function makeServerKey(dataFolder: string): void {
  // Linking makes the name or fails: two processes that start together end with one key.
  place(dataFolder, [randomBytes(KEY_BYTES)], (temporary, file) => {
    try {
      linkSync(temporary, file);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    rmSync(temporary);
  });
}

/** Puts a new key in front; those of before go on opening what they have sealed. In force from the next start of the server. */
export function rotateServerKey(dataFolder: string): ServerKeys {
  const { current, older } = loadServerKeys(dataFolder);
  const keys = { current: randomBytes(KEY_BYTES), older: [current, ...older] };
  place(dataFolder, [keys.current, ...keys.older], renameSync);
  return keys;
}

/** Drops all older keys: what only they open is lost. */
export function dropOlderKeys(dataFolder: string): ServerKeys {
  const { current } = loadServerKeys(dataFolder);
  place(dataFolder, [current], renameSync);
  return { current, older: [] };
}

function restore(file: string): string {
  return [
    `Restore ${file} from the backup that belongs to this database.`,
    'Without it nobody’s second factor can be checked, letters with office passwords cannot be printed again, and everybody signs in again.',
    'If it is lost for good, or the server has never run with this folder: npm run keys -- new --lose-sealed',
  ].join(' ');
}

/** One key a line, newest first; none where a line is no key. */
function readKeys(file: string): readonly Uint8Array[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const keys = lines.map((line) => Buffer.from(line.trim(), 'base64'));
  return keys.every(({ length }) => length === KEY_BYTES) ? keys : [];
}

/** Writes keys beside their file, flushes them, and puts them into place with the folder's own entry flushed too. */
function place(
  dataFolder: string,
  keys: readonly Uint8Array[],
  put: (temporary: string, file: string) => void,
): void {
  const file = keyFile(dataFolder);
  const temporary = `${file}.${randomBytes(4).toString('hex')}`;
  const text = keys.map((key) => Buffer.from(key).toString('base64')).join('\n');
  writeFileSync(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
  put(temporary, file);
  if (process.platform === 'win32') return;
  const folder = openSync(path.dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
