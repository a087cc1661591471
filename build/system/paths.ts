import { homedir } from 'node:os';
import path from 'node:path';

/** The folder of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where bundles and test reports go. */
export const outFolder = path.join(root, 'out');

/** Where downloads that outlive `node_modules` are kept. */
export function cacheFolder(): string {
  const chosen = process.env['CAMPANELLA_CACHE'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  const base =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local'))
      : (process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'));
  return path.join(base, 'campanella');
}

/** The script that a package of `node_modules` runs as its command. */
export function tool(...parts: readonly string[]): string {
  return path.join(root, 'node_modules', ...parts);
}
