import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const LESSON = { name: 'sections', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.1A/2' };

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sezioni della classe' });
const firstPupil = (page: Page) => page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell');
const listHeading = (page: Page) => page.getByRole('heading', { name: 'Elenco della classe' });

test('each section of a class is one key away, has the focus and names the window', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('Control+7');
  await expect(listHeading(page)).toBeFocused();
  await expect(page).toHaveTitle('1A · Alunni · lun 23 nov — Campanella');
  await expect(sections(page).locator('[aria-current=page]')).toHaveText('Alunni');
  await expect(
    page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: 'Oggi' }),
  ).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Control+1');
  await expect(firstPupil(page)).toBeFocused();
  await expect(page).toHaveTitle('1A · 2ª ora · lun 23 nov — Campanella');
});

test('a section stays what it is from hour to hour and from day to day', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('Control+7');
  await expect(listHeading(page)).toBeFocused();
  await page.keyboard.press('Alt+PageDown');
  await expect(page).toHaveURL(/#\/class\/2026\.LS\.1A\/pupils\/2026-11-23\/3$/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page).toHaveTitle('1A · Alunni · mar 24 nov — Campanella');
  await expect(page.getByRole('article').getByText('mar 24 nov')).toBeVisible();
});

test('the palette opens a section of a class by both names, and those of now by theirs', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('3b alunni');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('3B · Alunni · lun 23 nov — Campanella');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('appello');
  await expect(page.getByRole('option', { name: 'Lezione e appello' })).toContainText('Ctrl');
});

test('an address without day and hour is the class today, at the hour of now', async ({ open }) => {
  const page = await open({ ...LESSON, hash: '/class/2026.LS.1A/pupils' }, LOOK);
  await expect(page.getByRole('article')).toContainText('lun 23 nov · 2ª ora');
  await expect(listHeading(page)).toBeVisible();
});

test('another class of one’s own is two keys away, in the same section', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('Control+7');
  await expect(listHeading(page)).toBeFocused();
  await page.keyboard.press('Control+e');
  await page.keyboard.press('3');
  await expect(page).toHaveTitle('3B · Alunni · lun 23 nov — Campanella');
  await page.keyboard.press('Control+1');
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('Control+e');
  await page.keyboard.press('1');
  await expect(page).toHaveTitle('1A · 2ª ora · lun 23 nov — Campanella');
  await expect(firstPupil(page)).toBeFocused();
});

/** Presses keys where the focus is, as one who types faster than a slow computer draws: no timer has run between them. */
const pressedAtOnce = (page: Page, ...typed: readonly string[]) =>
  page.evaluate(async (all) => {
    const cell = document.querySelector('[role=row][aria-rowindex="1"] [role=gridcell]');
    for (const each of all) {
      const focused = each === 'Escape' ? document.activeElement : cell;
      const [key = '', ctrlKey] = each.split('+').toReversed();
      focused?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key,
          ctrlKey: ctrlKey !== undefined,
          bubbles: true,
          cancelable: true,
        }),
      );
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    }
  }, typed);

test('keys pressed right after the classes are opened are for them, and mark nobody', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await pressedAtOnce(page, 'Control+e', 'a');
  await page.keyboard.press('Escape');
  await expect(firstPupil(page)).toBeFocused();
  await expect(page.locator('[role=row][aria-rowindex="1"]')).toHaveAttribute('data-mark', 'present');
  await pressedAtOnce(page, 'Control+e', '3');
  await expect(page).toHaveTitle(/^3B · /);
});

test('the classes open again while they are still going away', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('menu').locator(':focus')).toBeVisible();
  await pressedAtOnce(page, 'Escape', 'Control+e', '3');
  await expect(page).toHaveTitle(/^3B · /);
});

test('keys pressed right after a dialog is closed are for the page', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(firstPupil(page)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
  await pressedAtOnce(page, 'Escape', 'Control+e', '3');
  await expect(page).toHaveTitle(/^3B · /);
});
