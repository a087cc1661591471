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

test('the keys that sign and confirm sign an hour whose roll is confirmed already', async ({ open }) => {
  const page = await openHour(open, `${BLOCK}/4`, '2026-11-25T10:10:00Z');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Confermato/)).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(signed(page)).toBeVisible();
  // Pressed once more, they say what is so.
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByText(/La tua firma c’è già/).first()).toBeVisible();
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

/** The sixth hour of the day after has a plan. */
const PLANNED = '/day/2026-11-24/2026.LS.1A/6';
const PLAN = 'Gli organismi unicellulari e pluricellulari';

test('D122: signing confirms what was planned for the hour, by one key', async ({ open }) => {
  const page = await openHour(open, PLANNED, '2026-11-24T12:00:00Z');
  await expect(page.getByRole('button', { name: `Previsto ${PLAN}` })).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(signed(page)).toBeVisible();
  await expect(topic(page)).toHaveValue(PLAN);
  await expect(page.getByLabel('Attività svolta')).toHaveValue('Osservazione al microscopio');
});

test('D122: the topic of a day to come is planned, and offered on that day', async ({ open }) => {
  const page = await openHour(open, '/day/2026-11-26/2026.LS.1A/5', '2026-11-25T12:00:00Z');
  await page.getByLabel('Argomento previsto').fill('I virus');
  await page.getByLabel('Attività prevista').focus();
  await expect(page.getByText(/^Salvato alle .* in attesa|^Salvato/).first()).toBeVisible();
  await page.clock.setSystemTime(new Date('2026-11-26T11:00:00Z'));
  await page.clock.runFor(61_000);
  await expect(page.getByRole('button', { name: 'Previsto I virus' })).toBeVisible();
  await topic(page).focus();
  await page.keyboard.press('ArrowUp');
  await expect(topic(page)).toHaveValue('I virus');
});

test('what is typed is completed from the syllabus and from the topics of before', async ({ open }) => {
  const page = await openHour(open, '/day/2026-11-24/2026.LS.1A/5', '2026-11-24T11:10:00Z');
  await page.keyboard.press('t');
  await page.keyboard.type('classif');
  await expect(page.getByRole('option', { name: 'La classificazione dei viventi' })).toBeVisible();
  await press(page, ['ArrowDown', 'Enter']);
  await expect(topic(page)).toHaveValue('La classificazione dei viventi');
  await press(page, ['Enter']);
  await page.keyboard.type('cell');
  await expect(page.getByRole('option', { name: 'La cellula: struttura e funzioni' })).toBeVisible();
  await press(page, ['Escape']);
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(topic(page)).toBeFocused();
});
