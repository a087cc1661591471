import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1024, height: 700 } as const;

test('every group of the rules has a name, and what saving answers is in sight', async ({ open }) => {
  const page = await open({ name: 'rules', search: 'role=office', hash: '/accounts/rules' }, LOOK);
  for (const name of ['Verifica in due passaggi', 'Solo con l’identità digitale', 'In quali secondarie'])
    await expect(page.getByRole('group', { name, exact: true })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Account degli studenti', exact: true })).toBeVisible();
  const save = page.getByRole('button', { name: 'Salva le regole' });
  await expect(save).toBeInViewport();
  await save.click();
  await expect(page.getByRole('alert')).toBeInViewport();
});

test('D51, D52, D59, D60, D65, D73: the office sets how the school assesses, and what does not go together is said at its field', async ({
  open,
}) => {
  const page = await open({ name: 'rules', search: 'role=office', hash: '/accounts/rules' }, LOOK);
  const lowest = page.getByRole('combobox', { name: 'Voto più basso' });
  await expect(page.getByRole('radio', { name: 'Interi e mezzi: 6, 6½, 7' })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Orali' })).toHaveValue('2');
  await lowest.click();
  await expect(page.getByRole('option', { name: '2+' })).toHaveCount(0);
  await page.getByRole('option', { name: '2½' }).click();
  await page.getByRole('radio', { name: 'Soltanto interi' }).check();
  const save = page.getByRole('button', { name: 'Salva le regole' });
  await save.click();
  await expect(page.getByText('Non è ancora salvato: correggi i campi segnati.')).toBeVisible();
  await expect(page.getByText(/2½ non è un voto della scuola/)).toBeVisible();
  await expect(lowest).toBeFocused();
  await lowest.click();
  await page.getByRole('option', { name: '3', exact: true }).click();
  await page.getByRole('radio', { name: 'Da tutto l’anno' }).check();
  await save.click();
  await expect(page.getByText('Le regole sono salvate e valgono da ora.')).toBeVisible();
});

test('D27, D62, D70: the office says what a subject is, whatever its name', async ({ open }) => {
  const page = await open({ name: 'rules', search: 'role=office', hash: '/accounts/rules' }, LOOK);
  const what = page.getByRole('combobox', { name: 'Che cos’è Matematica' });
  await expect(what).toHaveValue('una materia come le altre');
  await what.click();
  await page.getByRole('option', { name: /^educazione civica/ }).click();
  await expect(page.getByRole('alert')).toContainText('Matematica: educazione civica');
  await expect(what).toHaveValue(/^educazione civica/);
});

test('of those chosen for letters, who gets none is named with the reason', async ({ open }) => {
  const page = await open({ name: 'letters', search: 'role=office', hash: '/accounts' }, LOOK);
  const boxes = page.getByRole('grid').getByRole('checkbox');
  for (const index of [1, 2, 3, 4]) await boxes.nth(index).check();
  await page.getByRole('button', { name: 'Lettere', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/degli account scelti non (ha|hanno) una lettera/)).toBeVisible();
  await expect(dialog.getByRole('listitem').first()).toContainText(
    /la password della segreteria è scaduta, serve «Nuova password»/,
  );
});

test('the number of reminders stands on their button, and taking filters away leads back to the search', async ({
  open,
}) => {
  const page = await open({ name: 'accounts', search: 'role=office', hash: '/accounts' }, LOOK);
  await expect(page.getByRole('button', { name: /^Invia un promemoria \(\d+\)$/ })).toBeVisible();
  const search = page.getByRole('searchbox');
  await search.fill('Ro');
  await page.getByRole('button', { name: 'Rimuovi i filtri' }).click();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('');
});

test('the page of a family goes on to the new week by itself, and stays where somebody has turned to', async ({
  open,
}) => {
  const sunday = '2026-11-22T12:00:00Z';
  const page = await open({ name: 'family', search: 'role=parent', now: sunday }, LOOK);
  const title = page.locator('#week-title');
  await expect(title).toContainText('lun 16 nov');
  await page.clock.setSystemTime(new Date('2026-11-23T12:00:00Z'));
  await page.clock.runFor(1_100);
  await expect(title).toContainText('lun 23 nov');
  await page.getByRole('button', { name: 'Settimana successiva' }).click();
  await expect(title).toContainText('lun 30 nov');
});

test('from week to week the button keeps the focus, and the week is told', async ({ open }) => {
  const page = await open({ name: 'family', search: 'role=parent' }, LOOK);
  const next = page.getByRole('button', { name: 'Settimana successiva' });
  const title = page.locator('#week-title');
  const before = await title.textContent();
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(title).not.toHaveText(before ?? '');
  await expect(title).toHaveAttribute('aria-live', 'polite');
  await expect(next).toBeFocused();
});

test('the oldest operations are the last that are asked for', async ({ open }) => {
  const page = await open({ name: 'events', search: 'role=office', hash: '/accounts/events' }, LOOK);
  const rows = page.getByRole('row');
  const more = page.getByRole('button', { name: 'Mostra le precedenti' });
  await expect(rows).toHaveCount(101);
  await more.click();
  await expect(rows).toHaveCount(131);
  await expect(more).toHaveCount(0);
});

test('where no part of a page could be loaded one notice says so, and asks again for all', async ({
  open,
}) => {
  const offline = { name: 'hand-overs', search: 'role=office&scenario=offline', hash: '/accounts/handOvers' };
  const page = await open(offline, LOOK);
  await expect(page.getByRole('heading', { name: 'Per gli accessi serve la rete' })).toBeVisible();
  const retry = page.getByRole('button', { name: 'Riprova' });
  await expect(retry).toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await retry.click();
  await expect(retry).toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the dialog that issues accounts begins with whom they are for', async ({ open }) => {
  const page = await open({ name: 'accounts', search: 'role=office', hash: '/accounts' }, LOOK);
  await page.getByRole('button', { name: 'Crea account' }).click();
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Una classe' })).toBeFocused();
});

test('what was handed over says when it was written', async ({ open }) => {
  const page = await open({ name: 'hand-overs', search: 'role=office', hash: '/accounts/handOvers' }, LOOK);
  await expect(
    page
      .getByRole('grid')
      .getByText(/^Scritta /)
      .first(),
  ).toBeVisible();
});
