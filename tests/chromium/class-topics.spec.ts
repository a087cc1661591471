import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openTopics(open: Harness['open'], hour = 5): Promise<Page> {
  const hash = `/class/2026.LS.1A/topics/2026-11-23/${hour}`;
  const page = await open({ name: 'topics', search: 'scenario=calm', hash }, LOOK);
  await page.getByRole('heading', { name: /^Argomenti di/ }).waitFor();
  return page;
}

async function chooseScience(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Materia' }).click();
  await page.getByRole('option', { name: 'Scienze' }).click();
  await page.getByRole('heading', { name: 'Argomenti di Scienze' }).waitFor();
}

test('the syllabus is ticked off by the topics of the lessons, and the rest by hand', async ({ open }) => {
  const page = await openTopics(open, 2);
  await chooseScience(page);
  await expect(page.getByRole('heading', { name: /^Programma/ })).toHaveText('Programma2 su 5');
  const byLesson = page.getByRole('checkbox', { name: 'La cellula: struttura e funzioni' });
  await expect(byLesson).toBeChecked();
  await expect(byLesson).toBeDisabled();
  await page.getByRole('checkbox', { name: 'La classificazione dei viventi' }).check();
  await expect(page.getByRole('heading', { name: /^Programma/ })).toHaveText('Programma3 su 5');
  await page.getByRole('checkbox', { name: 'Il metodo scientifico' }).uncheck();
  await expect(page.getByRole('heading', { name: /^Programma/ })).toHaveText('Programma2 su 5');
});

test('a pasted syllabus shows what is taken and names the lines that are not, before it is saved', async ({
  open,
}) => {
  const page = await openTopics(open);
  await page.getByRole('button', { name: 'Aggiungi argomenti…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Aggiungi al programma' })).toBeDisabled();
  await dialog
    .getByRole('textbox')
    .fill('Unità;Argomento\nLa vita;I virus\nLa vita;\nLa vita;gli stati della MATERIA');
  await expect(dialog.getByText('1 argomento da aggiungere · 2 righe non prese')).toBeVisible();
  await expect(dialog.getByText('Riga 3: manca l’argomento.')).toBeVisible();
  await expect(dialog.getByText('Riga 4: è già nel programma.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Aggiungi al programma' }).click();
  await expect(page.getByText('1 argomento aggiunto al programma')).toBeAttached();
  await expect(page.getByRole('checkbox', { name: 'I virus' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Togli «I virus» dal programma' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Togli', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'I virus' })).toHaveCount(0);
});

test('hours without signature are listed, and one key opens the first of them', async ({ open }) => {
  const page = await openTopics(open, 2);
  await expect(page.getByRole('link', { name: /^ven 20 nov · 2ª ora senza firma/ })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 2, name: 'Lezione' })).toBeVisible();
  await expect(page).toHaveURL(/\/day\/2026-\d\d-\d\d\/2026\.LS\.1A\/2$/);
});

test('hours to come say what is planned', async ({ open }) => {
  const page = await openTopics(open);
  await expect(
    page.getByRole('link', { name: 'mar 24 nov · 6ª ora Gli organismi unicellulari e pluricellulari' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'mar 24 nov · 5ª ora Scrivi l’argomento previsto' }),
  ).toBeVisible();
});
