import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { errorCode } from './error-code.ts';
import { checkSchema, type Strictness } from '../../domain/base/check-schema.ts';

/** Replaces a file as a whole, readable by this user alone: after a crash either the old or the new content is there. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Makes a rename or a removal in a folder survive a power cut, where the system can do that. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file systems journal renames by themselves.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same before anything else runs, at the start of the app. */
export function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Reads a JSON file and checks it: undefined when it is missing, `damaged` when it is not what the schema says. */
export async function readChecked<const S extends JsonSchema>(
  path: string,
  schema: S,
  strictness?: Strictness,
): Promise<Infer<S> | 'damaged' | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  return parseChecked(text, schema, strictness) ?? 'damaged';
}

/** Parses JSON text that must fit a schema; undefined otherwise. */
export function parseChecked<const S extends JsonSchema>(
  text: string,
  schema: S,
  strictness?: Strictness,
): Infer<S> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return checkSchema(schema, value, strictness) ? value : undefined;
  } catch {
    return undefined;
  }
}
