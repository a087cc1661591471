import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LESSON = { name: 'day-list', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.1A/2' };
const look = (width: number) => ({ theme: 'light', language: 'it', width, height: 720 }) as const;
const list = (page: Page) => page.getByRole('complementary', { name: 'Le tue ore' });
const pupil = (page: Page) => page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell');

test('Ctrl+B folds the hours of the day and opens them again, and the roll keeps the focus', async ({
  open,
}) => {
  const page = await open(LESSON, look(1280));
  await expect(pupil(page)).toBeFocused();
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(list(page)).toBeHidden();
  await expect(pupil(page)).toBeFocused();
  // The days are still at hand, and the keys of the hours too.
  await expect(page.getByRole('article').getByRole('button', { name: 'Giorno precedente' })).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Classe 2C' })).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(list(page)).toBeVisible();
});

test('below 1150 pixels the class has the room, until somebody opens the list', async ({ open }) => {
  const page = await open(LESSON, look(1100));
  await expect(pupil(page)).toBeFocused();
  await expect(list(page)).toBeHidden();
  await page.getByRole('button', { name: 'Le tue ore' }).click();
  await expect(list(page)).toBeVisible();
});

test('the day before is one key away, with the list folded too', async ({ open }) => {
  const page = await open(LESSON, look(1100));
  await expect(pupil(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page).toHaveURL(/#\/day\/2026-11-22$/);
  await expect(page.getByRole('button', { name: 'Giorno precedente' })).toBeVisible();
});

test('where list and class do not stand side by side nothing is folded, and the list has its days', async ({
  open,
}) => {
  const page = await open({ ...LESSON, hash: '/' }, look(900));
  await expect(list(page).getByRole('button', { name: 'Giorno precedente' })).toBeVisible();
  await list(page).getByRole('link').first().click();
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Tutte le ore' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Le tue ore' })).toBeHidden();
});
