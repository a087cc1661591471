import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilDialogHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const SCREEN = {
  name: 'grades-primary',
  search: 'scenario=judgements',
  hash: '/class/2026.LS.1A/grades/2026-11-23/2',
};
/** The columns of a primary class: three of judgements, one of points, one of a rubric; then the latest one. */
const [JUDGED, POINTS, RUBRIC, LAST] = [2, 5, 6, 7];

const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-work] tr[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
const news = (page: Page) => page.locator('[data-work] [role=status]');
const colourOf = (cell: Locator) => cell.evaluate((each) => getComputedStyle(each).color);

test('D66 in a primary class points are typed, shown and copied as points, and are no judgement; a number among judgements says what may be written', async ({
  open,
}) => {
  const page = await open(SCREEN, LOOK);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await cellAt(page, 8, POINTS).click();
  await page.keyboard.type('15');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 8, POINTS)).toHaveText('15/20');
  await expect(cellAt(page, 8, POINTS)).not.toHaveAccessibleDescription(/non fa media/);
  // Neither what stands high nor what stands low has a colour of its own.
  const empty = await colourOf(cellAt(page, 8, RUBRIC));
  for (const row of [2, 4, 6, 8]) expect(await colourOf(cellAt(page, row, POINTS))).toBe(empty);
  await expect(cellAt(page, 2, RUBRIC)).toHaveText(/^\d+\/12/);
  await cellAt(page, 8, POINTS).click();
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(async () => await navigator.clipboard.readText());
  expect(copied.trim()).toBe('15/20 p.');
  await page.keyboard.type('21');
  await page.keyboard.press('Enter');
  await expect(news(page)).toContainText('è più del massimo della prova, 20 punti');
  await page.keyboard.press('Escape');
  await cellAt(page, 8, JUDGED).click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(news(page)).toContainText(
    '«7» non è un giudizio. Si può scrivere: ottimo, distinto, buono, discreto, sufficiente, non sufficiente. I punti, come 15/20, si scrivono in una prova a punteggi.',
  );
  await page.keyboard.press('Escape');
  // The points of after do not hide the latest judgement.
  await expect(cellAt(page, 2, LAST)).toHaveText(/^[a-z ]+$/);
});

test('D66 the form of a primary test offers points and a rubric, and no mark that would come of them', async ({
  open,
}) => {
  const page = await open(SCREEN, LOOK);
  await page.getByRole('button', { name: 'Nuova prova' }).click();
  await untilDialogHasFocus(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Punteggio e griglia').click();
  await expect(dialog.getByRole('radio', { name: 'Giudizi' })).toBeChecked();
  await expect(dialog.getByText('Si legge il punteggio com’è')).toBeHidden();
  await dialog.getByRole('radio', { name: 'Griglia di valutazione' }).check();
  await expect(dialog.getByText('Si legge il punteggio com’è')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Punteggi' }).check();
  await dialog.getByRole('textbox', { name: 'Punteggio massimo' }).fill('20');
  await expect(dialog.getByText('Come il punteggio diventa voto')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Crea la prova' }).click();
  await expect(dialog).toBeHidden();
  // It is of today, after the others.
  await cellAt(page, 2, LAST).click();
  await page.keyboard.type('15,5/20');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 2, LAST)).toHaveText('15,5/20');
});

test('D66 the page of a primary pupil, its paper and the detail of a cell say points as they were typed', async ({
  open,
}) => {
  const page = await open(SCREEN, LOOK);
  await cellAt(page, 2, POINTS).click();
  const detail = page.getByRole('complementary', { name: 'Cella scelta' });
  await expect(detail).toContainText('20/20');
  await expect(detail).toContainText('2 prove a punti');
  await cellAt(page, 2, 1).getByRole('button').click();
  await page.getByRole('link', { name: /^Apri tutt/ }).click();
  const course = page.getByRole('region', { name: 'Matematica' });
  await expect(course.getByRole('listitem').filter({ hasText: 'Tabelline a tempo' })).toContainText('20/20');
  await expect(course.getByRole('listitem').filter({ hasText: 'Spiegare come' })).toContainText(
    /griglia \d+\/12/,
  );
  await expect(course).toContainText('2 prove a punti');
  await expect(course).not.toContainText(/non fa media|Media/);
  await page.getByRole('combobox', { name: 'Foglio da stampare' }).click();
  await page.getByRole('option', { name: 'Per i docenti' }).click();
  await expect(page.locator('[data-print]')).toContainText('20/20');
});

test('D66–D68 the dialogs of a primary course say «valutazione» where those of another say «voto», and so do their notices', async ({
  open,
}) => {
  const page = await open(SCREEN, LOOK);
  const main = page.locator('[data-work]');
  await expect(main.getByRole('grid', { name: /^Valutazioni di Matematica/ })).toBeVisible();
  await expect(page.getByRole('columnheader').filter({ hasText: 'N. valut.' })).toBeVisible();
  await cellAt(page, 2, JUDGED).click();
  await page.getByRole('button', { name: 'Dettaglio della valutazione' }).click();
  await untilDialogHasFocus(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).not.toContainText(/\bvot[oi]\b/i);
  await dialog.getByRole('button', { name: 'Ritira la valutazione…' }).click();
  await expect(dialog.getByRole('heading', { name: /^Ritirare la valutazione di/ })).toBeVisible();
});
