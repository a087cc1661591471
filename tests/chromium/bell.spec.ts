import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
/** Half a minute before the second hour ends, in which 1A has mathematics; the third is 2C. */
const BEFORE_THE_BELL = '2026-11-23T08:49:30Z';

async function openToday(open: Harness['open'], now = BEFORE_THE_BELL, look = LOOK): Promise<Page> {
  const page = await open({ name: 'bell', search: 'scenario=calm', hash: '/', now }, look);
  await untilRollHasFocus(page);
  return page;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const marked = (page: Page) => page.locator('[role=row]:is([data-mark=absent], [data-mark=outOfClass])');

test('a topic typed across the bell stays whole, in its class, and marks nobody', async ({ open }) => {
  const page = await openToday(open);
  await page.keyboard.press('t');
  const before = await marked(page).count();
  await page.keyboard.type('Le frazioni: f');
  await page.clock.runFor(40_000);
  await page.keyboard.type('orma apparente, pari e dispari');
  await page.clock.runFor(40_000);
  const topic = page.getByLabel('Argomento');
  await expect(topic).toBeFocused();
  await expect(topic).toHaveValue('Le frazioni: forma apparente, pari e dispari');
  await expect(heading(page)).toHaveText('Classe 1A');
  await expect(marked(page)).toHaveCount(before);
});

test('the next hour is offered in words and spoken once, and Alt+Home opens it', async ({ open }) => {
  const page = await openToday(open);
  await page.keyboard.press('1');
  await page.clock.runFor(40_000);
  await expect(heading(page)).toHaveText('Classe 1A');
  await expect(page.locator('[role=gridcell]:focus')).toHaveAccessibleName(/^1 /);
  await expect(page.getByRole('link', { name: /^Apri la 3ª ora · 2C/ })).toBeVisible();
  const said = page.getByRole('status').filter({ hasText: 'La 2ª ora è finita.' });
  await expect(said).toHaveText('La 2ª ora è finita. Alt Inizio apre la 3ª ora, classe 2C.');
  await page.keyboard.press('Alt+Home');
  await expect(heading(page)).toHaveText('Classe 2C');
  await untilRollHasFocus(page);
  await expect(page.getByText('La 2ª ora è finita.')).toHaveCount(0);
});

test('a dialog that asks keeps its class behind it', async ({ open }) => {
  const page = await openToday(open);
  await page.getByRole('button', { name: 'Altra classe o sostituzione' }).click();
  const field = page.getByRole('dialog').getByRole('combobox', { name: 'Classe' });
  await expect(field).toBeFocused();
  await page.clock.runFor(40_000);
  await page.keyboard.type('f');
  await expect(field).toHaveValue('f');
  await expect(heading(page)).toHaveText('Classe 1A');
});

test('an hour with nothing left to do gives way by itself when nobody writes', async ({ open }) => {
  const page = await openToday(open);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  // What was pressed is gone: the focus goes on in the roll first.
  await page.clock.runFor(300);
  await expect(page.getByRole('gridcell').first()).toBeFocused();
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.clock.runFor(40_000);
  await expect(heading(page)).toHaveText('Classe 2C');
});

test('at midnight the day stays, says that it is another one, and the header agrees', async ({ open }) => {
  const page = await openToday(open);
  await page.clock.setSystemTime(new Date('2026-11-23T22:59:30Z'));
  await page.clock.runFor(1_100);
  await page.clock.runFor(31_000);
  await expect(page.locator('header time')).toHaveAttribute('datetime', '2026-11-24');
  await expect(page.getByText('Stai scrivendo su lunedì 23 novembre.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Torna a oggi' })).toBeVisible();
  await expect(page.getByText('Adesso', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'È cominciato un nuovo giorno' })).toHaveCount(1);
});

test('a clock that jumps is followed everywhere within a second', async ({ open }) => {
  const page = await openToday(open);
  await page.clock.setSystemTime(new Date('2026-11-24T07:30:00Z'));
  await page.clock.runFor(1_100);
  await expect(page.locator('header time')).toHaveAttribute('datetime', '2026-11-24');
  await expect(page.getByText('Stai scrivendo su lunedì 23 novembre.')).toBeVisible();
});

test('in a narrow window the list stays the list', async ({ open }) => {
  const page = await open(
    { name: 'bell', search: 'scenario=calm', hash: '/', now: BEFORE_THE_BELL },
    { ...LOOK, width: 640, height: 360 },
  );
  await page.clock.runFor(40_000);
  await expect(page.getByRole('link', { name: /2C/ }).first()).toBeVisible();
  await expect(page).toHaveURL(/#\/$/);
});

test('who unlocks after the bell finds the hour that is not done, and the offer', async ({ open }) => {
  const page = await openToday(open);
  await page.clock.runFor(40_000);
  await page.keyboard.press('Control+l');
  await page.getByLabel('Password', { exact: true }).fill('giusta');
  await page.keyboard.press('Enter');
  await untilRollHasFocus(page);
  await expect(heading(page)).toHaveText('Classe 1A');
  await expect(page.getByRole('link', { name: /^Apri la 3ª ora · 2C/ })).toBeVisible();
});

test('a roll that comes later takes the focus from no field', async ({ open }) => {
  const page = await openToday(open);
  await page.getByRole('button', { name: 'Altra classe o sostituzione' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Classe' }).fill('2C');
  await page.getByRole('option', { name: '2C' }).click();
  await page.evaluate(() => {
    location.hash = '/day/2026-11-23/2026.LS.3B/1';
  });
  await page.clock.runFor(500);
  await expect(dialog.getByRole('combobox', { name: 'Classe' })).toBeFocused();
  // Who opens a class from the dialog goes on in its roll.
  await dialog.getByRole('button', { name: 'Apri', exact: true }).click();
  await page.clock.runFor(500);
  await untilRollHasFocus(page);
  await expect(heading(page)).toHaveText('Classe 2C');
});
