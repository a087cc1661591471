import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
/** A Wednesday on which 1A has the fourth, fifth and sixth hour of one teacher. */
const BLOCK = '/day/2026-11-25/2026.LS.1A';

async function openHour(open: Harness['open'], hash: string, now: string): Promise<Page> {
  const page = await open({ name: 'lesson', search: 'scenario=calm', hash, now }, LOOK);
  await untilRollHasFocus(page);
  return page;
}

const signed = (page: Page) => page.getByText(/^Firmata/).first();
const topic = (page: Page) => page.getByLabel('Argomento');

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('an hour is signed with the topic of the last lesson by at most 4 keys', async ({ open }) => {
  const page = await openHour(open, `${BLOCK}/4`, '2026-11-25T10:10:00Z');
  const keys = ['t', 'ArrowUp', 'Control+Enter'];
  expect(keys.length).toBeLessThanOrEqual(4);
  await press(page, keys);
  await expect(signed(page)).toBeVisible();
  await expect(topic(page)).not.toHaveValue('');
});

test('three hours on end are signed by at most 6 keys, with one topic', async ({ open }) => {
  const page = await openHour(open, `${BLOCK}/4`, '2026-11-25T10:10:00Z');
  const keys = ['t', 'ArrowUp', 'Control+Alt+Enter'];
  expect(keys.length).toBeLessThanOrEqual(6);
  await press(page, keys);
  await expect(page.getByText('Lezioni firmate: 4ª ora, 5ª ora e 6ª ora')).toBeAttached();
  const written = await topic(page).inputValue();
  expect(written).not.toBe('');
  for (const _hour of [5, 6]) {
    await page.keyboard.press('Alt+PageDown');
    await expect(page.getByText(/^Firmata in anticipo/)).toBeVisible();
    await expect(topic(page)).toHaveValue(written);
  }
});

test('the topic stays with the first of the hours where the teacher says so', async ({ open }) => {
  const page = await openHour(open, `${BLOCK}/4`, '2026-11-25T10:10:00Z');
  await page.keyboard.press('t');
  await page.keyboard.type('Le cellule');
  await page.getByRole('button', { name: 'Come firmare le altre ore' }).click();
  await page.getByRole('menuitem', { name: 'Argomento e attività solo nella 4ª ora' }).click();
  await expect(page.getByText('Lezioni firmate: 4ª ora, 5ª ora e 6ª ora')).toBeAttached();
  await page.keyboard.press('Alt+PageDown');
  await expect(page.getByText(/^Firmata in anticipo/)).toBeVisible();
  await expect(topic(page)).toHaveValue('');
});

test('signing and confirming the roll is one act by keyboard', async ({ open }) => {
  const page = await openHour(open, `${BLOCK}/4`, '2026-11-25T10:10:00Z');
  await press(page, ['1', 'a', 'Control+Shift+Enter']);
  await expect(page.getByText(/^Lezione firmata e appello confermato alle/)).toBeAttached();
  await expect(signed(page)).toBeVisible();
  await expect(page.getByText(/^Confermato/)).toHaveText(/da te$/);
});

test('a day of four hours takes at most 5 clicks beside the marks', async ({ open }) => {
  const page = await openHour(open, '/', '2026-11-25T07:05:00Z');
  let clicks = 0;
  for (const [name, bell] of [
    ['3B', '2026-11-25T07:55:10Z'],
    ['1A', '2026-11-25T08:50:10Z'],
    ['2C', '2026-11-25T10:00:10Z'],
    ['1A', undefined],
  ] as const) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Classe ${name}`);
    await page.getByRole('button', { name: 'Firma e conferma' }).click();
    clicks += 1;
    await expect(signed(page)).toBeVisible();
    await expect(page.getByText(/^Confermato/)).toHaveText(/da te$/);
    if (bell === undefined) continue;
    await page.clock.setSystemTime(new Date(bell));
    await page.clock.runFor(1_500);
  }
  expect(clicks).toBeLessThanOrEqual(5);
});
