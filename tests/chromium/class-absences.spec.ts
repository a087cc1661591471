import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const MINE = { name: 'mine', search: 'scenario=justify', hash: '/class/2026.LS.3B/absences/2026-11-23/1' };

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const status = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });

test('the list of what there is to justify opens on its first line, and validates with one key that can be undone', async ({
  open,
}) => {
  const page = await open(MINE, LOOK);
  await expect(page.getByRole('heading', { name: 'Da giustificare' })).toBeVisible();
  await expect(row(page, 'Benedetti').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('v');
  await expect(status(page, /^Convalidata: Caputo Nicolò/)).toBeAttached();
  await expect(row(page, 'Caputo')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(status(page, /^Annullato. Convalidata: Caputo/)).toBeAttached();
  await expect(row(page, 'Caputo')).toContainText('Motivazione inviata');
});

test('a rejection wants its reason, and keeps what was typed', async ({ open }) => {
  const page = await open(MINE, LOOK);
  await expect(row(page, 'Benedetti').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Rifiuta' }).click();
  await expect(dialog.getByText('Scrivi il motivo.')).toBeVisible();
  await page.keyboard.type('Manca la firma');
  await dialog.getByRole('button', { name: 'Rifiuta' }).click();
  await expect(row(page, 'Caputo')).toContainText('Manca la firma');
  await expect(row(page, 'Caputo')).toContainText('Rifiutata');
});

test('what came on paper is written down, and a day is decided apart', async ({ open }) => {
  const page = await open(MINE, LOOK);
  await expect(row(page, 'Benedetti').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: 'Separa il giorno' }).click();
  await expect(row(page, 'Caputo')).toHaveCount(2);
  await row(page, 'Dell’Oglio').getByRole('button').first().focus();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Per telefono' }).check();
  await dialog.getByRole('combobox', { name: /Causale/ }).click();
  await page.getByRole('option', { name: 'Trasporto' }).click();
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await expect(row(page, 'Dell’Oglio')).toHaveCount(0);
  await page.getByRole('switch', { name: 'Mostra le convalidate' }).check();
  await expect(row(page, 'Dell’Oglio')).toContainText('per telefono');
});

test('who is absent today is justified on the return, and a key says so', async ({ open }) => {
  const page = await open(MINE, LOOK);
  await expect(row(page, 'Benedetti')).toContainText('Oggi assente: al rientro');
  await expect(row(page, 'Benedetti').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('v');
  await expect(page.getByText('Oggi risulta l’assenza: si giustifica al rientro.')).toBeVisible();
});

test('of a class whose first hour is a colleague’s the list says who decides, and offers nothing', async ({
  open,
}) => {
  const page = await open({ ...MINE, hash: '/class/2026.LS.1A/absences/2026-11-23/2' }, LOOK);
  await expect(page.getByText('Oggi decide chi ha la prima ora (Bruni)')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Convalida/ })).toHaveCount(0);
});

test('the roll says how much each pupil has to justify, and G opens the list on that pupil', async ({
  open,
}) => {
  const page = await open({ ...MINE, hash: '/day/2026-11-23/2026.LS.1A/2' }, LOOK);
  const pupil = page.locator('[role=row][aria-rowindex="5"]');
  await expect(pupil.getByRole('button', { name: '1 da giustificare' })).toBeVisible();
  await expect(page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell')).toBeFocused();
  await page.keyboard.type('1g');
  await expect(page.getByText(/oggi non c’è niente da giustificare/)).toBeVisible();
  await page.keyboard.type('5g');
  await expect(page).toHaveURL(/absences/);
  await expect(row(page, 'Caputo').getByRole('rowheader')).toBeFocused();
});

test('D97, D246: each number of the hours opens the list that sums to it, with those of the class of before', async ({
  open,
}) => {
  const page = await open({ ...MINE, hash: '/class/2026.LS.1A/absences/2026-11-23/2' }, LOOK);
  await page.getByRole('radiogroup').getByText('Ore', { exact: true }).click();
  await row(page, 'Caputo').getByRole('button').first().click();
  const dialog = page.getByRole('dialog', { name: 'Ore di assenza: Caputo Nicolò' });
  await dialog.getByText('Ore ufficiali di assenza:').click();
  const official = dialog.getByRole('table').first();
  const ofOfficial = dialog.getByRole('region', { name: 'Ore ufficiali di assenza:' });
  await expect(ofOfficial.getByText('Totale: 8,5', { exact: true })).toBeVisible();
  await expect(official.locator('tbody tr')).toHaveCount(9);
  await expect(official.locator('tbody tr').filter({ hasText: '1D' })).toHaveCount(4);
  // Five here, three and a half in the class of before, eight and a half at another school.
  await expect(dialog.getByText('3,5 ore', { exact: true })).toBeVisible();
  await expect(dialog.getByText('+ 8,5 ore (Scuola media Ferrari, Parma')).toBeVisible();
  await expect(dialog.getByText('17 ore', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Caputo').getByRole('button').first()).toBeFocused();
});

test('D90, D91: a permit of this hour is marked by one key and undone, one of another hour says so', async ({
  open,
}) => {
  const page = await open({ ...MINE, hash: '/day/2026-11-23/2026.LS.1A/2' }, LOOK);
  const permits = page.getByRole('list', { name: 'Permessi del giorno' });
  await expect(permits).toContainText('Iannuzzi Matteo entra alle 09:00');
  await expect(permits).toContainText('Gualtieri Paola');
  await expect(page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell')).toBeFocused();
  await page.keyboard.type('15m');
  const marked = page.locator('[role=row][aria-rowindex="15"]');
  await expect(marked).toHaveAttribute('data-mark', 'late');
  await expect(marked).toContainText('09:00');
  await page.keyboard.press('Control+z');
  await expect(marked).toHaveAttribute('data-mark', 'present');
  await page.keyboard.type('13m');
  await expect(page.getByText('il permesso è per le 12:50, si segna nella sua ora')).toBeVisible();
  await page.keyboard.type('u');
  await expect(page.getByRole('status').filter({ hasText: 'Gualtieri Sofia è minorenne' })).toContainText(
    'Gualtieri Paola, carta d’identità CA12345AB',
  );
});

test('D106: a class that the school sends home early is said once, and what is missed by it is not justified', async ({
  open,
}) => {
  const page = await open({ ...MINE, hash: '/day/2026-11-23/2026.LS.1A/2' }, LOOK);
  await page.getByRole('button', { name: 'Entrata/uscita di classe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await expect(dialog.getByText('Scrivi almeno un orario.')).toBeVisible();
  await dialog.getByLabel('La classe esce alle').fill('09:20');
  await dialog.getByLabel('Motivo').fill('Assemblea');
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await expect(page.getByText('La classe esce alle 09:20 · Assemblea')).toBeVisible();
  // Who leaves at 9:30, after the class was sent home, has nothing to justify any more.
  const pupil = page.locator('[role=row][aria-rowindex="25"]');
  await expect(pupil.getByRole('button', { name: /da giustificare/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ritira', exact: true }).click();
  await expect(page.getByText('La classe esce alle 09:20')).toHaveCount(0);
  await expect(pupil.getByRole('button', { name: '1 da giustificare' })).toBeVisible();
});
