import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { root } from '../system/paths.ts';

/**
 * Takes a module's values, as they are when the bundle is built, instead of what they are made from. For a bundle that must stay small
 * and needs of many constants only their names.
 */
export function evaluated(file: string): Plugin {
  const module = path.join(root, file);
  return {
    name: `evaluated:${file}`,
    async load(id) {
      if (path.resolve(id) !== module) return undefined;
      const values = (await import(pathToFileURL(module).href)) as Readonly<Record<string, unknown>>;
      return Object.entries(values)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
