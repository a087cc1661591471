import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../system/paths.ts';
import { rendererTarget } from './targets.ts';

test('gives the page the version of the product, and builds it anew when that changes', async () => {
  const text = await readFile(path.join(root, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  expect(rendererTarget.config.define).toEqual({ CAMPANELLA_VERSION: JSON.stringify(version) });
  expect(rendererTarget.inputs).toContain('package.json');
});
