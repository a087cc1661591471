import type { Page } from 'playwright';
import { untilDialogHasFocus } from '../../../tests/harness/open-screen.ts';
import type { Screen } from '../../../tests/harness/screen.ts';

const WHERE = { search: 'scenario=calm', hash: '/grade-forms-test' } as const;

/** Presses what a label names. */
async function press(page: Page, name: RegExp | string): Promise<void> {
  await page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
}

/** Opens the form of a new test. */
export async function openNew(page: Page): Promise<void> {
  await press(page, 'Nuova prova');
  await untilDialogHasFocus(page);
}

/** Unfolds a part of the form that is open. */
export async function unfold(page: Page, part: RegExp): Promise<void> {
  await page.getByRole('dialog').locator('summary').filter({ hasText: part }).click();
}

/** Makes a test with a topic, and opens the details of the first pupil in it. */
async function openDetails(page: Page, topic: string): Promise<void> {
  await page.keyboard.type(topic);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page
    .getByRole('region', { name: new RegExp(topic) })
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .click();
  await untilDialogHasFocus(page);
}

/** Makes a test, and opens the form in which it is filled in. */
async function openFilling(page: Page): Promise<void> {
  await openNew(page);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await press(page, 'Compila');
  await untilDialogHasFocus(page);
}

/** The dialogs of the gradebook. */
export const screens: readonly Screen[] = [
  { name: 'grade-forms-new', ...WHERE, act: openNew },
  {
    name: 'grade-forms-weight',
    ...WHERE,
    async act(page) {
      await openNew(page);
      await unfold(page, /Peso e visibilità|Weight/);
    },
  },
  {
    name: 'grade-forms-conversion',
    ...WHERE,
    async act(page) {
      await openNew(page);
      await unfold(page, /Punteggio e griglia|Points and rubric/);
      await page.getByRole('radio', { name: /Punteggi|Scores/ }).click();
      await page.getByRole('textbox', { name: /Punteggio massimo|Highest score/ }).fill('50');
    },
  },
  {
    name: 'grade-forms-pieces',
    ...WHERE,
    async act(page) {
      await openNew(page);
      await unfold(page, /Punteggio e griglia|Points and rubric/);
      await page.getByRole('radio', { name: /Punteggi|Scores/ }).click();
      await page.getByRole('textbox', { name: /Punteggio massimo|Highest score/ }).fill('35');
      await page.getByRole('combobox', { name: /Come il punteggio|How the score/ }).click();
      await page.getByRole('option', { name: /A tratti|In pieces/ }).click();
    },
  },
  {
    name: 'grade-forms-rubric',
    ...WHERE,
    async act(page) {
      await openNew(page);
      await unfold(page, /Punteggio e griglia|Points and rubric/);
      await page.getByRole('radio', { name: /Griglia|Rubric/ }).click();
      await press(page, /Aggiungi un criterio|Add a criterion/);
      await page
        .getByRole('textbox', { name: /Criterio 1|Criterion 1/ })
        .fill('Correttezza dei calcoli e delle unità di misura');
      await press(page, /Aggiungi un criterio|Add a criterion/);
    },
  },
  { name: 'grade-forms-filling', ...WHERE, act: openFilling },
  {
    name: 'grade-forms-details',
    ...WHERE,
    async act(page) {
      await openNew(page);
      await openDetails(page, 'Multipli e divisori');
    },
  },
  {
    name: 'grade-forms-details-all',
    ...WHERE,
    async act(page) {
      await openNew(page);
      await openDetails(page, 'Multipli e divisori');
      await page.getByRole('dialog').getByRole('textbox').first().fill('12');
      await page.keyboard.press('Enter');
      for (const part of [
        /Commento riservato|Private comment/,
        /Peso e visibilità|Weight/,
        /recupero|Recovery/,
      ])
        await unfold(page, part);
    },
  },
];
