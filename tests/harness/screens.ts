import { glob } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Screen } from './screen.ts';

const root = path.join(import.meta.dirname, '../..');

/** Every screen of the product: those that stand beside each page, and beside the shell. */
export const SCREENS: readonly Screen[] = (await rooms()).flatMap(({ screens }) => screens);

async function rooms(): Promise<readonly { readonly screens: readonly Screen[] }[]> {
  const files: string[] = [];
  for await (const file of glob('renderer/{app,features}/**/screens.ts', { cwd: root })) files.push(file);
  return await Promise.all(
    files.toSorted().map(
      async (file) =>
        (await import(pathToFileURL(path.join(root, file)).href)) as {
          readonly screens: readonly Screen[];
        },
    ),
  );
}
