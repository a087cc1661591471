import { expect, type Page } from '@playwright/test';
import { must } from '../../domain/base/assert.ts';
import { screens } from '../../renderer/testing/grid/screens.ts';
import { test } from '../harness/harness-test.ts';

test('a mark that met a colleague’s stays at its cell with the reason, until it is given up', async ({
  openTesting,
}) => {
  const screen = must(screens[0], 'a grid of a class');
  const page = await openTesting(screen, { theme: 'light', language: 'it', width: 1280, height: 720 });
  const cell = page.locator('[aria-rowindex="6"] > [aria-colindex="4"]');
  await cell.click();
  await page.keyboard.type('3,5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('status').filter({ hasText: 'il testo resta lì, segnato' })).toBeVisible();
  await expect(cell).toContainText('3,5');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAccessibleDescription(
    'Nel frattempo è stato cambiato: resta com’è. Qui prima: 8; ora: 2.',
  );
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('2');
  await expect(cell).not.toHaveAttribute('aria-invalid');
});

/** A colleague writes 2 in the cell of the first pupil and the second test, where 5,5 stood; whoever writes keeps the focus. */
const colleagueWrites = async (page: Page) =>
  await page
    .getByRole('button', { name: 'Un collega scrive' })
    .evaluate((button: HTMLElement) => button.click());

test('what is typed in a cell stays there when a colleague writes in it, is said, and is written when that is asked for again', async ({
  openTesting,
}) => {
  const screen = must(screens[0], 'a grid of a class');
  const page = await openTesting(screen, { theme: 'light', language: 'it', width: 1280, height: 720 });
  const cell = page.locator('[aria-rowindex="2"] > [aria-colindex="3"]');
  const field = cell.getByRole('textbox');
  const said = page.getByRole('status').filter({ hasText: 'Qui prima: 5,5; ora: 2 (di Rossi).' });
  await cell.click();
  await page.keyboard.type('7');
  await colleagueWrites(page);
  await expect(said).toBeVisible();
  await expect(field).toHaveValue('7');
  await expect(field).toHaveAccessibleDescription('Qui prima: 5,5; ora: 2 (di Rossi).');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(said).toContainText('Ripeti per scrivere lo stesso: 7.');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('7');
});

test('a field that is left after a colleague has written there leaves its text marked at the cell, until it is written or given up', async ({
  openTesting,
}) => {
  const screen = must(screens[0], 'a grid of a class');
  const page = await openTesting(screen, { theme: 'light', language: 'it', width: 1280, height: 720 });
  const cell = page.locator('[aria-rowindex="2"] > [aria-colindex="3"]');
  await cell.click();
  await page.keyboard.type('7');
  await colleagueWrites(page);
  await page.locator('[aria-rowindex="9"] > [aria-colindex="4"]').click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Non scritto, resta lì, segnato: 7.' }),
  ).toBeVisible();
  await expect(cell).toContainText('7');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await cell.click();
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('2');
});

test('a cell that is drawn anew under the open palette leaves it the focus', async ({ openTesting }) => {
  const screen = must(screens[0], 'a grid of a class');
  const page = await openTesting(screen, { theme: 'light', language: 'it', width: 1280, height: 720 });
  const cell = page.locator('[aria-rowindex="2"] > [aria-colindex="3"]');
  await cell.click();
  // Asked for where it is already.
  await cell.click();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Cerca e vai' });
  await expect(field).toBeFocused();
  await page
    .locator('button', { hasText: 'Un collega scrive' })
    .evaluate((button: HTMLElement) => button.click());
  await expect(cell).toHaveText('2');
  await expect(field).toBeFocused();
});
