import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';

const LOOK = { theme: 'dark', language: 'it', width: 1280, height: 720 } as const;
const screenOf = (name: string) => SCREENS.find((each) => each.name === name) ?? { name, search: '' };

/** Prints as the program does, with a printer that waits to be told that it has ended. */
async function print(page: Page, chart: RegExp): Promise<void> {
  await page.evaluate('window.print = () => undefined');
  await page.getByRole('button', { name: chart }).first().click();
  await page.emulateMedia({ media: 'print' });
}

test('D64 the distribution is printed alone, in ink and with its numbers; then the matrix has its sheet again', async ({
  open,
}) => {
  const page = await open(screenOf('class-matrix'), LOOK);
  await print(page, /^Stampa grafico: Medie di Arte e immagine$/);
  const sheets = page.locator('[data-print]');
  await expect(sheets).toHaveCount(2);
  const chart = sheets.last();
  await expect(sheets.first()).toBeHidden();
  await expect(chart.getByRole('heading', { level: 1 })).toHaveText(
    'Quadro dei voti della 1A · Primo quadrimestre',
  );
  await expect(chart.getByRole('img', { name: /^Medie di Arte e immagine: \d+ in tutto/ })).toBeVisible();
  await expect(chart.getByRole('row')).toHaveCount(11);
  await expect(chart.locator('pattern line')).toHaveCSS('stroke', 'rgb(0, 0, 0)');
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
  await expect(sheets).toHaveCount(1);
  await expect(sheets).toContainText('De Benedictis');
});

test('D64 how the marks of a pupil went on is printed with the pupil’s name', async ({ open }) => {
  const page = await open(screenOf('pupil-grades-what-if'), LOOK);
  await print(page, /^Stampa grafico: Andamento in /);
  const chart = page.locator('[data-print]').last();
  await expect(chart.getByRole('heading', { level: 1 })).toContainText('De Benedictis');
  await expect(chart.getByRole('img', { name: /^Andamento in / })).toBeVisible();
  await expect(chart.getByRole('row').nth(1)).toBeVisible();
});
