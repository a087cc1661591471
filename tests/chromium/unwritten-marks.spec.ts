import { expect, type Locator, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const GRADES = '/class/2026.LS.1A/grades/2026-11-23/2';
const [WRITTEN, COLLEAGUES] = [2, 5];

const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-work] tr[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
const grid = (page: Page) => page.getByRole('grid', { name: /^Voti di / });
const told = (page: Page) => page.locator('[aria-live=polite]').filter({ hasText: 'Non scritto' });

async function openGrades(open: Harness['open']): Promise<Page> {
  const page = await open({ name: 'unwritten', search: 'scenario=grades', hash: GRADES }, LOOK);
  await expect(grid(page)).toBeVisible();
  return page;
}

/** Types in a cell and goes elsewhere with the next key. */
async function typeAndLeave(page: Page, cell: Locator, text: string): Promise<void> {
  await cell.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Alt+Home');
  await expect(grid(page)).toHaveCount(0);
}

test('D78 a mark over one that the family could see, left by a key to another page, is told there and waits at its cell', async ({
  open,
}) => {
  const page = await openGrades(open);
  const cell = cellAt(page, 6, WRITTEN);
  await typeAndLeave(page, cell, '6');
  await expect(told(page)).toContainText('Non scritto: «6» per Caputo Nicolò (');
  await expect(told(page)).toContainText('indicare il motivo');
  await page.getByRole('button', { name: 'Vai alla cella' }).click();
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAccessibleDescription(/indicare il motivo/);
  await expect(told(page)).toHaveCount(0);
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Perché si corregge?' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Errore di somma');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText(/^6 ✎/);
});

test('D49 a mark for somebody who was absent, left by a key to another page, is told there and waits at its cell', async ({
  open,
}) => {
  const page = await openGrades(open);
  const cell = cellAt(page, 18, COLLEAGUES);
  await typeAndLeave(page, cell, '8');
  await expect(told(page)).toContainText('«8» per Lo Presti Salvatore');
  await page.goBack();
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAccessibleDescription(/non è stato confermato/);
  await expect(told(page)).toHaveCount(0);
});

test('what is no mark waits at its cell too, and the class reads nobody’s name from the wall', async ({
  open,
}) => {
  const page = await openGrades(open);
  const cell = cellAt(page, 4, WRITTEN);
  await typeAndLeave(page, cell, 'boh');
  await expect(told(page)).toContainText('«boh» per ');
  await page.keyboard.press('Control+Shift+P');
  const hidden = page
    .locator('[aria-live=polite]')
    .filter({ hasText: 'Quello che è stato digitato in una cella' });
  await expect(hidden).toBeVisible();
  await expect(told(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('button', { name: 'Ho letto' }).click();
  await expect(told(page)).toHaveCount(0);
  await page.goBack();
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toContainText('boh');
});

test('a lock leaves nothing of a mark that needs an answer, and whoever unlocks is told which one was not written', async ({
  open,
}) => {
  const page = await openGrades(open);
  const cell = cellAt(page, 6, WRITTEN);
  const before = (await cell.innerText()).trim();
  await cell.click();
  await page.keyboard.type('6');
  await page.keyboard.press('Control+l');
  await page.clock.runFor(1000);
  await page.getByLabel('Password', { exact: true }).fill('giusta');
  await page.keyboard.press('Enter');
  await expect(told(page)).toContainText('quello che era stato digitato per Caputo Nicolò (');
  await page.getByRole('button', { name: 'Vai alla cella' }).click();
  await expect(cell).toBeFocused();
  await expect(cell).toHaveText(before);
  await expect(told(page)).toHaveCount(0);
});

test('D74 a proposal that is no whole grade, left by a key to another page, is told there and waits in its field', async ({
  open,
}) => {
  const hash = '/class/2026.LS.1A/proposals/2026-11-23/2';
  const page = await open({ name: 'unwritten', search: 'scenario=council', hash }, LOOK);
  const field = page.getByRole('textbox', { name: 'Proposta per Bianchi Tommaso' });
  await field.fill('7½');
  await page.keyboard.press('Alt+Home');
  await expect(told(page)).toContainText('«7½» per Bianchi Tommaso (proposta di Matematica, 1A)');
  await expect(told(page)).toContainText('Un voto intero da 1 a 10');
  await page.getByRole('button', { name: 'Vai alla cella' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('7½');
  await expect(told(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(field).not.toHaveValue('7½');
});
