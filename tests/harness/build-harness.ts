import { fileURLToPath } from 'node:url';
import { build, mergeConfig } from 'vite';
import { rendererTarget } from '../../build/compile/targets.ts';

const standIn = fileURLToPath(import.meta.resolve('./open-register.ts'));
const bridge = fileURLToPath(import.meta.resolve('./device/install.ts'));

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
            id.endsWith('renderer/index.tsx') ? `import ${JSON.stringify(bridge)};\n${code}` : undefined,
        },
      ],
      build: { outDir, minify: false },
    }),
  );
}
