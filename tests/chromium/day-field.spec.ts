import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilDialogHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('a day that does not exist stays as it was typed, is named, and nothing is saved', async ({ open }) => {
  const page = await open({ name: 'who', search: 'role=office', hash: '/who' }, LOOK);
  await page.getByRole('button', { name: 'Nuovo incarico' }).click();
  const dialog = page.getByRole('dialog');
  await untilDialogHasFocus(page);
  const last = dialog.getByRole('textbox', { name: /^Ultimo giorno/ });
  await last.fill('');
  await last.pressSequentially('29/02/2027');
  await last.press('Tab');
  await expect(last).toHaveValue('29/02/2027');
  await expect(dialog.getByText('Non è una data: scrivi giorno, mese e anno.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Salva' }).click();
  await expect(dialog).toBeVisible();
  await last.fill('');
  await last.pressSequentially('1/12/27');
  await last.press('Tab');
  await expect(last).toHaveValue('01/12/2027');
  await expect(dialog.getByText('Non è una data')).toHaveCount(0);
});
