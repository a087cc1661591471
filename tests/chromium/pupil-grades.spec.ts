import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const screenOf = (name: string) => SCREENS.find((each) => each.name === name) ?? { name, search: '' };
const maths = (page: Page) => page.getByRole('region', { name: 'Matematica' });
const sheetOf = (page: Page) => page.locator('[data-print]');
const mathsOn = (page: Page) => sheetOf(page).getByRole('table').filter({ hasText: 'Matematica' });

test('D61, D76: a pupil’s page says of each mark that the family does not see it, and the sheet for a talk has nothing of it', async ({
  open,
}) => {
  const page = await open(screenOf('pupil-grades'), LOOK);
  const marks = maths(page).getByRole('listitem');
  await expect(marks).toHaveCount(3);
  const of = (topic: string) => marks.filter({ hasText: topic });
  await expect(of('Prima verifica')).toContainText('non visibile alla famiglia');
  await expect(of('Seconda verifica')).toContainText('la famiglia lo vede da mer 20 gen');
  await expect(marks.filter({ hasText: 'famiglia' })).toHaveCount(2);

  await page.emulateMedia({ media: 'print' });
  await expect(sheetOf(page).getByText('solo ciò che la famiglia può vedere')).toBeVisible();
  await expect(mathsOn(page).getByRole('row')).toHaveCount(1);
  await expect(mathsOn(page)).toContainText('1 voto fa media');
  await expect(sheetOf(page)).not.toContainText('famiglia lo vede');

  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('combobox', { name: 'Foglio da stampare' }).click();
  await page.getByRole('option', { name: 'Per i docenti' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(sheetOf(page).getByText('c’è anche ciò che la famiglia non vede')).toBeVisible();
  await expect(mathsOn(page).getByRole('row')).toHaveCount(3);
  await expect(mathsOn(page)).toContainText('non visibile alla famiglia');
});

test('D61, D64: the trend that is printed for a talk has the marks that the family sees', async ({
  open,
}) => {
  const page = await open(screenOf('pupil-grades-what-if'), LOOK);
  await page.evaluate('window.print = () => undefined');
  await maths(page)
    .getByRole('button', { name: /^Stampa grafico/ })
    .click();
  await page.emulateMedia({ media: 'print' });
  // Its head, and the one mark that is not held back.
  await expect(sheetOf(page).last().getByRole('row')).toHaveCount(2);
});

test('D59: the page, its sheet and the proposals name the average that they show', async ({ open }) => {
  const page = await open(screenOf('pupil-grades'), LOOK);
  await expect(maths(page)).toContainText('Media delle valutazioni');
  await page.emulateMedia({ media: 'print' });
  await expect(mathsOn(page)).toContainText('Media delle valutazioni');
  const proposals = await open(screenOf('proposals'), LOOK);
  await expect(
    proposals.getByRole('columnheader', { name: 'Media delle valutazioni', exact: true }),
  ).toBeVisible();
});
