import { expect, type Locator, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilDialogHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const GRADES = '/class/2026.LS.1A/grades/2026-11-23/2';
/** Thirty pupils, and a test that nobody has marked yet. */
const UNTOUCHED = '/class/2026.LS.3B/grades/2026-11-23/1';
/** The columns of 1A: two tests of October, one with points, a colleague’s, a recovery; then average and number. */
const [WRITTEN, COLLEAGUES, AVERAGE] = [2, 5, 7];

/** The rows of those who are absent today. */
const ABSENT_TODAY = new Set([4, 23]);

const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-work] tr[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
const grid = (page: Page) => page.getByRole('grid', { name: /^(Voti|Valutazioni) di / });
const news = (page: Page) => page.locator('[data-work] [role=status]');

async function openGrades(open: Harness['open'], search = 'scenario=grades', hash = GRADES): Promise<Page> {
  const page = await open({ name: 'grades', search, hash }, LOOK);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(grid(page)).toBeVisible();
  return page;
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(async (marks) => await navigator.clipboard.writeText(marks), text);
  await page.keyboard.press('Control+v');
}

test('D50, D52, D57 a typed mark is shown as schools write it, its average with it, and one key takes it back', async ({
  open,
}) => {
  const page = await openGrades(open, 'scenario=grades', UNTOUCHED);
  await cellAt(page, 2, 2).click();
  await page.keyboard.type('6,25');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 2, 2)).toHaveText('6+');
  await expect(cellAt(page, 2, 3)).toContainText('6,25');
  await expect(cellAt(page, 3, 2)).toBeFocused();
  await page.keyboard.type('imp');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 3, 2)).toHaveText(/^imp/);
  await expect(cellAt(page, 3, 2)).toHaveAccessibleDescription(/impreparato; non fa media/);
  await expect(cellAt(page, 3, 3)).toContainText('n.d.');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(cellAt(page, 2, 2)).toHaveText('');
  await expect(cellAt(page, 2, 3)).toContainText('n.d.');
});

test('D46 of thirty marks pasted two are nonsense: 28 are in, two say why, and one undo takes all back', async ({
  open,
}) => {
  const page = await openGrades(open, 'scenario=grades', UNTOUCHED);
  const marks = Array.from({ length: 30 }, (_each, index) => ['7', '6+', '5½', '8-'][index % 4] ?? '7');
  marks[4] = '12';
  marks[20] = 'boh';
  await cellAt(page, 2, 2).click();
  await paste(page, marks.join('\r\n'));
  await expect(news(page)).toContainText('28 celle scritte. 2 celle non accettate');
  await expect(page.locator('[data-work] td[aria-invalid=true]')).toHaveCount(2);
  await expect(cellAt(page, 6, 2)).toHaveAccessibleDescription(/fuori scala/);
  await expect(cellAt(page, 22, 2)).toHaveAccessibleDescription(/non è un voto/);
  await expect(cellAt(page, 32, 2)).toContainText('28/30');
  await page.keyboard.press('Control+z');
  await expect(cellAt(page, 32, 2)).toContainText('0/30');
  await expect(page.locator('[data-work] td[aria-invalid=true]')).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(cellAt(page, 32, 2)).toContainText('28/30');
});

test('D52 what is cut comes back as it was, a minus too', async ({ open }) => {
  const page = await openGrades(open, 'scenario=grades', UNTOUCHED);
  const column = async () =>
    await Promise.all([2, 3, 4].map(async (row) => await cellAt(page, row, 2).innerText()));
  await cellAt(page, 2, 2).click();
  for (const key of ['+', 'Enter', '-', 'Enter', 'i', 'm', 'p', 'Enter']) await page.keyboard.press(key);
  await expect(cellAt(page, 4, 2)).toHaveText(/^imp/);
  const before = await column();
  await cellAt(page, 2, 2).click();
  await cellAt(page, 4, 2).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+x');
  await expect(cellAt(page, 4, 2)).toHaveText('');
  await page.keyboard.press('Control+v');
  await expect.poll(async () => await column()).toEqual(before);
});

test('D78 a correction after the family could see it asks for the reason, keeps it, and is not made without', async ({
  open,
}) => {
  const page = await openGrades(open);
  const cell = cellAt(page, 6, WRITTEN);
  await expect(cell).toHaveText(/^4½|^4-|^5-/);
  const before = (await cell.innerText()).trim();
  await cell.click();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Perché si corregge?' });
  await expect(dialog).toContainText('Caputo Nicolò');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('scrivi perché cambia')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAccessibleDescription(/indicare il motivo/);
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText(before);
  await cell.click();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Errore di somma');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(cell).toHaveText(/^6 ✎/);
  await expect(cell).toHaveAccessibleDescription(/corretto: Errore di somma/);
});

test('D49 a mark for somebody who was absent asks once, by name, and is kept as such', async ({ open }) => {
  const page = await openGrades(open);
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveAttribute('data-shaded', 'true');
  await cellAt(page, 17, COLLEAGUES).click();
  await paste(page, '7\r\n8\r\n6\r\n7\r\n7\r\n6½');
  const dialog = page.getByRole('dialog', { name: 'Voto a chi era assente?' });
  await expect(dialog.getByRole('listitem')).toHaveText([/Lo Presti Salvatore.*8/, /.*6½/]);
  await page.keyboard.press('Escape');
  await expect(cellAt(page, 17, COLLEAGUES)).toHaveText(/^7/);
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveAccessibleDescription(/non è stato confermato/);
  await cellAt(page, 18, COLLEAGUES).click();
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Dai il voto lo stesso' }).click();
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveText(/^8/);
  // Emptied and typed anew, it is asked about anew.
  await cellAt(page, 18, COLLEAGUES).click();
  await page.keyboard.press('Delete');
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveText(/^(?!8)/);
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  // Taken back, it stands as it was confirmed.
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveText(/^8/);
  await expect(dialog).toHaveCount(0);
  // "Assente alla prova" is what one expects of somebody who was absent.
  await cellAt(page, 22, COLLEAGUES).click();
  await page.keyboard.type('ass');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 22, COLLEAGUES)).toHaveText(/^ass/);
  await expect(dialog).toHaveCount(0);
});

test('D49 the details of a grade ask about somebody who was absent as well, and once', async ({ open }) => {
  const page = await openGrades(open);
  await cellAt(page, 18, COLLEAGUES).click();
  await page.keyboard.press('Alt+Enter');
  const details = page.getByRole('dialog');
  await expect(details.locator('[name=mark]')).toBeFocused();
  await page.keyboard.type('ass');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveText(/^ass/);
  await page.keyboard.press('Alt+Enter');
  await details.locator('[name=mark]').fill('7');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('alert')).toContainText(
    'Quel giorno risultano assenti: Lo Presti Salvatore',
  );
  await expect(details.getByRole('button', { name: 'Salva lo stesso' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(details).toHaveCount(0);
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveText(/^7/);
});

test('D49 whoever goes on typing while it is asked neither answers nor writes in another cell', async ({
  open,
}) => {
  const page = await openGrades(open);
  const next = cellAt(page, 19, COLLEAGUES);
  const before = await next.innerText();
  await cellAt(page, 18, COLLEAGUES).click();
  await page.keyboard.type('8');
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.type('7'), page.keyboard.press('Enter')]);
  const dialog = page.getByRole('dialog', { name: 'Voto a chi era assente?' });
  await expect(dialog.getByText(/^Quel giorno/)).toBeFocused();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 18, COLLEAGUES)).toHaveText(/^8/);
  await expect(next).toBeFocused();
  await expect(next).toHaveText(before);
});

test('D78 what is typed in the next cell before the reason is asked for waits there, and is written by nobody', async ({
  open,
}) => {
  const page = await openGrades(open);
  const next = cellAt(page, 7, WRITTEN);
  const before = (await next.innerText()).trim();
  await cellAt(page, 6, WRITTEN).click();
  await page.keyboard.type('6');
  // In one moment, before anything is answered.
  await page.evaluate(
    (keys) => {
      for (const key of keys)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    },
    ['Enter', '1'],
  );
  const dialog = page.getByRole('dialog', { name: 'Perché si corregge?' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.type('Errore di somma');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(cellAt(page, 6, WRITTEN)).toHaveText(/^6 ✎/);
  await expect(next.locator('input')).toBeFocused();
  await expect(next.locator('input')).toHaveValue('1');
  await page.keyboard.press('Escape');
  await expect(next).toHaveText(before);
});

test('what was done in cells and in dialogs is taken back in one order, and done again', async ({ open }) => {
  const page = await openGrades(open);
  const [heads, cell] = [page.locator('[data-work] thead th'), cellAt(page, 2, 7)];
  const columns = await heads.count();
  await page.keyboard.press('Control+Shift+N');
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Argomento' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell).toBeFocused();
  const undo = page.getByRole('button', { name: 'Annulla l’ultimo' });
  await expect(undo).toBeVisible();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(cell).toHaveText('7');
  await expect(undo).toBeHidden();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+Enter');
  const details = page.getByRole('dialog');
  await untilDialogHasFocus(page);
  await details.getByRole('textbox', { name: 'Giudizio' }).fill('Preciso');
  await details.getByRole('button', { name: 'Salva' }).click();
  await expect(cell).toHaveText(/^7 ❝/);
  await expect(cell).toBeFocused();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+z');
  await expect(heads).toHaveCount(columns);
  await expect(news(page)).toContainText('Annullato: ');
  await expect(undo).toHaveCount(0);
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Control+y');
  await expect(heads).toHaveCount(columns + 1);
  await expect(cell).toHaveText(/^7 ❝/);
  await page.keyboard.press('Control+z');
  await expect(cell).toHaveText('7');
});

test('D24 a closed period says why nothing is written there', async ({ open }) => {
  const page = await openGrades(open, 'scenario=frozen');
  await expect(page.getByText(/^Il periodo è chiuso per lo scrutinio/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nuova prova' })).toHaveCount(0);
  await cellAt(page, 5, WRITTEN).click();
  await page.keyboard.type('7');
  await expect(news(page)).toContainText('Il periodo è chiuso per lo scrutinio');
  await expect(cellAt(page, 5, WRITTEN)).toHaveText('');
});

test('D24 what the school does not take because the period was closed meanwhile stays at its cell, with the reason', async ({
  open,
}) => {
  const page = await openGrades(open, 'scenario=freezing');
  await cellAt(page, 5, WRITTEN).click();
  await page.keyboard.type('7½');
  await page.keyboard.press('Enter');
  await page.clock.runFor(5000);
  await expect(cellAt(page, 5, WRITTEN)).toContainText('✕');
  await expect(cellAt(page, 5, WRITTEN)).toHaveAccessibleDescription(/7½ non accettato.*Il periodo è chiuso/);
});

test('D66, D68 a primary class has judgements in words, counted by level, and no average', async ({
  open,
}) => {
  const page = await openGrades(open, 'scenario=judgements');
  await expect(page.getByRole('columnheader', { name: /Media/ })).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Ultimo giudizio' })).toBeVisible();
  await cellAt(page, 8, 2).click();
  await page.keyboard.type('ds');
  await page.keyboard.press('Enter');
  await expect(cellAt(page, 8, 2)).toHaveText('distinto');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(news(page)).toContainText('non è un giudizio');
});

test('D47, D53, D63, D65, D76 each sign of a grade has its words, and the card of a pupil opens over the grid', async ({
  open,
}) => {
  const page = await openGrades(open);
  await expect(cellAt(page, 1, COLLEAGUES)).toContainText('Bruni');
  await expect(cellAt(page, 2, 4)).toHaveText(/^20\/50 · 5/);
  await expect(cellAt(page, 2, WRITTEN)).toHaveAccessibleDescription(/con un commento/);
  await expect(cellAt(page, 4, WRITTEN)).toHaveAccessibleDescription(/non visibile alla famiglia/);
  await expect(cellAt(page, 8, WRITTEN)).toHaveAccessibleDescription(/non fa media: per scelta/);
  await expect(cellAt(page, 11, WRITTEN)).toHaveAccessibleDescription(/al suo posto vale il recupero/);
  await expect(cellAt(page, 11, 6)).toHaveAccessibleDescription(/la famiglia lo vede da mar 1 dic/);
  await expect(cellAt(page, 6, COLLEAGUES)).toHaveAccessibleDescription(/un’altra persona ha scritto altro/);
  await expect(cellAt(page, 3, 8)).toHaveAccessibleDescription(/manca 1 orale/);
  await expect(cellAt(page, 7, AVERAGE)).toBeVisible();
  await cellAt(page, 2, WRITTEN).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('dialog', { name: 'Scheda alunno' }).getByRole('heading', { level: 2 }),
  ).toHaveText(/^Àlvarez/);
  await page.keyboard.press('Escape');
  await expect(cellAt(page, 2, 1).getByRole('button')).toBeFocused();
});

test('D81 grades of the class before are read, and the switch says whether they count here', async ({
  open,
}) => {
  const page = await openGrades(open);
  const before = await cellAt(page, 7, AVERAGE).innerText();
  await page.getByRole('button', { name: 'Dalla classe precedente (2)' }).click();
  const brought = page.getByRole('grid', { name: 'Voti dalla classe precedente' });
  const counts = (of: string) => brought.getByRole('row').filter({ hasText: of }).getByRole('switch');
  await expect(counts('Prova scritta')).toBeChecked();
  await expect(counts('Prova orale')).not.toBeChecked();
  await counts('Prova orale').press(' ');
  await expect(counts('Prova orale')).toBeChecked();
  await page.getByRole('button', { name: 'Torna alla griglia' }).click();
  await expect(cellAt(page, 7, AVERAGE)).not.toHaveText(before);
});

test('D209 whoever stands in reads why the grades are not open, and the projector hides them', async ({
  open,
}) => {
  const standIn = await open(
    { name: 'standing-in', search: 'scenario=standingIn', hash: '/class/2026.LS.2D/grades/2026-11-23/1' },
    LOOK,
  );
  await expect(standIn.getByText('Sezione riservata a chi insegna nella classe')).toBeVisible();
  await expect(grid(standIn)).toHaveCount(0);
  const page = await openGrades(open);
  await page.keyboard.press('Control+Shift+P');
  await expect(grid(page)).toBeHidden();
});

test('the section is two keys from every class: its number, and by name in the palette', async ({ open }) => {
  const page = await open(
    { name: 'roll', search: 'scenario=grades', hash: '/day/2026-11-23/2026.LS.1A/2' },
    LOOK,
  );
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Voti di Matematica' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Cerca e vai' }).fill('3b voti');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/2026\.LS\.3B\/grades/);
});

test('D47, D48 a class test of 28 is a column and a mark for each in at most 60 keys beside the digits', async ({
  open,
}) => {
  const page = await openGrades(open);
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('Control+Shift+N');
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Argomento' })).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The new column is the last of the period, and its first cell has the focus.
  await expect(cellAt(page, 2, 7)).toBeFocused();
  expect(keys).toBeLessThanOrEqual(10);
  for (let row = 2; row <= 29; row += 1) {
    await page.keyboard.type(['7', '6', '8', '9'][row % 4] ?? '7');
    await press('Enter');
    if (!ABSENT_TODAY.has(row)) continue;
    const asked = page.getByRole('dialog', { name: 'Voto a chi era assente?' });
    await expect(asked.getByText(/^Quel giorno/)).toBeFocused();
    await press('Tab');
    await press('Tab');
    await expect(asked.getByRole('button', { name: 'Dai il voto lo stesso' })).toBeFocused();
    await press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await expect(cellAt(page, 30, 7)).toContainText('28/28');
  expect(keys).toBeLessThanOrEqual(60);
});
