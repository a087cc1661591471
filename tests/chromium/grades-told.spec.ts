import { expect, type Locator, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const GRADES = '/class/2026.LS.1A/grades/2026-11-23/2';
/** The columns of 1A: a written test, an oral one of half the weight, a colleague’s. */
const [WRITTEN, ORAL, COLLEAGUES] = [2, 3, 5];

const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-work] tr[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
const news = (page: Page) => page.locator('[data-work] [role=status]');
const detailOf = (page: Page) => page.getByRole('complementary', { name: 'Cella scelta' });

async function openGrades(open: Harness['open'], look = LOOK): Promise<Page> {
  const page = await open({ name: 'grades', search: 'scenario=grades', hash: GRADES }, look);
  await expect(page.getByRole('grid', { name: /^Voti di / })).toBeVisible();
  return page;
}

test('D47, D58 the head of a column says how it counts and whose it is before its topic, and so does its name', async ({
  open,
}) => {
  const page = await openGrades(open);
  const oral = page.getByRole('columnheader', { name: /^Prova orale di mar 20 ott, Le potenze, peso 50 %$/ });
  await expect(oral).toHaveAttribute('aria-colindex', String(ORAL));
  await expect(oral.getByRole('button')).toHaveAttribute('title', /peso 50 %: apri la prova$/);
  await expect(oral.getByText(/^peso 50 % · /)).toBeVisible();
  await expect(cellAt(page, 1, COLLEAGUES)).toHaveAccessibleName(/, di Bruni$/);
  await expect(cellAt(page, 1, COLLEAGUES).getByText(/^Bruni · /)).toBeVisible();
});

test('D47 the chosen cell says of which of several tests it is: by type, day, topic and author', async ({
  open,
}) => {
  const page = await openGrades(open);
  await cellAt(page, 3, COLLEAGUES).click();
  await expect(detailOf(page)).toContainText('Prova scritta di gio 12 nov, Radicali, di Bruni');
  await cellAt(page, 3, ORAL).click();
  await expect(detailOf(page)).toContainText('Prova orale di mar 20 ott, Le potenze');
});

test('D56 what is recovered is crossed out and can still be read, and the legend says so', async ({
  open,
}) => {
  const page = await openGrades(open);
  const [recovered, other] = [cellAt(page, 11, WRITTEN), cellAt(page, 10, WRITTEN)];
  await expect(recovered).toHaveCSS('text-decoration-line', 'line-through');
  await expect(recovered).toHaveText(/^4-/);
  await expect(other).toHaveCSS('text-decoration-line', 'none');
  const legend = page.getByText('barrato: al suo posto vale il recupero');
  await expect(legend).toBeHidden();
  await page.getByText('Legenda di colori, segni e sigle').click();
  await expect(legend).toBeVisible();
});

test('D52 one excuse more than the school allows is said as it is typed, when the focus is at the next pupil already', async ({
  open,
}) => {
  const page = await openGrades(open);
  await cellAt(page, 16, COLLEAGUES).click();
  await page.keyboard.type('giu');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 16, COLLEAGUES)).toHaveText(/^giu/);
  await expect(news(page)).toHaveText('');
  await page.keyboard.type('giu');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 18, COLLEAGUES)).toBeFocused();
  await expect(news(page)).toHaveText(/^\S.*: giustificazioni oltre quella permessa \(1\)\.\s?$/);
});

test('what a colleague has written says whose it is at its cell, to look at and to listen to', async ({
  open,
}) => {
  const page = await openGrades(open);
  const theirs = cellAt(page, 3, COLLEAGUES);
  await theirs.click();
  await expect(detailOf(page).getByText('scritto da Bruni', { exact: true })).toBeVisible();
  await expect(theirs).toHaveAccessibleDescription(/scritto da Bruni/);
  await expect(cellAt(page, 3, WRITTEN)).not.toHaveAccessibleDescription(/scritto da/);
});

test('D81 each switch of what was brought along says of which grade it is, and one key takes back what it did', async ({
  open,
}) => {
  const page = await openGrades(open);
  await page.getByRole('button', { name: 'Dalla classe precedente (2)' }).click();
  const brought = page.getByRole('grid', { name: 'Voti dalla classe precedente' });
  const names = await brought.getByRole('switch').evaluateAll((all) => all.map((each) => each.ariaLabel));
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
  const name = /^Conta nella media di D'Angelo Aurora: Prova orale di [a-z]{3} \d+ [a-z]{3}.*: 4½$/;
  const oral = brought.getByRole('switch', { name });
  await oral.press(' ');
  await expect(oral).toBeChecked();
  const told = page.getByRole('status').filter({ hasText: /Ora conta nella media di .*: 4½/ });
  await expect(told).toBeAttached();
  await page.keyboard.press('Control+z');
  await expect(oral).not.toBeChecked();
  await page.keyboard.press('Control+y');
  await expect(oral).toBeChecked();
});

test('the grid keeps its place whatever the chosen cell says, and the chosen cell is never under its foot', async ({
  open,
}) => {
  const page = await openGrades(open);
  const region = page.locator('[data-work] [role=region]');
  const boxes = [await region.boundingBox()];
  // A colleague’s with a conflict, one that says nothing, one with a comment.
  for (const [row, column] of [
    [6, COLLEAGUES],
    [5, WRITTEN],
    [2, WRITTEN],
  ] as const) {
    await cellAt(page, row, column).click();
    await expect(cellAt(page, row, column)).toBeFocused();
    boxes.push(await region.boundingBox());
  }
  expect(boxes).toEqual(boxes.map(() => boxes[0]));

  const foot = await page.locator('[data-work] tfoot').boundingBox();
  const bottoms = await page
    .locator('[data-work] tbody tr[aria-rowindex]')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom));
  const last = bottoms.filter((bottom) => bottom <= (foot?.y ?? 0)).length + 1;
  const lowest = cellAt(page, last, ORAL);
  await lowest.click();
  await page.keyboard.press('Alt+Enter');
  const details = page.getByRole('dialog');
  await expect(details.locator('[name=mark]')).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Annulla l’ultimo' })).toBeVisible();
  await expect(lowest).toBeFocused();
  const covered = async () =>
    await lowest.evaluate((cell) => {
      const below = cell.closest('table')?.tFoot?.getBoundingClientRect().top ?? 0;
      return cell.getBoundingClientRect().bottom - below;
    });
  await expect.poll(covered).toBeLessThanOrEqual(1);
});

test('D45 a test that was given up is read again from its list, with the reason why nothing is written in it', async ({
  open,
}) => {
  const page = await openGrades(open);
  const list = page.getByRole('button', { name: /^Prove ritirate/ });
  await expect(list).toHaveCount(0);
  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog');
  const topic = dialog.getByRole('combobox', { name: 'Argomento' });
  await expect(topic).toBeFocused();
  await topic.fill('Doppia per sbaglio');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page
    .getByRole('columnheader', { name: /Doppia per sbaglio/ })
    .getByRole('button')
    .click();
  await dialog.getByRole('button', { name: 'Ritira questa prova…' }).click();
  await dialog.getByRole('button', { name: 'Ritira la prova' }).click();
  await expect(page.getByRole('columnheader', { name: /Doppia per sbaglio/ })).toHaveCount(0);
  await list.click();
  await page.getByRole('menuitem', { name: /Doppia per sbaglio/ }).click();
  await expect(dialog.getByText('Questa prova è stata ritirata: si può solo leggere.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('[data-work] td:focus, [data-work] th:focus')).toHaveCount(1);
});

test('what is said below the grid is read whole, though it takes two lines', async ({ open }) => {
  const page = await openGrades(open);
  await cellAt(page, 5, WRITTEN).click();
  await page.keyboard.type('boh');
  await page.keyboard.press('Enter');
  await expect(news(page)).toContainText('«boh»');
  const [said, detail] = [await news(page).boundingBox(), await detailOf(page).boundingBox()];
  const needed = await news(page).evaluate((element) => element.scrollHeight);
  expect(said?.height ?? 0).toBeGreaterThanOrEqual(needed - 1);
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(detail?.y ?? 0);
});
