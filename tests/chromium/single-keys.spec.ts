import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const WEEK = '/week/2026-11-18';

test('WCAG 2.1.4: keys of a single sign are switched off in the list of keys', async ({ open }) => {
  const page = await open({ name: 'week', search: 'scenario=calm', hash: WEEK }, LOOK);
  const inGrid = page.getByRole('grid', { name: 'Le tue ore' }).locator(':focus');
  const list = page.getByRole('dialog', { name: 'Scorciatoie da tastiera' });
  await page.getByRole('grid', { name: 'Le tue ore' }).waitFor();
  await page.keyboard.press('n');
  await expect(inGrid).toHaveCount(1);
  await page.keyboard.press('?');
  await list.getByRole('switch', { name: 'Tasti con un segno solo, ovunque' }).click();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(page.getByText('N: la prossima da completare')).toHaveCount(0);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(inGrid).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.press('?');
  await expect(inGrid).toHaveCount(0);
  await expect(list).toHaveCount(0);
  // The list of keys, where they are switched on again, is in the palette too.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('scorciatoie');
  await page
    .getByRole('option', { name: /Scorciatoie/ })
    .first()
    .click();
  await list.getByRole('switch', { name: 'Tasti con un segno solo, ovunque' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(list).toBeVisible();
});
