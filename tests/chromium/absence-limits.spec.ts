import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const SECTION = '/class/2026.LS.3B/absences/2026-11-23/1';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });

/** Opens a part of the section by the arrows, as a keyboard does. */
async function openPart(open: Harness['open'], name: string): Promise<Page> {
  const page = await open({ name: 'limits', search: 'scenario=warned', hash: SECTION }, LOOK);
  const part = page.getByRole('radio', { name, exact: true });
  await page.getByRole('radio', { name: 'Da giustificare' }).focus();
  while (!(await part.isChecked())) await page.keyboard.press('ArrowRight');
  return page;
}

test('D101: the list of hours warns at 50, 75 and 90 % of the limit and beyond it, and not before', async ({
  open,
}) => {
  const page = await openPart(open, 'Ore');
  const table = page.getByRole('region', { name: 'Ore di assenza, classe 3B' });
  await expect(table).toBeVisible();
  await expect(row(page, 'Bianchi')).toContainText('48 %');
  await expect(row(page, 'Bianchi')).not.toContainText('Oltre');
  for (const [name, used, warning] of [
    ['Caputo', '50 %', 'Oltre il 50 % del limite'],
    ['Esposito', '75 %', 'Oltre il 75 % del limite'],
    ['Gashi', '92 %', 'Oltre il 90 % del limite'],
    ['Hu', '101 %', 'Oltre il limite'],
  ] as const) {
    await expect(row(page, name)).toContainText(used);
    await expect(row(page, name)).toContainText(warning);
  }
});

test('D101, D246: a number of the list opens, by keyboard, what it is the sum of, the limit and where the pace leads', async ({
  open,
}) => {
  const page = await openPart(open, 'Ore');
  // 21 of the 51 hours held, of 165 a year: 67.9, told in halves.
  await expect(row(page, 'Caputo')).toContainText('67,5');
  await row(page, 'Caputo').getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ore di assenza: Caputo Nicolò' });
  await expect(dialog.getByText('41,25 ore, un quarto di 165; usato il 50 %')).toBeVisible();
  await expect(dialog.getByText('67,5 ore a fine anno: oltre il limite')).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(dialog.getByText('67,5 ore a fine anno: oltre il limite')).toBeHidden();
  await dialog.getByRole('button', { name: 'Mostra di nuovo' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('67,5 ore a fine anno: oltre il limite')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Caputo').getByRole('button').first()).toBeFocused();
});

test('the month counts the days of each pupil, tells namesakes apart, and is printed as it is', async ({
  open,
}) => {
  const page = await openPart(open, 'Mese');
  await expect(page.getByRole('heading', { level: 2, name: /novembre 2026/i })).toBeVisible();
  await page.getByRole('button', { name: 'Mese precedente' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /ottobre 2026/i }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: /settembre 2026/i }).waitFor();
  await expect(page.getByRole('button', { name: 'Mese precedente' })).toBeDisabled();
  const same = page.getByRole('row', { name: /^Rossi Maria \(\d+\/\d+\/\d+\)/ });
  await expect(same).toHaveCount(2);
  // One of them was absent on five days.
  await expect(same.getByRole('cell').filter({ hasText: /^5$/ })).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print]');
  await expect(sheet.getByRole('heading', { name: /settembre 2026/i })).toBeVisible();
  await expect(sheet.getByRole('rowheader', { name: /^Rossi Maria \(/ })).toHaveCount(2);
  await expect(page.locator('#content')).toBeHidden();
});

test('on the projector nothing of the month is on paper or on its preview', async ({ open }) => {
  const page = await openPart(open, 'Mese');
  await expect(page.locator('[data-print]')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByText('Nascosto alla classe').first()).toBeVisible();
  await expect(page.locator('[data-print]')).toHaveCount(0);
});
