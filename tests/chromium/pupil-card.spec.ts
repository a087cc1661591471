import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const LESSON = { name: 'card', search: 'scenario=busy', hash: '/day/2026-11-23/2026.LS.1A/2' };

const cell = (page: Page, number: number) =>
  page.locator(`[role=row][aria-rowindex="${number}"]`).getByRole('gridcell');
const card = (page: Page) => page.getByRole('dialog', { name: 'Scheda alunno' });

test('Enter opens the card of a pupil in the roll, arrows lead on, Esc gives the focus back there', async ({
  open,
}) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  const heading = card(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('Benedetti Ginevra');
  await expect(heading).toBeFocused();
  await expect(card(page)).toContainText('3 di 28');
  await page.keyboard.press('ArrowDown');
  await expect(heading).toHaveText('Bianchi Tommaso');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(cell(page, 4)).toBeFocused();
});

test('A7 the card says who marked what of the day, and when', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText(/Assente, 1ª ora\s*segnato da Bruni Giancarlo, alle/);
});

test('letters typed into the card mark nobody', async ({ open }) => {
  const page = await open(LESSON, LOOK);
  await expect(cell(page, 1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await page.keyboard.type('a');
  await page.keyboard.press('Escape');
  await expect(page.locator('[role=row][aria-rowindex="1"]')).toHaveAttribute('data-mark', 'present');
});

test('the list of the class opens the same card, and a teacher’s device says what it has not', async ({
  open,
}) => {
  const page = await open({ ...LESSON, hash: '/class/2026.LS.1A/pupils/2026-11-23/2' }, LOOK);
  const name = page.getByRole('button', { name: 'Caputo Nicolò' });
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('Non sono su questo computer: li ha la segreteria.');
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
});

test('D204 the card says that a choice for the religion hour is missing, and of whoever has made one which it is', async ({
  open,
}) => {
  const page = await open(
    { ...LESSON, search: 'scenario=busy&role=office', hash: '/class/2026.LS.1A/pupils/2026-11-23/2' },
    LOOK,
  );
  await page.getByRole('button', { name: 'Ben Abdallah Yasmine' }).click();
  await expect(card(page)).toContainText('scelta mancante: l’ora non conta fra le assenze');
  await page.keyboard.press('ArrowDown');
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('Benedetti Ginevra');
  await expect(card(page)).toContainText('Ora di religione');
  await expect(card(page)).not.toContainText('scelta mancante');
});
