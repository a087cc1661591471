import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const PROPOSALS = '/class/2026.LS.1A/proposals/2026-11-23/2';

async function openProposals(open: Harness['open'], search = 'scenario=council'): Promise<Page> {
  const page = await open({ name: 'proposals', search, hash: PROPOSALS }, LOOK);
  await page.getByRole('heading', { name: /^Proposte di (voto|giudizio) di/ }).waitFor();
  return page;
}

const rowOf = (page: Page, name: string) =>
  page
    .getByRole('table', { name: /^Proposte di/ })
    .getByRole('row')
    .filter({ hasText: name });
const fieldOf = (page: Page, name: string) => page.getByRole('textbox', { name: `Proposta per ${name}` });

async function choose(page: Page, subject: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Materia' }).click();
  await page.getByRole('option', { name: subject, exact: true }).click();
  await page
    .getByRole('heading', { name: new RegExp(`^Proposte di (voto|giudizio) di ${subject}$`) })
    .waitFor();
}

test('D73: a proposal is filled in by the average, and each is confirmed by its teacher: Enter goes down the list', async ({
  open,
}) => {
  const page = await openProposals(open);
  await expect(page.getByRole('heading', { name: 'Proposte di voto di Matematica' })).toBeVisible();
  const first = fieldOf(page, 'Àlvarez Gutiérrez María Fernanda');
  await expect(rowOf(page, 'Àlvarez')).toContainText('da confermare');
  await expect(first).toHaveValue('7');
  await first.press('Enter');
  await expect(rowOf(page, 'Àlvarez')).toContainText('confermata dalla media (7,13)');
  await expect(fieldOf(page, 'Ben Abdallah Yasmine')).toBeFocused();
  await page.keyboard.type('9');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Ben Abdallah')).toContainText('scelta dal docente (7,31)');
  await expect(page.getByText('2 proposte su 28')).toBeVisible();
});

test('what is being typed when a key leads to another page is kept, as by a press elsewhere', async ({
  open,
}) => {
  const page = await openProposals(open);
  await fieldOf(page, 'Ben Abdallah Yasmine').fill('9');
  await page.keyboard.press('Alt+Home');
  await page.getByRole('grid').first().waitFor();
  await page.goBack();
  await expect(rowOf(page, 'Ben Abdallah')).toContainText('scelta dal docente (7,31)');
});

test('D74: what is no whole grade is refused at the field, and nothing of it is kept', async ({ open }) => {
  const page = await openProposals(open);
  const field = fieldOf(page, 'Bianchi Tommaso');
  await field.fill('7½');
  await field.press('Enter');
  await expect(rowOf(page, 'Bianchi')).toContainText('Un voto intero da 1 a 10, oppure nc.');
  await expect(field).toBeFocused();
  await field.press('Escape');
  await expect(rowOf(page, 'Bianchi')).toContainText('da confermare');
  await field.fill('nc');
  await field.press('Enter');
  await expect(rowOf(page, 'Bianchi')).toContainText('scelta dal docente');
  await expect(field).toHaveValue('non classificato');
});

test('D73: all that wait are confirmed with one key, by name, and taken back with one', async ({ open }) => {
  const page = await openProposals(open);
  await page.getByRole('heading', { name: /^Proposte di (voto|giudizio) di/ }).focus();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(28);
  await expect(dialog.getByText('Bianchi Tommaso: 5')).toBeVisible();
  await dialog.getByRole('button', { name: 'Conferma' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('28 proposte su 28')).toBeVisible();
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByText('0 proposte su 28')).toBeVisible();
});

test('D65: before the meeting each row says how many marks are missing, also to the coordinator in the subject of a colleague', async ({
  open,
}) => {
  const page = await openProposals(open);
  await expect(rowOf(page, 'Àlvarez')).toContainText('2 voti · mancano 2 orali');
  await expect(rowOf(page, 'Bianchi')).toContainText('manca 1 orale');
  await choose(page, 'Italiano');
  await expect(page.getByRole('table').getByText('manca 1 orale').first()).toBeVisible();
});

test('D70: of civics each teacher proposes, and the mean of the proposals stands beside', async ({
  open,
}) => {
  const page = await openProposals(open);
  await choose(page, 'Educazione civica');
  await expect(rowOf(page, 'Àlvarez')).toContainText('Bruni Giancarlo: 7');
  await fieldOf(page, 'Àlvarez Gutiérrez María Fernanda').fill('8');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Àlvarez')).toContainText('media delle proposte 7,50');
});

test('D70, D73: whoever reads the proposals of others sees each with its author and how it stands, and "none" of nobody who has one', async ({
  open,
}) => {
  const page = await openProposals(open, 'scenario=council&role=principal');
  await choose(page, 'Educazione civica');
  await expect(rowOf(page, 'Àlvarez')).toContainText('Bruni Giancarlo: 7');
  await expect(rowOf(page, 'Àlvarez')).not.toContainText('nessuna proposta');
  await expect(page.getByRole('columnheader', { name: 'Altre proposte' })).toHaveCount(0);
});

test('D66: a proposal in words has beside it the last judgement and how often each was given', async ({
  open,
}) => {
  const page = await openProposals(open, 'scenario=councilPrimary');
  await expect(rowOf(page, 'Bianchi')).toContainText(/ultima: distinto.*1 discreto/);
});

test('D67, D71: a judgement is suggested by nothing, and written by its first letters', async ({ open }) => {
  const page = await openProposals(open, 'scenario=councilPrimary');
  const field = fieldOf(page, 'Bianchi Tommaso');
  await expect(field).toHaveValue('');
  await expect(page.getByRole('button', { name: /^Conferma/ })).toHaveCount(0);
  await field.fill('dis');
  await expect(rowOf(page, 'Bianchi')).toContainText('Può voler dire più cose: scrivi di più.');
  await field.fill('dist');
  await field.press('Enter');
  await expect(field).toHaveValue('distinto');
});

test('D71: the judgements of religion are suggested from numbers where the teacher asks, and not before', async ({
  open,
}) => {
  const page = await openProposals(open, 'scenario=councilReligion');
  await choose(page, 'Religione cattolica');
  const field = fieldOf(page, 'Àlvarez Gutiérrez María Fernanda');
  await expect(field).toHaveValue('');
  await expect(page.getByRole('columnheader', { name: 'Media' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Suggerisci i giudizi dai voti in numeri' }).click();
  await expect(field).toHaveValue('mediocre');
  await expect(rowOf(page, 'Àlvarez')).toContainText('da confermare');
  await page.getByRole('button', { name: 'Togli i suggerimenti' }).click();
  await expect(field).toHaveValue('');
  await page.getByRole('button', { name: 'Suggerisci i giudizi dai voti in numeri' }).click();
  await field.press('Enter');
  await expect(rowOf(page, 'Àlvarez')).toContainText('confermata dalla media (4,63)');
  await page.getByRole('button', { name: 'Annulla' }).click();
  await expect(rowOf(page, 'Àlvarez')).toContainText('da confermare');
});

test('D24: in a closed period proposals are read, and not written', async ({ open }) => {
  const page = await openProposals(open, 'scenario=councilFrozen');
  await expect(page.getByText(/Il periodo è chiuso per lo scrutinio/)).toBeVisible();
  await expect(page.getByRole('table', { name: /^Proposte di/ }).getByRole('textbox')).toHaveCount(0);
});

test('a period that has not begun takes none, and of a subject that is not mine they are read', async ({
  open,
}) => {
  const page = await openProposals(open);
  await page.getByRole('combobox', { name: 'Periodo' }).click();
  await page.getByRole('option', { name: 'Secondo quadrimestre' }).click();
  await expect(page.getByText(/Il periodo comincia lunedì 1 febbraio/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Periodo' }).click();
  await page.getByRole('option', { name: 'Primo quadrimestre' }).click();
  await choose(page, 'Italiano');
  await expect(page.getByText(/Le proposte le scrive chi insegna la materia/)).toBeVisible();
});
