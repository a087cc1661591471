import { test as base, type Page } from '@playwright/test';
import { madeOnce } from '../fixtures/made-once.ts';
import { buildHarness } from './build-harness.ts';
import { openPage, openScreen, showScreen, type Look } from './open-screen.ts';
import type { Screen } from './screen.ts';
import { serveFolder } from './serve-folder.ts';

/** What a test gets. */
export interface Harness {
  /** Opens a screen over a register of the harness, in a page of its own, which is closed when the test ends. */
  readonly open: (screen: Screen, look: Look) => Promise<Page>;
  /** Shows a screen in the page that the tests of a worker share: for looking, not for leaving something behind. */
  readonly show: (screen: Screen) => Promise<Page>;
}

/** The window that a screen is shown in first. */
const USUAL = { width: 1280, height: 720 };

/** A test on the pages over a register of the harness; they are built once per run. */
export const test = base.extend<Pick<Harness, 'open'>, Omit<Harness, 'open'> & { readonly harness: Harness }>(
  {
    harness: [
      async ({ browser }, use) => {
        const server = await serveFolder(await madeOnce('harness', buildHarness));
        let shared: Page | undefined;
        const show = async (screen: Screen) => {
          shared ??= await openPage(browser, { theme: 'light', language: 'it', ...USUAL });
          await shared.setViewportSize(USUAL);
          await shared.emulateMedia({ colorScheme: 'light', media: 'screen' });
          await showScreen(shared, server.url, screen);
          return shared;
        };
        await use({
          open: async (screen, look) => await openScreen(browser, server.url, screen, look),
          show,
        });
        await shared?.context().close();
        server.close();
      },
      { scope: 'worker', timeout: 300_000 },
    ],
    // A page that a test has left goes on measuring and counting: so many of them slow the later tests down.
    async open({ harness }, provide) {
      const pages: Page[] = [];
      await provide(async (screen, look) => {
        const page = await harness.open(screen, look);
        pages.push(page);
        return page;
      });
      await Promise.all(pages.map(async (page) => await page.context().close()));
    },
    show: [async ({ harness }, use) => await use(harness.show), { scope: 'worker' }],
  },
);
