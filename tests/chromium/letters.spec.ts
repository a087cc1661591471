import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { SYSTEM_DIALOG } from '../harness/device/system-dialog.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openAt(open: Harness['open'], hash: string, search: string): Promise<Page> {
  return await open({ name: 'page', search: `role=office&asksWhere=yes&${search}`, hash }, LOOK);
}

/** The system's dialog is answered: the file is saved, or given up. */
async function answer(page: Page, saved: boolean): Promise<void> {
  await page.evaluate(([name, detail]) => dispatchEvent(new CustomEvent(name, { detail })), [
    SYSTEM_DIALOG,
    saved,
  ] as const);
}

async function printClass(page: Page) {
  await page.getByRole('button', { name: 'Lettere di una classe' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^1A/ }).first().click();
  await dialog.getByRole('button', { name: /^Salva il PDF/ }).click();
  return dialog;
}

test('S10: many letters are told file by file, and stop after the file that is being made', async ({
  open,
}) => {
  const page = await openAt(open, '/accounts', 'many=thousands');
  const dialog = await printClass(page);
  await expect(dialog.getByRole('status')).toHaveText(/^File 1 di 2: preparo 200 lettere…$/);
  await expect(dialog.getByRole('progressbar', { name: /^File 1 di 2/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Ferma dopo questo file' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Mi fermo dopo questo file…');
  await answer(page, true);
  await expect(dialog.getByText(/^200 lettere salvate\. \d+ non sono state preparate/)).toBeVisible();
  // The button counts what is left, and goes on with it.
  await dialog.getByRole('button', { name: /^Salva il PDF/ }).click();
  await answer(page, true);
  await expect(dialog.getByText(/^\d+ lettere salvate\.\s*$/)).toBeVisible();
});

test('S10: letters whose file was not saved are said so, with what to do', async ({ open }) => {
  const page = await openAt(open, '/accounts', '');
  const dialog = await printClass(page);
  await expect(dialog.getByRole('status')).toHaveText(/^Preparo \d+ letter[ae]…$/);
  await answer(page, false);
  await expect(dialog.getByText('Il file non è stato salvato')).toBeVisible();
  await expect(dialog.getByText(/si possono preparare di nuovo/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Salva il PDF/ })).toBeEnabled();
});

test('printed messages that were not saved stay on the page until they are', async ({ open }) => {
  const page = await openAt(open, '/accounts/mails', 'scenario=trouble');
  await page.getByRole('button', { name: 'Stampa quelli in coda' }).click();
  await answer(page, false);
  await expect(page.getByText('Il file con i messaggi non è stato salvato')).toBeVisible();
  await page.getByRole('button', { name: 'Salva il file' }).click();
  await answer(page, true);
  await expect(page.getByText('Il file con i messaggi non è stato salvato')).toHaveCount(0);
});
