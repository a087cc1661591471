import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('the office finds the rolls of today that nobody called in Da fare, opens the list and prints it', async ({
  open,
}) => {
  const page = await open(
    { name: 'rolls', search: 'scenario=busy&role=office', hash: '/to-do', now: '2026-11-23T09:00:00Z' },
    LOOK,
  );
  const list = page.getByRole('region', { name: /^Appelli non fatti/ });
  await list.getByRole('link', { name: /di oggi/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Appelli non fatti', level: 1 })).toBeFocused();
  const lines = page.getByRole('region', { name: /^Appelli non fatti,/ }).getByRole('link');
  await expect(lines.first()).toBeVisible();
  const missing = await lines.count();
  await expect(page.getByRole('status').filter({ hasText: 'appell' })).toContainText(String(missing));
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print]');
  await expect(sheet.getByRole('columnheader', { name: 'Note' })).toBeVisible();
  await expect(sheet.getByRole('row')).toHaveCount(missing + 1);
});

test('the day of the school leads to the rolls of that day, others are typed, and going back is one step', async ({
  open,
}) => {
  const page = await open(
    { name: 'rolls', search: 'scenario=busy&role=principal', hash: '/day/2026-11-20' },
    LOOK,
  );
  await page.getByRole('link', { name: 'Appelli non fatti' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/rolls\/2026-11-20$/);
  const day = page.getByRole('textbox', { name: 'Giorno' });
  await expect(day).toHaveValue('20/11/2026');
  await day.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('19/11/2026');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^Appelli non fatti, giovedì 19 novembre/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Scuola', level: 1 })).toBeVisible();
});

test('a teacher finds the own signed lesson without a roll in Da fare, calls it, and takes that back', async ({
  open,
}) => {
  const page = await open({ name: 'rolls', search: 'scenario=busy', hash: '/to-do' }, LOOK);
  const unsigned = page.getByRole('region', { name: /Ancora da firmare/ }).getByRole('link');
  await unsigned.first().focus();
  await page.keyboard.press('Enter');
  const sign = page.getByRole('button', { name: 'Firma', exact: true });
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Firmata/).last()).toBeVisible();
  const toDo = page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: /^Da fare/ });
  await toDo.focus();
  await page.keyboard.press('Enter');
  const rolls = page.getByRole('region', { name: 'Ore firmate senza appello' }).getByRole('link');
  await expect(rolls).toHaveCount(1);
  await rolls.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell').first()).toBeVisible();
  await page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell').first().focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Confermato/)).toBeVisible();
  await toDo.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Da fare', level: 1 })).toBeFocused();
  await expect(rolls).toHaveCount(0);
});

test('a day without rolls to call is said once, and what is no day shows no rows of another one', async ({
  open,
}) => {
  const page = await open({ name: 'rolls', search: 'scenario=busy&role=office', hash: '/rolls' }, LOOK);
  const rows = page.getByRole('region', { name: /^Appelli non fatti,/ });
  await expect(page.getByRole('heading', { name: 'lunedì 23 novembre', level: 2 })).toBeVisible();
  await expect(rows).toBeVisible();
  const day = page.getByRole('textbox', { name: 'Giorno' });
  await day.fill('31/02/2026');
  await day.press('Enter');
  await expect(day).toHaveAccessibleDescription(/./);
  await expect(rows).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Stampa' })).toBeDisabled();
  // A school day of a year of which there is no timetable.
  await day.fill('24/11/2020');
  await day.press('Enter');
  await expect(page.getByText('In questo giorno non risultano appelli da fare.')).toHaveCount(1);
  await expect(page.getByText('Nessuna ora è ancora cominciata.')).toHaveCount(0);
  await day.fill('24/11/2026');
  await day.press('Enter');
  await expect(page.getByText('Nessuna ora è ancora cominciata.')).toHaveCount(1);
  await day.fill('23/11/2026');
  await day.press('Enter');
  await expect(rows).toBeVisible();
});
