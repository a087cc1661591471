import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/** The server's signing key: made at the first start, readable by its owner alone, the same ever after. */
export function loadSecretKey(dataFolder: string): Uint8Array {
  const file = path.join(dataFolder, 'signing.key');
  try {
    // 'wx' makes the file or fails: two processes that start together end with one key.
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error(`The signing key ${file} is damaged: remove it, everybody signs in again`);
  return key;
}
