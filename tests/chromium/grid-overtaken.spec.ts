import { expect } from '@playwright/test';
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
  await expect(cell).toHaveAccessibleDescription('Nel frattempo è stato cambiato: resta com’è.');
  await page.keyboard.press('Escape');
  await expect(cell).toHaveText('2');
  await expect(cell).not.toHaveAttribute('aria-invalid');
});
