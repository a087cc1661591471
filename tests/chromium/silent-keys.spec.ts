import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

/** 1280×720 at 200 %: what is said must be in sight there too. */
const LOOK = { theme: 'light', language: 'it', width: 640, height: 360 } as const;
const SECOND = '/day/2026-11-23/2026.LS.1A/2';
const MARKS = ['p', 'a', 'r', 'u', 'f'];

async function openAt(open: Harness['open'], hash: string, scenario = 'calm'): Promise<Page> {
  const page = await open({ name: 'class', search: `scenario=${scenario}`, hash }, LOOK);
  await untilRollHasFocus(page);
  return page;
}

/** Presses a key that does nothing, from a pupil far down: the reason is seen, and spoken once. */
async function expectReason(page: Page, key: string, text: string | RegExp): Promise<void> {
  await page.keyboard.press(key);
  const said = page.locator('[role=status][aria-live=polite]').filter({ hasText: text });
  await expect(said, key).toHaveCount(1);
  await expect(page.getByText(text).last(), key).toBeInViewport({ ratio: 1 });
}

test('a future day says for every key from when it can be written', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-24/2026.LS.1A/2');
  await page.keyboard.press('End');
  const reason = 'Lezione futura: si compila da martedì 24 novembre; si firma e si conferma dalle 08:55.';
  for (const key of [...MARKS, 'Control+Enter', 'Control+z']) await expectReason(page, key, reason);
  await page.keyboard.press('t');
  await expectReason(page, 'Control+Enter', reason);
});

test('an hour whose time for writing is over says so for every key', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-20/2026.LS.1A/2', 'closed');
  await page.keyboard.press('End');
  for (const key of [...MARKS, 'Control+Enter', 'Control+z'])
    await expectReason(page, key, /Il tempo per firmare e fare l’appello di quest’ora è scaduto\.$/);
});

test('an hour that has not begun says from when it is signed, confirmed and late', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.1A/5');
  await page.keyboard.press('End');
  await expectReason(page, 'Control+Enter', 'si conferma dalle 11:55, quando comincia');
  await expectReason(page, 'r', 'L’ora comincia alle 11:55: prima nessuno è in ritardo.');
  await page.keyboard.press('t');
  await expectReason(page, 'Control+Enter', 'Quest’ora si firma dalle 11:55, quando comincia.');
  // The reason goes with the next key.
  await page.keyboard.type('x');
  await expect(page.getByText('Quest’ora si firma dalle 11:55, quando comincia.')).toHaveCount(0);
});

test('what is done already, or is not there, is said too', async ({ open }) => {
  const page = await openAt(open, SECOND);
  await page.keyboard.press('End');
  await expectReason(page, 'Control+z', 'Niente da annullare');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Confermato/)).toHaveCount(1);
  await page.clock.runFor(200);
  await expectReason(page, 'Control+Enter', 'L’appello è già confermato e da allora niente è cambiato.');
  await page.keyboard.press('t');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Firmata alle 09:02', { exact: true })).toHaveCount(1);
  await expectReason(page, 'Control+Enter', 'La tua firma c’è già: alle 09:02.');
  await expectReason(page, 'Alt+4', 'Alla 4ª ora non hai lezioni in questo giorno.');
  await page.keyboard.press('Alt+6');
  await untilRollHasFocus(page);
  await expectReason(page, 'Alt+PageDown', 'Dopo questa la classe non ha altre ore in questo giorno.');
});

test('a family is told of no key of pages that it has not', async ({ open }) => {
  const page = await open({ name: 'family', search: 'role=parent' }, LOOK);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' });
  await expect(sheet).toBeVisible();
  expect(await sheet.getByRole('heading', { level: 2 }).allTextContents()).not.toContain('Nell’appello');
  await expect(sheet.getByText('Nella lezione')).toHaveCount(0);
  await expect(sheet.getByText('Negli elenchi')).toHaveCount(0);
});
