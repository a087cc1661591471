import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const MATRIX = '/class/2026.LS.1A/grades-of-all/2026-11-23/2';

async function openMatrix(open: Harness['open'], search = 'scenario=council', look = LOOK): Promise<Page> {
  const page = await open({ name: 'class-matrix', search, hash: MATRIX }, look);
  await grid(page).waitFor();
  return page;
}

const grid = (page: Page) =>
  page.getByRole('grid', { name: /^Quadro (dei voti|delle valutazioni) della 1A$/ });
const rowOf = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name });

test('D58, D62, D65: a coordinator sees every subject of the class: averages, how many marks, who lacks what, absences', async ({
  open,
}) => {
  const page = await openMatrix(open);
  await expect(grid(page).getByRole('columnheader')).toContainText([
    'Alunno',
    'Arte e immagine',
    'Educazione civica',
    'Francese',
    'Geografia',
    'Inglese',
    'Italiano',
    'Matematica',
    'Religione cattolica',
    'Scienze',
    'Scienze motorie e sportive',
    'Storia',
    'Tecnologia',
    'Insuff.',
    'Media gen.',
    'Ore assenza',
  ]);
  const row = rowOf(page, 'Esposito Ciro');
  // A civics test for which nobody prepared counts for nothing: the average is none, and not 0.
  await expect(row.getByRole('gridcell').nth(1)).toContainText('n.d.');
  await expect(row).toContainText(/mancano? \d/);
  const lacks = page.getByRole('region', { name: 'Prove mancanti' });
  await expect(lacks.getByText(/^Educazione civica: mancano 2 orali, 28 alunni$/)).toBeVisible();
  await expect(page.getByText(/senza religione e comportamento/)).toBeVisible();
});

test('all subjects of a class stand beside one another in a small window, each with its whole name', async ({
  open,
}) => {
  const page = await openMatrix(open);
  const heads = grid(page)
    .getByRole('columnheader')
    .filter({ has: page.locator('abbr') });
  await expect(heads).toHaveCount(12);
  await expect(heads.last()).toBeInViewport({ ratio: 1 });
  await expect(heads.last().locator('abbr')).toHaveAttribute('title', 'Tecnologia');
  await expect(rowOf(page, 'De Benedictis Montanari').getByRole('button')).toBeInViewport({ ratio: 1 });
});

test('D65: the sheet that is printed for the council says who lacks what', async ({ open }) => {
  const page = await openMatrix(open);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print]');
  await expect(sheet.getByText(/^Educazione civica: mancano 2 orali, 28 alunni: Àlvarez/)).toBeVisible();
});

test('a cell leads to the marks of the pupil in the subject, and those to the class', async ({ open }) => {
  const page = await openMatrix(open);
  await rowOf(page, 'Caputo Nicolò').getByRole('link').nth(6).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Caputo Nicolò' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Matematica' })).toBeFocused();
  const maths = page.getByRole('region', { name: 'Matematica' });
  await expect(maths.getByRole('listitem').first()).toContainText('Prova scritta: Prima verifica');
  await page.getByRole('link', { name: 'Voti della classe' }).click();
  await expect(grid(page)).toBeVisible();
});

test('the arrows walk through the matrix, and Enter on a pupil opens the card with the marks', async ({
  open,
}) => {
  const page = await openMatrix(open);
  await grid(page).getByRole('button', { name: 'Bianchi Tommaso' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog');
  await expect(card.getByRole('heading', { name: 'Voti' })).toBeVisible();
  await card.getByRole('link', { name: 'Apri tutti i voti' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Caputo Nicolò' })).toBeVisible();
});

test('the views of the section stand in a row, one of them on the screen, and the section stays the one of the row', async ({
  open,
}) => {
  const page = await openMatrix(open);
  const views = page.getByRole('navigation', { name: 'Viste della sezione Voti' });
  await expect(views.locator('[aria-current=page]')).toHaveText('Tutte le materie');
  await views.getByRole('link', { name: 'Proposte di voto' }).click();
  await expect(page.getByRole('heading', { name: /^Proposte di voto di/ })).toBeVisible();
  await expect(views.locator('[aria-current=page]')).toHaveText('Proposte di voto');
  await expect(page.getByRole('link', { name: 'Voti', exact: true })).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Control+2');
  await expect(views.locator('[aria-current=page]')).toHaveText('Una materia');
});

test('D25, D66: a primary class has no averages: the latest judgement, how often each was given, and what is not sufficient', async ({
  open,
}) => {
  const page = await openMatrix(open, 'scenario=councilPrimary');
  await expect(grid(page)).toHaveAccessibleName('Quadro delle valutazioni della 1A');
  await expect(grid(page).getByRole('columnheader', { name: 'Media gen.' })).toHaveCount(0);
  const headers = await grid(page).getByRole('columnheader').allInnerTexts();
  const insufficient = headers.findIndex((text) => text.includes('Insuff.')) - 1;
  await expect(rowOf(page, 'Bianchi Tommaso').getByRole('gridcell').nth(insufficient)).toHaveText(/^[1-9]/);
  await expect(rowOf(page, 'Bianchi Tommaso').getByRole('gridcell').first()).toHaveText(/non sufficiente.*×/);
  await expect(page.getByText(/n\.d\./)).toHaveCount(0);
});

test('F.5: who neither coordinates nor answers for the class is not offered it, and told so at its address', async ({
  open,
}) => {
  const page = await open({ name: 'class-matrix', search: 'scenario=calm', hash: MATRIX }, LOOK);
  await expect(page.getByRole('heading', { name: 'Vista riservata' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Una materia' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tutte le materie' })).toHaveCount(0);
});

test('the wall of the class shows no grade of anybody', async ({ open }) => {
  const page = await openMatrix(open);
  await page.keyboard.press('Control+Shift+P');
  await expect(grid(page)).toBeHidden();
});

test('what a pupil would have with more marks is a calculation, and nothing is sent', async ({ open }) => {
  const page = await openMatrix(open);
  await rowOf(page, 'Caputo Nicolò').getByRole('link').nth(6).click();
  const maths = page.getByRole('region', { name: 'Matematica' });
  await maths.getByText('E se…').click();
  await maths.getByRole('textbox', { name: 'Voti supposti di Matematica' }).fill('8 7+');
  await expect(maths.getByRole('status')).toHaveText(/sarebbe 7,\d\d \(ora 6,81\)/);
  await maths.getByRole('textbox').fill('8 12');
  await expect(maths.getByText(/^«12» non è un voto della scuola: /)).toBeVisible();
  await expect(page.getByText('In linea')).toBeVisible();
  await expect(page.getByText(/in attesa/)).toHaveCount(0);
});
