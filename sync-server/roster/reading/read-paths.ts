import { lstat, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { RosterRefusal } from '../report/refusal.ts';
import { LIMITS, type RosterFile } from './roster-file.ts';

/** Reads files and folders named on the command line; sizes are checked before anything is read, links are not followed. */
export async function readPaths(paths: readonly string[]): Promise<readonly RosterFile[]> {
  const files: RosterFile[] = [];
  for (const given of paths) files.push(...(await readPath(given, path.basename(path.resolve(given)), 0)));
  return files;
}

async function readPath(place: string, name: string, depth: number): Promise<readonly RosterFile[]> {
  const stats = await lstat(place).catch(() => undefined);
  if (!stats) throw new RosterRefusal('missingFile', name);
  if (stats.isSymbolicLink()) throw new RosterRefusal('symbolicLink', name);
  if (stats.isFile()) {
    if (stats.size > LIMITS.fileBytes)
      throw new RosterRefusal('tooLarge', name, `${LIMITS.fileBytes / 1024 / 1024} MB`);
    return [{ name, bytes: await readFile(place) }];
  }
  if (!stats.isDirectory()) throw new RosterRefusal('notARoster', name);
  if (depth >= LIMITS.folderDepth) throw new RosterRefusal('nestedTooDeep', name);
  const entries = (await readdir(place)).filter((entry) => !entry.startsWith('.')).sort();
  if (entries.length === 0) throw new RosterRefusal('noFiles', name);
  if (entries.length > LIMITS.archiveEntries)
    throw new RosterRefusal('expandsTooMuch', name, String(LIMITS.archiveEntries));
  const files: RosterFile[] = [];
  for (const entry of entries)
    files.push(...(await readPath(path.join(place, entry), `${name}/${entry}`, depth + 1)));
  return files;
}
