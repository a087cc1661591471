import type { Browser, Page } from 'playwright';
import type { Screen } from './screen.ts';

/** How a screen is looked at. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'it' | 'en';
  readonly width: number;
  readonly height: number;
  readonly zoom?: number;
}

/** A Monday at nine, in the second hour. */
const NOW = new Date('2026-11-23T08:02:00Z');

/** A page in a fresh profile that looks at screens in one way. */
export async function openPage(browser: Browser, look: Look): Promise<Page> {
  const zoom = look.zoom ?? 1;
  const context = await browser.newContext({
    viewport: { width: Math.round(look.width / zoom), height: Math.round(look.height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: look.theme,
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  // Every screen starts as on a new device.
  await context.addInitScript((language) => {
    localStorage.clear();
    localStorage.setItem('campanella.language', language);
  }, look.language);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.clock.install({ time: NOW });
  return page;
}

let visits = 0;

/** Loads a screen anew in a page and brings it into its state. */
export async function showScreen(page: Page, url: string, screen: Screen): Promise<void> {
  visits += 1;
  await page.clock.setSystemTime(screen.now === undefined ? NOW : new Date(screen.now));
  const hash = screen.hash === undefined ? '' : `#${screen.hash}`;
  await page.goto(`${url}/?${screen.search}&visit=${visits}${hash}`);
  // While the account opens there is one too, with nothing in it.
  await page.locator('html:not([data-register=opening]) main:not([aria-busy=true])').first().waitFor();
  await page.evaluate('document.fonts.ready');
  await page.clock.runFor(400);
  await screen.act?.(page);
  await page.clock.runFor(600);
}

/** Waits until the keyboard belongs to the roll call. */
export async function untilRollHasFocus(page: Page): Promise<void> {
  await page.locator('[role=gridcell]:focus').waitFor();
}

/** Opens a screen in a fresh profile. */
export async function openScreen(browser: Browser, url: string, screen: Screen, look: Look): Promise<Page> {
  const page = await openPage(browser, look);
  await showScreen(page, url, screen);
  return page;
}
