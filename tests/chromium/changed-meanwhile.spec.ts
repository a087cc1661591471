import { expect, type Page } from '@playwright/test';
import { unfold } from '../../renderer/testing/grade-forms/screens.ts';
import { test as base } from '../harness/harness-test.ts';
import type { Look } from '../harness/open-screen.ts';
import type { Screen } from '../harness/screen.ts';

const LOOK: Look = { theme: 'light', language: 'it', width: 1024, height: 700 };
const PAGE: Screen = { name: 'grade-forms', search: 'scenario=calm', hash: '/grade-forms-test' };

/** A page with a test in which the first pupil has a 6. */
const test = base.extend<{ readonly page6: Page }>({
  async page6({ openTesting }, provide) {
    const page = await openTesting(PAGE, LOOK);
    await pressOn(page, 'Nuova prova');
    await expect(dialog(page).getByRole('combobox', { name: 'Argomento' })).toBeFocused();
    await page.keyboard.type('Radicali');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await openGrade(page);
    await dialog(page).locator('[name=mark]').fill('6');
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(mark(page)).toHaveText('6');
    await provide(page);
  },
});

/** Also while a dialog is open over it. */
const column = (page: Page) => page.locator('section[aria-label*="Radicali"]');
const dialog = (page: Page) => page.getByRole('dialog');
const mark = (page: Page, place = 0) => column(page).locator('li').nth(place).locator('output');
const alert = (page: Page) => dialog(page).getByRole('alert');

async function pressOn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

async function openGrade(page: Page): Promise<void> {
  await column(page).locator('li').first().locator('button').focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).locator('[name=mark]')).toBeFocused();
}

/** An 8 with a judgement arrives, and the test weighs half, while a dialog is open over all of it. */
async function colleagueWrites(page: Page): Promise<void> {
  await column(page)
    .locator('button', { hasText: 'Un collega scrive' })
    .evaluate((button: HTMLElement) => button.click());
  await expect(mark(page)).toHaveText('8');
}

test('a mark that arrives while the details are open is left alone and said, and what was typed waits in its field', async ({
  page6: page,
}) => {
  await openGrade(page);
  await dialog(page).locator('[name=mark]').fill('7');
  await colleagueWrites(page);
  await page.keyboard.press('Enter');
  await expect(alert(page)).toContainText('Nel frattempo è stato cambiato: resta com’è.');
  await expect(alert(page)).toContainText('6 → 8');
  await expect(dialog(page).locator('[name=mark]')).toHaveValue('7');
  await expect(dialog(page).getByRole('textbox', { name: 'Giudizio', exact: true })).toHaveValue('Preciso');
  await dialog(page).locator('[name=mark]').focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(mark(page)).toHaveText('7');
});

test('a form whose course leaves the device stays with what was typed, says so, and saves nothing', async ({
  page6: page,
}) => {
  await openGrade(page);
  await dialog(page).locator('[name=mark]').fill('7');
  await page
    .locator('button', { hasText: 'Il corso se ne va' })
    .evaluate((button: HTMLElement) => button.click());
  await expect(dialog(page).getByText(/^Questi dati non sono più sul computer/)).toBeVisible();
  await expect(dialog(page).locator('[name=mark]')).toHaveValue('7');
  await expect(dialog(page).locator('[name=mark]')).toBeEnabled();
  await expect(dialog(page).getByRole('button', { name: 'Salva' })).toBeDisabled();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(mark(page)).toHaveText('6');
});

test('D45: a grade is withdrawn as it was seen: another one that arrived meanwhile stays', async ({
  page6: page,
}) => {
  await openGrade(page);
  await dialog(page).getByRole('button', { name: 'Ritira il voto…' }).click();
  await expect(dialog(page).getByText(/: 6\. Ritirato, il voto non vale più/)).toBeVisible();
  await colleagueWrites(page);
  await dialog(page).getByRole('button', { name: 'Ritira il voto', exact: true }).click();
  await expect(alert(page)).toContainText('Nel frattempo è stato cambiato: resta com’è.');
  await expect(dialog(page).getByText(/: 8 \(giudizio: Preciso\)\. Ritirato/)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Lascia com’è' }).click();
  await expect(mark(page)).toHaveText('8');
});

test('D48: in the form of a class test the row of a mark that arrived says so and keeps what was typed; the others are written', async ({
  page6: page,
}) => {
  await pressOn(page, 'Compila');
  const marks = dialog(page).getByRole('textbox', { name: /^Voto di / });
  await marks.nth(0).fill('7');
  await marks.nth(2).fill('5');
  await colleagueWrites(page);
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText(/^Nel frattempo è stato cambiato \(.*6 → 8.*\)/)).toBeVisible();
  await expect(marks.nth(0)).toHaveValue('7');
  await expect(
    dialog(page)
      .getByRole('textbox', { name: /^Giudizio di / })
      .first(),
  ).toHaveValue('Preciso');
  await marks.nth(0).focus();
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(mark(page)).toHaveText('7');
  await expect(mark(page, 2)).toHaveText('5');
});

test('D48: what both have changed of a test is left as the first left it, and said', async ({
  page6: page,
}) => {
  await pressOn(page, 'Modifica');
  await unfold(page, /Peso e visibilità/);
  const weight = dialog(page).locator('[name=weight]');
  await weight.fill('80');
  await colleagueWrites(page);
  await page.keyboard.press('Enter');
  await expect(alert(page)).toContainText('Nel frattempo è stato cambiato: resta com’è.');
  await expect(alert(page)).toContainText('50');
  await expect(weight).toHaveValue('80');
  await dialog(page).getByRole('combobox', { name: 'Argomento' }).fill('Radicali e potenze');
  await weight.fill('50');
  await weight.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('region', { name: /Radicali e potenze/ })).toBeVisible();
});

test('D53: a conversion says at its last corner that it can have no more', async ({ page6: page }) => {
  await pressOn(page, 'Nuova prova');
  await unfold(page, /Punteggio e griglia/);
  await dialog(page).getByRole('radio', { name: 'Punteggi' }).check();
  await dialog(page).getByRole('combobox', { name: 'Come il punteggio diventa voto' }).click();
  await page.getByRole('option', { name: 'A tratti' }).click();
  const add = dialog(page).getByRole('button', { name: 'Aggiungi un punto' });
  // Of those that are there from the beginning, the first and the last stay.
  const between = dialog(page).getByRole('button', { name: /^Togli il punto/ });
  for (let corners = 2 + (await between.count()); corners < 20; corners += 1) await add.click();
  await expect(add).toBeHidden();
  await expect(dialog(page).getByText('Non se ne aggiungono altri: al massimo 20.')).toBeVisible();
});
