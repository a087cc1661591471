import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { chooseByKeys } from '../pages/choose.ts';

const LOOK = { theme: 'light', language: 'it', width: 1024, height: 700 } as const;

test('F.5: an appointment is written, taken back as a mistake and put back, by keyboard', async ({
  open,
}) => {
  const page = await open({ name: 'who', search: 'role=office', hash: '/who' }, LOOK);
  await page.getByRole('button', { name: 'Nuovo incarico' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Nuovo incarico' });
  // Nothing is sent before it is whole, and the focus is where something is missing.
  await form.getByRole('button', { name: 'Salva' }).press('Enter');
  await expect(form.getByText('Serve per salvare.').first()).toBeVisible();
  const role = form.getByRole('combobox', { name: 'Incarico' });
  await expect(role).toBeFocused();
  await chooseByKeys(role, 'referente');
  await form.getByRole('combobox', { name: 'Persona' }).click();
  await page.getByRole('option', { name: 'Marchetti Elena' }).click();
  await form.getByRole('textbox', { name: 'Dal', exact: true }).fill('1.12');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Salva' }).click();
  const row = page.getByRole('row', { name: /Marchetti Elena.*Referente BES/ });
  await expect(row).toContainText('dal 01/12/2026');
  await row.getByRole('button', { name: /Operazioni per Marchetti Elena, Referente BES/ }).click();
  await page.getByRole('menuitem', { name: 'Scritto per errore…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Togli' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Rimetti' }).click();
  await expect(row).toBeVisible();
});

test('D204: a choice is written for several pupils of a class at once', async ({ open }) => {
  const page = await open({ name: 'who', search: 'role=office', hash: '/who/religionChoice' }, LOOK);
  const boxes = page.getByRole('grid').getByRole('checkbox');
  for (const index of [1, 2]) await boxes.nth(index).check();
  await page.getByRole('combobox', { name: 'Scelta' }).click();
  await page.getByRole('option', { name: 'Attività alternativa' }).click();
  await page.getByRole('button', { name: 'Scrivi per 2 alunni' }).click();
  await expect(page.getByRole('alert')).toHaveText('Scritto per 2 alunni.');
  for (const index of [1, 2])
    await expect(page.getByRole('row').nth(index)).toContainText('Attività alternativa');
});
