import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import simpleVariables from 'postcss-simple-vars';
import type { InlineConfig, Plugin } from 'vite';
import product from '../../package.json' with { type: 'json' };
import { outFolder, root } from '../system/paths.ts';
import { evaluated } from './evaluated.ts';

/** The oldest engine we run on is Electron 25: Chromium 114 and Node 18. */
const oldestChromium = 'chrome114';
const oldestNode = 'node18';

/** Widths that Mantine's style sheets name. */
const mantineBreakpoints = {
  'mantine-breakpoint-xs': '36em',
  'mantine-breakpoint-sm': '48em',
  'mantine-breakpoint-md': '62em',
  'mantine-breakpoint-lg': '75em',
  'mantine-breakpoint-xl': '88em',
};

/** A bundle: what it is made from, what it becomes, and how. */
export interface Target {
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly config: InlineConfig;
}

/** The main process: one CommonJS file with everything it needs, Electron and Node built-ins apart. */
export const mainTarget: Target = nodeTarget('main', 'main/index.ts', 'index.cjs');

/** The preload script: a sandboxed preload must be a single CommonJS file. Of the verbs it needs the names, and nothing of their schemas. */
export const preloadTarget: Target = nodeTarget('preload', 'main/preload.ts', 'preload.cjs', [
  evaluated('domain/protocol/bridge/surface.ts'),
]);

/** The page: static files with no inline script, so that the content security policy can forbid them. */
export const rendererTarget: Target = {
  name: 'renderer',
  inputs: ['renderer', 'domain', 'package.json', ...commonInputs()],
  output: path.join(outFolder, 'renderer', 'index.html'),
  config: {
    ...shared(),
    root: path.join(root, 'renderer'),
    base: '/',
    define: { CAMPANELLA_VERSION: JSON.stringify(product.version) },
    plugins: [react()],
    css: {
      modules: { localsConvention: 'camelCase' },
      postcss: {
        plugins: [presetMantine(), simpleVariables({ variables: mantineBreakpoints })],
      },
    },
    build: {
      outDir: path.join(outFolder, 'renderer'),
      emptyOutDir: true,
      target: oldestChromium,
      cssTarget: oldestChromium,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4000,
    },
  },
};

function nodeTarget(name: string, entry: string, file: string, plugins: readonly Plugin[] = []): Target {
  return {
    name,
    inputs: ['main', 'domain', ...commonInputs()],
    output: path.join(outFolder, 'main', file),
    config: {
      ...shared(),
      root,
      publicDir: false,
      plugins: [...plugins],
      ssr: { noExternal: true },
      build: {
        ssr: path.join(root, entry),
        outDir: path.join(outFolder, 'main'),
        emptyOutDir: false,
        target: oldestNode,
        minify: false,
        reportCompressedSize: false,
        rolldownOptions: {
          external: ['electron', ...builtinModules, /^node:/],
          output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
        },
      },
    },
  };
}

function shared(): InlineConfig {
  return { configFile: false, envDir: false, logLevel: 'warn', mode: 'production' };
}

function commonInputs(): readonly string[] {
  return ['package-lock.json', 'build/compile/targets.ts', 'build/compile/evaluated.ts'];
}
