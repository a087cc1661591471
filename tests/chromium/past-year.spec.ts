import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const TODAY = { name: 'today', search: 'scenario=lastYear', hash: '/' };
const BANNER = 'Anno 2025/26, sola lettura';

/** Opens last year as a keyboard does: by the palette. */
async function openByKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('anno scorso');
  await page.getByRole('option', { name: 'Apri l’anno 2025/26 (sola lettura)' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Anno scolastico passato' })).toContainText(BANNER);
}

test('W17: last year opens by the keyboard alone, on its last day of lessons, and nothing can be written there', async ({
  open,
}) => {
  const page = await open(TODAY, LOOK);
  await openByKeys(page);
  await expect(page.getByRole('button', { name: /Scegli il giorno|ven 5 giu/ }).first()).toContainText(
    'ven 5 giu',
  );
  const rail = page.getByRole('navigation', { name: 'Pagine' });
  await expect(rail.getByRole('link', { name: /Da fare/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Apri un’altra classe' })).toHaveCount(0);

  await page.goto(`${page.url().split('#')[0]}#/day/2026-06-05/2025.LS.2B/1`);
  await expect(page.getByText('Le equazioni di primo grado').first()).toBeVisible();
  await expect(page.getByRole('gridcell')).toHaveCount(3);
  await expect(page.getByRole('gridcell', { name: /Accorsi Diletta/ })).toHaveAccessibleName(/assente/i);
  await page.getByRole('gridcell', { name: /Montorsi Enea/ }).focus();
  await page.keyboard.press('a');
  await expect(page.getByRole('gridcell', { name: /Montorsi Enea/ })).not.toHaveAccessibleName(/assente/i);
  await expect(page.getByText('Di questo anno scolastico si può solo leggere').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Firma/ })).toHaveCount(0);
});

test('the banner stands on every page of the year, and leads back to the one under way', async ({ open }) => {
  const page = await open(TODAY, LOOK);
  await openByKeys(page);
  const banner = page.getByRole('region', { name: 'Anno scolastico passato' });
  for (const section of ['absences', 'topics', 'pupils']) {
    await page.goto(`${page.url().split('#')[0]}#/class/2025.LS.2B/${section}/2026-06-05/1`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2B');
    await expect(banner).toContainText(BANNER);
  }
  await page.goto(`${page.url().split('#')[0]}#/week`);
  await expect(page.getByRole('grid', { name: 'Le tue ore' })).toContainText('I polinomi');
  await expect(banner).toContainText(BANNER);
  await banner.getByRole('button', { name: 'Torna all’anno in corso' }).click();
  await expect(banner).toHaveCount(0);
  await expect(
    page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: /Da fare/ }),
  ).toBeVisible();
});

test('the year is chosen beside the day as well, and says which one is on the screen', async ({ open }) => {
  const page = await open(TODAY, LOOK);
  await page.getByRole('button', { name: /^Anno scolastico 2026\/27/ }).click();
  await page.getByRole('menuitem', { name: '2025/26, sola lettura' }).click();
  await expect(page.getByRole('button', { name: /^Anno scolastico 2025\/26/ })).toBeVisible();
  await page.getByRole('button', { name: /^Anno scolastico 2025\/26/ }).click();
  await page.getByRole('menuitem', { name: '2026/27, anno in corso' }).click();
  await expect(page.getByRole('button', { name: /^Anno scolastico 2026\/27/ })).toBeVisible();
});

test('whoever had no class in a year that is over is offered none', async ({ open }) => {
  const page = await open({ ...TODAY, search: 'scenario=calm' }, LOOK);
  await expect(page.getByRole('button', { name: /^Anno scolastico/ })).toHaveCount(0);
});

test('D108: the evacuation is a key away in a past year too, and is that of today', async ({ open }) => {
  const page = await open(TODAY, LOOK);
  await openByKeys(page);
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('heading', { level: 1, name: /Emergenza/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Anno scolastico passato' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Anno scolastico 2026\/27/ })).toBeVisible();
});

test('what is of the account leads out of a past year, and is no page that does not exist', async ({
  open,
}) => {
  const page = await open(TODAY, LOOK);
  await openByKeys(page);
  await page.getByRole('button', { name: /Account/ }).click();
  await page.getByRole('menuitem', { name: 'Profilo' }).click();
  await expect(page).toHaveTitle(/Profilo/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Elena Marchetti');
  await expect(page.getByRole('region', { name: 'Anno scolastico passato' })).toHaveCount(0);
});

test('the last day of a past year is called so, and a day of another year says whose it is', async ({
  open,
}) => {
  const page = await open(TODAY, LOOK);
  await openByKeys(page);
  const rail = page.getByRole('navigation', { name: 'Pagine' });
  await expect(rail.getByRole('link', { name: 'Ultimo giorno' })).toHaveAttribute('aria-current', 'page');
  await expect(rail.getByRole('link', { name: 'Oggi' })).toHaveCount(0);
  await page.goto(`${page.url().split('#')[0]}#/day/2026-06-06`);
  await page.getByRole('button', { name: 'Ultimo giorno' }).click();
  await expect(page.getByRole('button', { name: /Scegli il giorno/ })).toContainText('ven 5 giu');

  await page.goto(`${page.url().split('#')[0]}#/day/2026-11-23`);
  await expect(page.getByRole('main')).toContainText('Questo indirizzo non è dell’anno 2025/26');
  await expect(page.getByRole('main')).toContainText('è dell’anno 2026/27');
  await page.getByRole('main').getByRole('button', { name: 'Torna all’anno in corso' }).last().click();
  await expect(page.getByRole('button', { name: /Scegli il giorno/ })).toContainText('lun 23 nov');

  await page.goto(`${page.url().split('#')[0]}#/day/2026-06-05/2025.LS.2B/1`);
  await page.getByRole('button', { name: 'Apri l’anno 2025/26 (sola lettura)' }).click();
  await expect(page.getByText('Le equazioni di primo grado').first()).toBeVisible();
});
