import { fileURLToPath } from 'node:url';
import { build, mergeConfig, type Plugin } from 'vite';
import { assert } from '../../domain/base/assert.ts';
import { rendererTarget } from '../../build/compile/targets.ts';

const surroundings = fileURLToPath(import.meta.resolve('./device/install.ts'));
const storage = fileURLToPath(import.meta.resolve('./device/encrypted-storage.ts'));

/** Builds the renderer's own page with a bridge and a server of the harness, and its register with a store in memory. */
export async function buildHarness(outDir: string, others: readonly Plugin[] = []): Promise<void> {
  let isExchanged = false;
  await build(
    mergeConfig(rendererTarget.config, {
      plugins: [
        ...others,
        {
          name: 'harness',
          enforce: 'pre',
          resolveId(source: string) {
            if (!source.endsWith('/encrypted-storage.ts')) return undefined;
            isExchanged = true;
            return storage;
          },
          transform: (code: string, id: string) =>
            id.endsWith('renderer/index.tsx')
              ? `import ${JSON.stringify(surroundings)};\n${code}`
              : undefined,
        },
      ],
      build: { outDir, minify: false },
    }),
  );
  assert(isExchanged, 'the store has its storage from a module of this name');
}
