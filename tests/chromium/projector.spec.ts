import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { pupilsOf } from '../harness/school/demo-class.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const LESSON = { name: 'projector', search: 'scenario=busy', hash: '/day/2026-11-23/2026.LS.1A/2' };

const cell = (page: Page, number: number) =>
  page.locator(`[role=row][aria-rowindex="${number}"]`).getByRole('gridcell');
const absent = (page: Page) => page.getByText(/\bassent[ei]\b/i).filter({ visible: true });

test('one key hides marks and absences of the class, in the day’s list too, until it is pressed again', async ({
  open,
}) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await expect(absent(page).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('status').getByText('Modalità proiettore')).toBeVisible();
  await expect(page.getByRole('grid')).toBeHidden();
  await expect(page.getByText(/^\d+ assenti?$/).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByLabel('Argomento')).toBeVisible();
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('article').getByText('Nascosto alla classe')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Elenco della classe' })).toBeHidden();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('grid')).toBeVisible();
  await expect(cell(page, 1)).toBeFocused();
});

test('a time that is being typed is not hidden: its keys are its own until it is left', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.keyboard.type('4r');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('textbox', { name: /Ora di entrata/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('grid')).toBeHidden();
});

test('the key works over the card of a pupil too, and hides what it says', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Scheda alunno' });
  await expect(card.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(card.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(card.getByRole('heading', { level: 3 })).toHaveCount(0);
  await expect(card.getByText('Nascosto alla classe')).toBeVisible();
});

test('pages that name pupils hide too: what waits, the synchronisation; the week and an evacuation are shown', async ({
  open,
}) => {
  const page = await open({ ...LESSON, search: 'scenario=offline' }, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.keyboard.press('Control+Shift+P');
  const hidden = page.getByRole('main').getByText('Nascosto alla classe');
  const go = async (hash: string) => await page.evaluate((to) => (location.hash = to), hash);
  for (const hash of ['/sync', '/to-do']) {
    await go(hash);
    await expect(hidden.filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText("D'Angelo Aurora").filter({ visible: true })).toHaveCount(0);
    // Its heading is hidden with the page: another one says where one is.
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1);
  }
  await go('/week');
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await go('/evacuation');
  await expect(page.getByRole('heading', { name: 'Emergenza', level: 1 })).toBeVisible();
  await expect(page.getByText("D'Angelo Aurora").filter({ visible: true })).toHaveCount(1);
});

test('a dialog over the roll keeps who is late or absent to itself, until it is asked for', async ({
  open,
}) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.getByRole('button', { name: 'Più alunni' }).click();
  await page.getByRole('menuitem', { name: 'Ritardo o uscita di più alunni' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ritardo o uscita di più alunni' });
  await expect(dialog.getByRole('checkbox').first()).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(dialog.getByRole('checkbox')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Mostra di nuovo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('checkbox').first()).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
});

test('a dialog that is hidden before it has taken the focus leaves it on the way back, and gets it then', async ({
  open,
}) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.getByRole('button', { name: 'Più alunni' }).click();
  // The key is there at once with the dialog, before the dialog has given the focus to anything.
  await page.evaluate(() => {
    const key = { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true };
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[role=dialog] input[type=checkbox]')) return;
      observer.disconnect();
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('menuitem', { name: 'Ritardo o uscita di più alunni' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ritardo o uscita di più alunni' });
  await expect(dialog.getByRole('button', { name: 'Mostra di nuovo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('checkbox').first()).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
});

test('nothing of attendance is on the preview of the printer, and the button says why', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await expect(page.locator('[data-print]')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('grid')).toBeHidden();
  await expect(page.locator('[data-print]')).toHaveCount(0);
});

test('what waits on Oggi names no pupil on the wall', async ({ open }) => {
  const page = await open(
    { name: 'today', search: 'scenario=busy', hash: '/', now: '2026-11-23T13:30:00Z' },
    LOOK,
  );
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(main.getByRole('link').first()).toBeVisible();
  const said = await main.innerText();
  expect(said).toContain('Ancora da firmare');
  const surnames = [...pupilsOf.values()].flat().map(({ surname }) => surname);
  expect(surnames).toContain('Caputo');
  expect(surnames.filter((surname) => new RegExp(`\\b${surname}\\b`).test(said))).toEqual([]);
});
