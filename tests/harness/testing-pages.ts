import { fileURLToPath } from 'node:url';
import { madeOnce } from '../fixtures/made-once.ts';
import { buildHarness } from './build-harness.ts';

const list = fileURLToPath(import.meta.resolve('../../renderer/testing/toy/page-list.ts'));

/** The line by which a page is registered, here for pages that are in the tests alone. */
const registered = {
  name: 'pages of the tests',
  enforce: 'pre',
  resolveId: (source: string, importer: string | undefined) =>
    source.endsWith('/page-list.ts') && importer !== list ? list : null,
} as const;

/** Builds the product with the pages of the tests into a folder. */
export async function buildTestingPagesInto(folder: string): Promise<void> {
  await buildHarness(folder, [registered]);
}

/** The same once per run of the tests; answers the folder. */
export async function buildTestingPages(): Promise<string> {
  return await madeOnce('harness-toy', buildTestingPagesInto);
}
