import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { buildHarness } from './build-harness.ts';
import { openScreen, type Look } from './open-screen.ts';
import type { Screen } from './screens.ts';
import { serveFolder } from './serve-folder.ts';

const built = path.join(import.meta.dirname, '../../out/harness');

/** What a test gets. */
export interface Harness {
  /** Opens a screen over the register in memory. */
  readonly open: (screen: Screen, look: Look) => Promise<Page>;
}

/** A test on the pages over a register in memory; they are built once per worker. */
export const test = base.extend<object, Harness>({
  open: [
    async ({ browser }, use) => {
      await buildHarness(built);
      const server = await serveFolder(built);
      await use(async (screen, look) => await openScreen(browser, server.url, screen, look));
      server.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
