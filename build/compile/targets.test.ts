import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { BRIDGE_EVENTS, BRIDGE_VERBS } from '../../domain/protocol/bridge/surface.ts';
import { root } from '../system/paths.ts';
import { preloadTarget, rendererTarget } from './targets.ts';

test('gives the page the version of the product, and builds it anew when that changes', async () => {
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  expect(rendererTarget.config.define).toEqual({ CAMPANELLA_VERSION: JSON.stringify(version) });
  expect(rendererTarget.inputs).toContain('package.json');
});

test('gives preload the names of the verbs, and nothing of what they take', async () => {
  const { config } = preloadTarget;
  const built = await build({ ...config, build: { ...config.build, write: false } });
  if (!('output' in built)) throw new Error('not one bundle');
  const [{ code }, ...others] = built.output;
  expect(others).toEqual([]);
  for (const name of [...BRIDGE_VERBS, ...BRIDGE_EVENTS]) expect(code).toContain(`"${name}"`);
  expect(code).not.toMatch(/maxLength|pattern|required/);
  expect(code.length).toBeLessThan(4_000);
});
