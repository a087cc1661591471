import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilDialogHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const GRADES = '/class/2026.LS.1A/grades/2026-11-23/2';

test('D48, D49: a test that moves to a day on which somebody with a mark was absent asks by name, and says so of the mark', async ({
  open,
}) => {
  const page = await open({ name: 'grades', search: 'scenario=grades', hash: GRADES }, LOOK);
  await page.getByTitle(/Problemi con le frazioni.*: apri la prova/).click();
  await untilDialogHasFocus(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Giorno' }).fill('12/11/2026');
  await expect(dialog.getByText(/^20 voti passano a giovedì 12 novembre/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Salva', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(/^Quel giorno risultano assenti: [^;]+\. I voti/);
  await dialog.getByRole('button', { name: 'Salva lo stesso' }).click();
  // Families have seen these marks: the day is one of the things that they were told.
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Giorno sbagliato');
  await dialog.getByRole('button', { name: 'Salva lo stesso' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByTitle(/Problemi con le frazioni.*: apri la prova/)).toContainText('gio 12 nov');
});
