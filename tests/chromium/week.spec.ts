import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openWeek(open: Harness['open'], hash: string): Promise<Page> {
  const page = await open({ name: 'week', search: 'scenario=calm', hash }, LOOK);
  await page.getByRole('grid', { name: 'Le tue ore' }).waitFor();
  return page;
}

test('the week says what was done and what is missing, and each missing hour is one press away', async ({
  open,
}) => {
  const page = await openWeek(open, '/week/2026-11-18');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dal lun 16 nov al dom 22 nov');
  const missing = page.getByRole('region', { name: /^Da completare/ }).getByRole('link');
  await expect(missing).toHaveText([
    'mer 18 nov · 1ª ora · 3Bsenza firma',
    'gio 19 nov · 3ª ora · 2Csenza firma',
    'ven 20 nov · 2ª ora · 1Asenza firma',
  ]);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page).toHaveURL(/\/day\/2026-11-18\/2026\.LS\.3B\/1$/);
});

test('arrows lead from hour to hour, N to the next that lacks something, and Enter opens it', async ({
  open,
}) => {
  const page = await openWeek(open, '/week/2026-11-18');
  const grid = page.getByRole('grid', { name: 'Le tue ore' });
  const at = (spot: string) => grid.locator(`[data-spot="${spot}"]`);
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  await at('0.0.0').focus();
  await page.keyboard.press('ArrowRight');
  await expect(at('0.1.0')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(at('1.1.0')).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.locator(':focus')).toContainText('senza firma');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/day\/2026-11-19\/2026\.LS\.2C\/3$/);
});

test('N leads to what lacks something from anywhere on the page, and is a letter where one writes', async ({
  open,
}) => {
  const page = await openWeek(open, '/week/2026-11-18');
  const focused = page.locator('[data-spot]:focus');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('n');
  await expect(focused).toHaveAttribute('href', /2026-11-18\/2026\.LS\.3B\/1$/);
  await page.getByRole('button', { name: 'Stampa' }).focus();
  await page.keyboard.press('n');
  await expect(focused).toHaveAttribute('href', /2026-11-18\/2026\.LS\.3B\/1$/);
  await page.keyboard.press('n');
  await expect(focused).toHaveAttribute('href', /2026-11-19\/2026\.LS\.2C\/3$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('n');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('n');
});

test('Alt with the arrows changes the week, and the month of the same day is one choice away', async ({
  open,
}) => {
  const page = await openWeek(open, '/week/2026-11-23');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dal lun 16 nov al dom 22 nov');
  await page.getByRole('button', { name: 'Questa settimana' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dal lun 23 nov al dom 29 nov');
  await page.getByRole('radiogroup').getByText('Mese').click({ force: true });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('novembre 2026');
  await expect(page.getByRole('grid', { name: 'Le tue ore' }).getByRole('row')).toHaveCount(6);
});

test('a week without lessons says which days of the calendar of the school they are', async ({ open }) => {
  const page = await open({ name: 'week', search: 'scenario=calm', hash: '/week/2026-12-28' }, LOOK);
  await expect(page.getByText('Lezioni sospese: vacanze di Natale, Capodanno.')).toBeVisible();
});

test('D122: a week is copied from another class: what goes where is shown before, and what cannot go is named', async ({
  open,
}) => {
  const page = await openWeek(open, '/week/2026-11-23');
  await page.getByRole('button', { name: 'Copia una settimana…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Nelle ore di' }).click();
  await page.getByRole('option', { name: '2C · Scienze' }).click();
  await dialog.getByRole('combobox', { name: 'Settimana' }).click();
  await page.getByRole('option', { name: 'Dal lun 16 nov al dom 22 nov' }).click();
  await expect(dialog.getByText(/non ha un argomento|non c’è un’ora/).first()).toBeVisible();
  await dialog.getByRole('button', { name: /^Copia \d+ argoment/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/copiat[oi] fra quelli previsti/)).toBeAttached();
  await expect(
    page
      .getByRole('grid', { name: 'Le tue ore' })
      .getByRole('link', { name: /^2C Scienze.*prevista$/ })
      .first(),
  ).toBeVisible();
});

test('D122: a week of last year is read from the school, and copied', async ({ open }) => {
  const page = await open({ name: 'week', search: 'scenario=lastYear', hash: '/week/2026-11-23' }, LOOK);
  await page.getByRole('button', { name: 'Copia una settimana…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copia gli argomenti di un’altra settimana' });
  await dialog.getByRole('combobox', { name: 'Dalla classe' }).click();
  await page.getByRole('option', { name: '2B · 2025/26' }).click();
  await dialog.getByRole('combobox', { name: 'Settimana' }).click();
  await page.getByRole('option', { name: 'Dal lun 1 giu al dom 7 giu' }).click();
  await expect(dialog.getByRole('list', { name: 'Che cosa viene copiato' })).toContainText(
    'Le equazioni di primo grado',
  );
});
