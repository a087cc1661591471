import type { Page } from 'playwright';
import type { Screen } from '../../../tests/harness/screen.ts';

const GRADES = '/class/2026.LS.1A/grades/2026-11-23/2';
const EMPTY = '/class/2026.LS.3B/grades/2026-11-23/1';

/** Chooses a cell by the number of its row and column, the names being the first. */
const choose = (row: number, column: number) => async (page: Page) => {
  await page.locator(`[role=grid] tbody tr:nth-child(${row}) [aria-colindex="${column}"]`).click();
};

/** The grades of a class. */
export const screens: readonly Screen[] = [
  { name: 'class-grades', search: 'scenario=grades', hash: GRADES, act: choose(2, 2) },
  { name: 'class-grades-conflict', search: 'scenario=grades', hash: GRADES, act: choose(5, 5) },
  {
    name: 'class-grades-not-taken',
    search: 'scenario=freezing',
    hash: GRADES,
    async act(page) {
      await choose(4, 2)(page);
      await page.keyboard.type('7½');
      await page.keyboard.press('Enter');
      await page.clock.runFor(5000);
      await page.locator('td', { hasText: '✕' }).click();
    },
  },
  {
    name: 'class-grades-earlier',
    search: 'scenario=grades',
    hash: GRADES,
    async act(page) {
      await page.getByRole('button', { name: /Dalla classe precedente|From the class before/ }).click();
    },
  },
  { name: 'class-grades-empty', search: 'scenario=calm', hash: EMPTY },
  { name: 'class-grades-primary', search: 'scenario=judgements', hash: GRADES, act: choose(1, 2) },
  {
    name: 'class-grades-primary-form',
    search: 'scenario=judgements',
    hash: GRADES,
    async act(page) {
      await page.getByRole('button', { name: /^(Nuova prova|New assessment)/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/Punteggio e griglia|Points and rubric/).click();
      await dialog.getByRole('radio', { name: /^(Punteggi|Scores)$/ }).check();
    },
  },
  { name: 'class-grades-frozen', search: 'scenario=frozen', hash: GRADES },
  { name: 'class-grades-principal', search: 'scenario=grades&role=principal', hash: GRADES },
  { name: 'class-grades-office', search: 'scenario=grades&role=office', hash: GRADES },
  {
    name: 'class-grades-refused',
    search: 'scenario=grades',
    hash: GRADES,
    async act(page) {
      await choose(4, 2)(page);
      await page.keyboard.type('boh');
      // Asked for twice, it is left at its cell.
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'class-grades-absent',
    search: 'scenario=grades',
    hash: GRADES,
    async act(page) {
      await choose(17, 5)(page);
      await page.keyboard.type('7');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'class-grades-reason',
    search: 'scenario=grades',
    hash: GRADES,
    async act(page) {
      await choose(5, 2)(page);
      await page.keyboard.type('6');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'class-grades-history',
    search: 'scenario=grades',
    hash: GRADES,
    async act(page) {
      await choose(2, 2)(page);
      await page.getByRole('button', { name: /^(Dettaglio del|Details of the)/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .locator('summary')
        .filter({ hasText: /^(Storia|History)/ })
        .click();
      await dialog.getByRole('button', { name: /^(Leggi la storia|Read the history)/ }).click();
      const last = dialog.getByRole('listitem').last();
      await last.waitFor();
      await last.scrollIntoViewIfNeeded();
    },
  },
];
