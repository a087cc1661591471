import { test as base, type Browser, type Page } from '@playwright/test';
import { madeOnce } from '../fixtures/made-once.ts';
import { buildHarness } from './build-harness.ts';
import { lookFrom, openScreen, showScreen, type Look } from './open-screen.ts';
import type { Screen } from './screen.ts';
import { serveFolder } from './serve-folder.ts';
import { buildTestingPages } from './testing-pages.ts';

/** Opens a screen over a register of the harness, as on a new device; what it opened is empty or closed when the test has ended. */
export type OpenScreen = (screen: Screen, look: Look) => Promise<Page>;

/** What a test gets. */
export interface Harness {
  /** Opens a screen of the product. */
  readonly open: OpenScreen;
  /** Opens a screen of the pages that are in the tests alone. */
  readonly openTesting: OpenScreen;
}

/** Where the pages are served; both are built once per run. */
interface Addresses {
  readonly product: string;
  readonly testing: string;
}

const WORKER = { scope: 'worker', timeout: 300_000 } as const;

async function served(folder: string, provide: (url: string) => Promise<void>): Promise<void> {
  const server = await serveFolder(folder);
  await provide(server.url);
  server.close();
}

/** After how many tests the shared page is exchanged: what it has shown it keeps in memory for long, and grows slow by it. */
const TESTS_OF_A_PAGE = 12;
let testsOfPage = 0;

/**
 * The first screen of a test is opened in the page that the tests of a worker share: the test runner empties it, with what it keeps and its
 * clock, and what it has compiled stays. A second one, or one that is magnified, gets a page of its own.
 */
async function provideOpen(
  browser: Browser,
  shared: Page,
  url: string,
  provide: (open: OpenScreen) => Promise<void>,
): Promise<void> {
  const own: Page[] = [];
  let isFree = true;
  await provide(async (screen, look) => {
    if (!isFree || (look.zoom ?? 1) !== 1) {
      const page = await openScreen(browser, url, screen, look);
      own.push(page);
      return page;
    }
    isFree = false;
    await lookFrom(shared, look);
    await showScreen(shared, url, screen);
    return shared;
  });
  // A page that a test has left goes on measuring and counting: so many of them slow the later tests down.
  await Promise.all(own.map(async (page) => await page.context().close()));
  testsOfPage = (testsOfPage + 1) % TESTS_OF_A_PAGE;
  if (testsOfPage === 0) await shared.close();
}

/** A test on the pages over a register of the harness. */
export const test = base.extend<Harness, Addresses>({
  product: [
    async ({ browserName: _any }, provide) => await served(await madeOnce('harness', buildHarness), provide),
    WORKER,
  ],
  testing: [
    async ({ browserName: _any }, provide) => await served(await buildTestingPages(), provide),
    WORKER,
  ],
  open: async ({ browser, page, product }, provide) => await provideOpen(browser, page, product, provide),
  openTesting: async ({ browser, page, testing }, provide) =>
    await provideOpen(browser, page, testing, provide),
});
