import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file as the guards look at it: its name from the root, with slashes, and what it says. */
export interface TreeFile {
  readonly name: string;
  readonly text: string;
}

/** Source, settings and READMEs: what has a place in the tree and is kept by people. */
const kept = /\.(?:[cm]?[jt]sx?|css|json)$|(?:^|\/)README\.md$/;

/** Reads the files that the guards look at. */
export async function readTree(root: string): Promise<readonly TreeFile[]> {
  const files: TreeFile[] = [];
  const patterns = ['{domain,main,renderer,sync-server,build,tests,bench,docs}/**/*', 'README.md'];
  for await (const file of glob(patterns, { cwd: root })) {
    const name = file.replaceAll(path.sep, '/');
    if (kept.test(name)) files.push({ name, text: await readFile(path.join(root, file), 'utf8') });
  }
  return files;
}

/** True for code, which has further rules. */
export function isCode({ name }: TreeFile): boolean {
  return /\.(?:[cm]?[jt]sx?|css)$/.test(name) && !name.startsWith('docs/');
}

/** True for a test, which stands beside what it tests. */
export function isTest({ name }: TreeFile): boolean {
  return /\.(?:test|spec)\.tsx?$/.test(name);
}

/** How many lines a text has. */
export function lineCount(text: string): number {
  return text.split('\n').length - 1;
}
