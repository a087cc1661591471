import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { chooseByKeys } from '../pages/choose.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const SECTION = '/class/2026.LS.1A/absences/2026-11-23/2';

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const status = (page: Page, text: RegExp) => page.getByRole('status').filter({ hasText: text });

/** Opens the permits of the class by the arrows, as a keyboard does. */
async function openPermits(open: Harness['open'], search: string): Promise<Page> {
  const page = await open({ name: 'permits', search, hash: SECTION }, LOOK);
  const part = page.getByRole('radio', { name: 'Permessi', exact: true });
  await page.getByRole('radio', { name: 'Da giustificare' }).focus();
  while (!(await part.isChecked())) await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Permessi', level: 2 }).waitFor();
  return page;
}

/** Presses the button that a label names, by keyboard. */
async function pressOn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('D90: what a family asks for is granted by keyboard, taken back by the undo, and refused with a reason', async ({
  open,
}) => {
  const page = await openPermits(open, 'scenario=standingIn&role=principal');
  const asked = row(page, 'da decidere');
  await expect(asked).toHaveCount(1);
  const name = (await asked.getByRole('rowheader').innerText()).trim();
  await pressOn(page, `Concedi il permesso: ${name}`);
  await expect(status(page, /permesso concesso/)).toBeAttached();
  await expect(row(page, name)).toContainText('concesso');
  await pressOn(page, 'Annulla l’ultimo');
  await expect(row(page, name)).toContainText('da decidere');
  await pressOn(page, `Non concedere il permesso: ${name}`);
  const dialog = page.getByRole('dialog', { name: 'Non concedere il permesso' });
  await expect(dialog.getByRole('textbox', { name: 'Perché' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Non concedere' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Scrivi perché.')).toBeVisible();
  await page.keyboard.type('Verifica alla stessa ora');
  await dialog.getByRole('button', { name: 'Non concedere' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, name)).toContainText('non concesso: Verifica alla stessa ora');
  await pressOn(page, `Ritira la decisione sul permesso: ${name}`);
  await expect(row(page, name)).toContainText('da decidere');
});

/** Fills a new permit in for one pupil, and grants it: no hand leaves the keyboard. */
async function grantNew(page: Page, surname: string): Promise<void> {
  await pressOn(page, 'Nuovo permesso');
  const dialog = page.getByRole('dialog', { name: 'Permesso · 1A' });
  const whom = dialog.getByRole('combobox', { name: 'Per chi' });
  await expect(whom).toBeFocused();
  await chooseByKeys(whom, surname);
  await dialog.getByRole('textbox', { name: 'Alle' }).focus();
  await page.keyboard.type('1210');
  await dialog.getByRole('button', { name: 'Concedi' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Scegli il motivo.')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Motivo' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Concedi' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

test('D90: the school gives a permit of its own; the field that is missing takes the focus, and one undo takes it back', async ({
  open,
}) => {
  const page = await openPermits(open, 'scenario=standingIn&role=principal');
  await grantNew(page, 'Gashi');
  await expect(status(page, /^Gashi Erion: permesso concesso, esce alle 12:10/)).toBeAttached();
  await expect(row(page, 'Gashi')).toContainText('concesso');
  await pressOn(page, 'Annulla l’ultimo');
  await expect(row(page, 'Gashi')).toHaveCount(0);
});

test('D90: a day that is over and a time outside the bells are named at their field, and no longer when they are mended', async ({
  open,
}) => {
  const page = await openPermits(open, 'scenario=standingIn&role=principal');
  await pressOn(page, 'Nuovo permesso');
  const dialog = page.getByRole('dialog', { name: 'Permesso · 1A' });
  const grant = dialog.getByRole('button', { name: 'Concedi', exact: true });
  await expect(grant).toBeDisabled();
  await expect(grant).toHaveAccessibleDescription('lun 23 nov · Scegli almeno un nome.');
  await chooseByKeys(dialog.getByRole('combobox', { name: 'Per chi' }), 'Gashi');
  const day = dialog.getByRole('textbox', { name: 'Giorno' });
  const time = dialog.getByRole('textbox', { name: 'Alle' });
  await day.fill('20/11/2026');
  await time.fill('2312');
  await dialog.getByRole('combobox', { name: 'Motivo' }).click();
  await page.getByRole('option').first().click();
  await grant.click();
  await expect(day).toHaveAccessibleDescription('Un permesso è per oggi o per un giorno che viene.');
  await expect(day).toBeFocused();
  await expect(time).toHaveAccessibleDescription(/^La classe è a scuola dalle 08:00 alle \d\d:\d\d/);
  await day.fill('24/11/2026');
  await expect(day).not.toHaveAccessibleDescription(/./);
  await time.fill('1210');
  await expect(time).not.toHaveAccessibleDescription(/./);
  await grant.click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'Gashi')).toContainText('mar 24 nov');
});

test('D90: without a network a permit is given just so, and counted among what is still to be sent', async ({
  open,
}) => {
  const page = await openPermits(open, 'scenario=offline&role=principal');
  const state = page.getByRole('button', { name: /^Stato della sincronizzazione/ });
  const before = Number(/(\d+) in attesa/.exec(await state.innerText())?.[1] ?? 0);
  await grantNew(page, 'Gashi');
  await expect(row(page, 'Gashi')).toContainText('concesso');
  await expect(state).toContainText(`${before + 1} in attesa`);
});

test('D90: whoever may not grant reads them, and is told who may', async ({ open }) => {
  const page = await openPermits(open, 'scenario=justify');
  await expect(page.getByText(/^I permessi li concedono dirigente, staff/)).toBeVisible();
  await expect(row(page, 'concesso')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /permesso/i })).toHaveCount(0);
});

test('a dialog in which a permit is being written keeps it to itself while the screen is projected', async ({
  open,
}) => {
  const page = await openPermits(open, 'scenario=standingIn&role=principal');
  await pressOn(page, 'Nuovo permesso');
  const dialog = page.getByRole('dialog', { name: 'Permesso · 1A' });
  await expect(dialog.getByRole('combobox', { name: 'Per chi' })).toBeFocused();
  await page.keyboard.press('Control+Shift+P');
  await expect(dialog.getByRole('combobox', { name: 'Per chi' })).toBeHidden();
  await expect(dialog.getByText('Nascosto alla classe')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Mostra di nuovo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Per chi' })).toBeVisible();
});
