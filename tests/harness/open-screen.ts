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
  const context = await browser.newContext({
    deviceScaleFactor: look.zoom ?? 1,
    timezoneId: 'Europe/Rome',
  });
  const page = await context.newPage();
  await lookFrom(page, look);
  return page;
}

/** Lets an empty page look at screens in one way; how large a pixel is, its profile has decided. */
export async function lookFrom(page: Page, look: Look): Promise<void> {
  const zoom = look.zoom ?? 1;
  await page.setViewportSize({
    width: Math.round(look.width / zoom),
    height: Math.round(look.height / zoom),
  });
  await page.emulateMedia({ colorScheme: look.theme, media: null, reducedMotion: 'reduce' });
  // Every screen starts as on a new device.
  await page.addInitScript((language) => {
    localStorage.clear();
    localStorage.setItem('campanella.language', language);
  }, look.language);
  page.setDefaultTimeout(60_000);
  await page.clock.install({ time: NOW });
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

/** Waits until the keyboard belongs to the dialog that has just been asked for: before that, it takes the focus from whoever types. */
export async function untilDialogHasFocus(page: Page): Promise<void> {
  await page.locator('[role=dialog]:focus-within').waitFor();
}

/** Opens a screen in a fresh profile. */
export async function openScreen(browser: Browser, url: string, screen: Screen, look: Look): Promise<Page> {
  const page = await openPage(browser, look);
  await showScreen(page, url, screen);
  return page;
}
