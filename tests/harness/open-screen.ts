import type { Browser, Page } from 'playwright';
import type { Screen } from './screens.ts';

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

/** Opens a screen in a fresh profile and brings it into its state. */
export async function openScreen(browser: Browser, url: string, screen: Screen, look: Look): Promise<Page> {
  const zoom = look.zoom ?? 1;
  const context = await browser.newContext({
    viewport: { width: Math.round(look.width / zoom), height: Math.round(look.height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: look.theme,
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (language) => localStorage.setItem('campanella.language', language),
    look.language,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.install({ time: NOW });
  await page.goto(`${url}/?${screen.search}${screen.hash === undefined ? '' : `#${screen.hash}`}`);
  await page.locator('main').first().waitFor();
  await page.evaluate('document.fonts.ready');
  await page.clock.runFor(400);
  await screen.act?.(page);
  await page.clock.runFor(600);
  return page;
}
