import path from 'node:path';
import { build, mergeConfig } from 'vite';
import { rendererTarget } from '../../build/compile/targets.ts';

const here = import.meta.dirname;
const standIn = path.join(here, 'open-register.ts');

/** Builds the renderer's own page with an in-memory register and bridge in place of store and main process. */
export async function buildHarness(outDir: string): Promise<void> {
  await build(
    mergeConfig(rendererTarget.config, {
      plugins: [
        {
          name: 'harness',
          enforce: 'pre',
          resolveId: (source: string) => (source.endsWith('/open-register.ts') ? standIn : undefined),
          transform: (code: string, id: string) =>
            id.endsWith('renderer/index.tsx')
              ? `import ${JSON.stringify(path.join(here, 'install-bridge.ts'))};\n${code}`
              : undefined,
        },
      ],
      build: { outDir, minify: false },
    }),
  );
}
