import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { outFolder, root } from '../system/paths.ts';

/** A hash over the content of files and folders, tests left out. */
export async function fingerprint(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesOf(input)) {
      hash.update(`${file}\0`).update(await readFile(path.join(root, file)));
    }
  }
  return hash.digest('hex');
}

/** True when `output` exists and was made from inputs with this fingerprint. */
export async function isFresh(name: string, print: string, output: string): Promise<boolean> {
  if (!existsSync(output)) return false;
  return (await readFile(markOf(name), 'utf8').catch(() => '')) === print;
}

/** Remembers from which inputs an output was made. */
export async function remember(name: string, print: string): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  await writeFile(markOf(name), print);
}

function markOf(name: string): string {
  return path.join(outFolder, `.fingerprint-${name}`);
}

async function filesOf(input: string): Promise<readonly string[]> {
  if (path.extname(input) !== '') return [input];
  const files: string[] = [];
  for await (const entry of glob(`${input}/**/*`, { cwd: root, withFileTypes: true })) {
    if (!entry.isFile() || /\.test\.tsx?$/.test(entry.name)) continue;
    files.push(path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  }
  return files.toSorted();
}
