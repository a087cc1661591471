import { expect, type Locator, type Page } from '@playwright/test';
import { screens, unfold } from '../../renderer/testing/grade-forms/screens.ts';
import { axeFaults } from '../harness/axe-faults.ts';
import { test as base } from '../harness/harness-test.ts';
import { untilDialogHasFocus, type Look } from '../harness/open-screen.ts';
import type { Screen } from '../harness/screen.ts';

const LOOK: Look = { theme: 'light', language: 'it', width: 1024, height: 700 };
const PAGE: Screen = { name: 'grade-forms', search: 'scenario=calm', hash: '/grade-forms-test' };

/** Opens the page of the tests that asks for the dialogs of the gradebook. */
const test = base.extend<{ readonly openForms: (screen?: Screen, look?: Look) => Promise<Page> }>({
  async openForms({ openTesting }, provide) {
    await provide(async (screen = PAGE, look = LOOK) => await openTesting(screen, look));
  },
});

const column = (page: Page, name: RegExp) => page.getByRole('region', { name });
const dialog = (page: Page) => page.getByRole('dialog');
const status = (page: Page) => page.getByRole('main').getByRole('status').first();

/** Presses a button of the page by keyboard. */
async function pressOn(page: Page, name: string | RegExp, within = page.locator('body')): Promise<void> {
  await within.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).focus();
  await page.keyboard.press('Enter');
}

/** Makes a test of today with a topic: Enter alone does. */
async function make(page: Page, topic = ''): Promise<void> {
  await pressOn(page, 'Nuova prova');
  await expect(dialog(page).getByRole('combobox', { name: 'Argomento' })).toBeFocused();
  await page.keyboard.type(topic);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
}

/** Opens what can be changed of a test. */
async function openTest(page: Page, of: RegExp): Promise<void> {
  await pressOn(page, 'Modifica', column(page, of));
  await untilDialogHasFocus(page);
}

/** Opens the details of a pupil by the place in the list. */
async function openGrade(page: Page, of: RegExp, place = 0): Promise<void> {
  const entry = column(page, of).getByRole('listitem').nth(place);
  await entry.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).locator('[name=mark]')).toBeFocused();
}

const mark = (page: Page, of: RegExp, place = 0) =>
  column(page, of).getByRole('listitem').nth(place).locator('output');

/** Types a mark in the details that are open, and saves. */
async function save(page: Page, typed: string): Promise<void> {
  await dialog(page).locator('[name=mark]').fill(typed);
  await page.keyboard.press('Enter');
}

/** Asks for the history in the dialog that is open: what was changed, the latest first. */
async function readHistory(page: Page): Promise<Locator> {
  await unfold(page, /^Storia/);
  await pressOn(page, 'Leggi la storia', dialog(page));
  return dialog(page).getByRole('list', { name: 'Storia' }).getByRole('listitem');
}

test('D47, D48: Enter alone makes a written test of today, a second one keeps its own column, and each is taken back', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page);
  await expect(column(page, /written 2026-11-23 0/)).toBeVisible();
  await expect(status(page)).toHaveText(/^Prova scritta di lun 23 nov.*: prova creata$/);
  await make(page, 'Frazioni');
  await expect(column(page, /written 2026-11-23 1 Frazioni/)).toBeVisible();
  await pressOn(page, 'Indietro');
  await expect(column(page, /written 2026-11-23 1 Frazioni annullata/)).toBeVisible();
});

test('D48: topics of the lessons are offered, a day to come and a day without lessons are refused at their field', async ({
  openForms,
}) => {
  const page = await openForms();
  await pressOn(page, 'Nuova prova');
  await expect(dialog(page).getByRole('combobox', { name: 'Argomento' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /^Multipli e divisori/ })).toBeVisible();
  await page.keyboard.press('Escape');
  const day = dialog(page).getByRole('textbox', { name: 'Giorno' });
  await day.fill('24/11/2026');
  await expect(dialog(page).getByText('Il giorno deve ancora venire')).toBeVisible();
  await day.fill('22/11/2026');
  await expect(dialog(page).getByText('In questo giorno non c’è lezione.')).toBeVisible();
  await day.fill('20/11/2026');
  await dialog(page).getByRole('button', { name: 'Crea la prova' }).focus();
  await page.keyboard.press('Enter');
  await expect(column(page, /written 2026-11-20 0/)).toBeVisible();
});

test('D53: a test of 50 points shows what its conversion makes of them, and a score becomes the grade', async ({
  openForms,
}) => {
  const page = await openForms();
  await pressOn(page, 'Nuova prova');
  await unfold(page, /Punteggio e griglia/);
  await dialog(page).getByRole('radio', { name: 'Punteggi' }).check();
  await dialog(page).getByRole('button', { name: 'Crea la prova' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Scrivi quanti punti vale tutta la prova')).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'Punteggio massimo' })).toBeFocused();
  await page.keyboard.type('50');
  const preview = dialog(page).getByRole('list', { name: 'Quali voti ne vengono' });
  await expect(preview.getByRole('listitem')).toHaveCount(11);
  await expect(preview.getByRole('listitem').nth(3)).toHaveText('35 p.7½');
  await page.keyboard.press('Enter');
  await openGrade(page, /written/);
  await save(page, '51');
  await expect(dialog(page).getByText('«51» è più del massimo della prova, 50 punti.')).toBeVisible();
  await dialog(page).locator('[name=mark]').fill('35');
  await expect(dialog(page).getByText('35/50, voto 7½')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(mark(page, /written/)).toHaveText('35/50');
});

test('D54: a rubric is made, filled in by keyboard, and comes to a grade', async ({ openForms }) => {
  const page = await openForms();
  await pressOn(page, 'Nuova prova');
  await unfold(page, /Punteggio e griglia/);
  await dialog(page).getByRole('radio', { name: 'Griglia di valutazione' }).check();
  for (const name of ['Calcolo', 'Esposizione']) {
    await pressOn(page, 'Aggiungi un criterio', dialog(page));
    await dialog(page)
      .getByRole('textbox', { name: `Criterio ${name === 'Calcolo' ? 1 : 2}` })
      .fill(name);
  }
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await openGrade(page, /written/);
  await dialog(page)
    .getByRole('radiogroup', { name: 'Calcolo' })
    .getByRole('radio', { name: 'Avanzato (4)' })
    .check();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Manca il livello di qualche criterio')).toBeVisible();
  await dialog(page)
    .getByRole('radiogroup', { name: 'Esposizione' })
    .getByRole('radio', { name: 'Base (2)' })
    .check();
  await expect(dialog(page).getByText('Totale 6 su 8: vale 8.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(mark(page, /written/)).toHaveText('8');
});

test('D45, D46, D52: a grade, an event and a judgement alone are written, and what is none is refused with the reason', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page);
  await openGrade(page, /written/);
  await save(page, '12');
  await expect(dialog(page).getByText('«12» è fuori scala')).toBeVisible();
  await save(page, '6+');
  await expect(mark(page, /written/)).toHaveText('6+');
  await openGrade(page, /written/, 1);
  await dialog(page).getByRole('combobox', { name: 'Oppure scegli' }).click();
  await page.getByRole('option', { name: 'impreparato' }).click();
  await expect(dialog(page).locator('[name=mark]')).toHaveValue('imp');
  await dialog(page).locator('[name=mark]').press('Enter');
  await expect(mark(page, /written/, 1)).toHaveText('imp');
  await openGrade(page, /written/, 2);
  await dialog(page).getByRole('textbox', { name: 'Giudizio' }).fill('Esposizione chiara');
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(dialog(page)).toBeHidden();
  await openGrade(page, /written/, 2);
  await expect(dialog(page).getByRole('textbox', { name: 'Giudizio' })).toHaveValue('Esposizione chiara');
});

test('D56: a grade recovers an earlier one of the period, with the effect that was chosen', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page, 'Prima');
  await make(page, 'Seconda');
  await openGrade(page, /Prima/);
  await save(page, '4');
  await expect(mark(page, /Prima/)).toHaveText('4');
  await openGrade(page, /Seconda/);
  await dialog(page).locator('[name=mark]').fill('7');
  await unfold(page, /Voto di recupero/);
  await dialog(page).getByRole('combobox', { name: 'Quale voto recupera' }).click();
  await page.getByRole('option', { name: /^4 · Prova scritta/ }).click();
  await expect(dialog(page).getByRole('radio', { name: 'Sostituisce' })).toBeChecked();
  await dialog(page).getByRole('radio', { name: 'Vale il migliore' }).check();
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(dialog(page)).toBeHidden();
  await openGrade(page, /Seconda/);
  await expect(dialog(page).locator('summary').filter({ hasText: 'Voto di recupero' })).toContainText(
    'Vale il migliore',
  );
});

test('D78: what a family may have seen is corrected with a reason, and its history tells both', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page);
  await openGrade(page, /written/);
  await save(page, '5');
  await expect(mark(page, /written/)).toHaveText('5');
  // Half an hour later the family may read it (D76).
  await page.clock.fastForward('31:00');
  await openGrade(page, /written/);
  await save(page, '6');
  await expect(
    dialog(page).getByText('La famiglia l’ha già potuto vedere: scrivi perché cambia.'),
  ).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'Motivo' })).toBeFocused();
  await page.keyboard.type('Errore di somma');
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(mark(page, /written/)).toHaveText('6');
  await openGrade(page, /written/);
  const history = await readHistory(page);
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText(/Voto: 5 → 6.*Motivo: Errore di somma.*computer 7F3A/s);
  await expect(history.last()).toContainText('Voto: 5');
});

test('D78: the type of a test that families could see is put right with a reason, and nothing typed beside it is lost', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page, 'Scritta');
  await openGrade(page, /Scritta/);
  await save(page, '5');
  await page.clock.fastForward('31:00');
  await openTest(page, /Scritta/);
  await dialog(page).getByRole('combobox', { name: 'Tipo' }).click();
  await page.getByRole('option', { name: 'Prova orale' }).click();
  await dialog(page).getByRole('combobox', { name: 'Argomento' }).fill('Orale');
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Motivo' })).toBeFocused();
  await expect(dialog(page).getByRole('combobox', { name: 'Argomento' })).toHaveValue('Orale');
  await page.keyboard.type('Era orale');
  await dialog(page).getByRole('button', { name: 'Salva' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(column(page, /oral .* Orale/)).toBeVisible();
  const told = [
    /Tipo di prova: Prova scritta → Prova orale/,
    /Argomento: Scritta → Orale/,
    /Motivo: Era orale/,
  ];
  await openTest(page, /Orale/);
  const ofTest = await readHistory(page);
  for (const line of told) await expect(ofTest.first()).toContainText(line);
  await page.keyboard.press('Escape');
  await openGrade(page, /Orale/);
  const ofGrade = await readHistory(page);
  for (const line of told) await expect(ofGrade.first()).toContainText(line);
  await expect(ofGrade.first()).toContainText('Tutta la prova');
  await expect(ofGrade.last()).toContainText('Voto: 5');
  await page.keyboard.press('Escape');
  await pressOn(page, 'Indietro');
  await expect(column(page, /written .* Scritta/)).toBeVisible();
});

test('a grade is withdrawn and a test cancelled after asking, and both are taken back', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page, 'Radicali');
  await openGrade(page, /Radicali/);
  await save(page, '8');
  await openGrade(page, /Radicali/);
  await pressOn(page, 'Ritira il voto…', dialog(page));
  await pressOn(page, 'Ritira il voto', dialog(page));
  await expect(mark(page, /Radicali/)).toHaveText('');
  await pressOn(page, 'Indietro');
  await expect(mark(page, /Radicali/)).toHaveText('8');
  await openTest(page, /Radicali/);
  await pressOn(page, 'Ritira questa prova…', dialog(page));
  await expect(dialog(page).getByText('Con lei non vale più 1 voto.')).toBeVisible();
  await pressOn(page, 'Ritira la prova', dialog(page));
  await expect(column(page, /Radicali annullata/)).toBeVisible();
  await pressOn(page, 'Indietro');
  await expect(column(page, /Radicali annullata/)).toHaveCount(0);
});

test('D48: a test moves to another day and type with its grades, and one way back brings it home', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page, 'Spostata');
  await openGrade(page, /Spostata/);
  await save(page, '9');
  await openTest(page, /Spostata/);
  await dialog(page).getByRole('textbox', { name: 'Giorno' }).fill('18/11/2026');
  await expect(dialog(page).getByText(/^1 voto passa a mercoledì 18 novembre/)).toBeVisible();
  await dialog(page).getByRole('combobox', { name: 'Argomento' }).fill('Altrove');
  await page.keyboard.press('Enter');
  await expect(column(page, /written 2026-11-18 0 Altrove/)).toBeVisible();
  await expect(mark(page, /Altrove/)).toHaveText('9');
  await pressOn(page, 'Indietro');
  await expect(column(page, /written 2026-11-23 0 Spostata/)).toBeVisible();
});

test('D48, D49: a class test is filled in by list; rows left empty write nothing, and whoever was absent is asked back', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page, 'Compito');
  await pressOn(page, 'Compila', column(page, /Compito/));
  const marks = dialog(page).getByRole('textbox', { name: /^Voto di / });
  await expect(marks.first()).toBeFocused();
  await page.keyboard.type('6+');
  await page.keyboard.press('Enter');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('11');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByText('«11» è fuori scala')).toBeVisible();
  await expect(marks.nth(3)).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('5');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('Quel giorno risultano assenti: ');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(status(page)).toHaveText(/: 3 voti scritti$/);
  for (const [place, text] of ['6+', '7', '', '5'].entries())
    await expect(mark(page, /Compito/, place)).toHaveText(text);
  await pressOn(page, 'Indietro');
  for (const place of [0, 1, 3]) await expect(mark(page, /Compito/, place)).toHaveText('');
});

test('what is typed in a long form is not lost by a press beside it, nor by one Escape', async ({
  openForms,
}) => {
  const page = await openForms();
  await make(page, 'Radicali');
  await openGrade(page, /Radicali/);
  await dialog(page).getByRole('textbox', { name: 'Voto', exact: true }).fill('8');
  await page.mouse.click(4, 4);
  await page.keyboard.press('Escape');
  await expect(dialog(page).getByRole('button', { name: 'Annulla' })).toBeFocused();
  await expect(dialog(page).getByRole('textbox', { name: 'Voto', exact: true })).toHaveValue('8');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(mark(page, /Radicali/)).toHaveText('');
});

test('while the screen is projected a grade keeps itself to itself', async ({ openForms }) => {
  const page = await openForms();
  await make(page);
  await pressOn(page, 'Proietta');
  await column(page, /written/)
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .press('Enter');
  await expect(dialog(page).locator('[name=mark]')).toBeHidden();
  await expect(dialog(page).getByText('Nascosto alla classe')).toBeVisible();
});

for (const screen of screens)
  for (const theme of ['light', 'dark'] as const)
    test(`${screen.name} has no accessibility fault, ${theme}`, async ({ openForms }) => {
      const page = await openForms(screen, { ...LOOK, theme });
      expect(await axeFaults(page, { within: '[role=dialog]' })).toEqual([]);
    });
