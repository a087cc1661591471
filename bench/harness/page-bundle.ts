import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..', '..');
const ENTRY = path.join(root, 'bench', 'page', 'bench.page.ts');

/** Bundles the measuring page as the product's own page is bundled (same engine target, minified) and answers its files by path. */
export async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    envDir: false,
    mode: 'production',
    logLevel: 'silent',
    root,
    publicDir: false,
    build: {
      write: false,
      target: 'chrome114',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ENTRY, output: { entryFileNames: 'bench.js' } },
    },
  });
  if (!Array.isArray(result) && !('output' in result)) throw new Error('The bundler answered a watcher');
  const files = new Map<string, string>();
  for (const { output } of [result].flat())
    for (const file of output) if (file.type === 'chunk') files.set(`/${file.fileName}`, file.code);
  files.set('/', '<!doctype html><title>Bench</title><script type="module" src="/bench.js"></script>');
  return files;
}
