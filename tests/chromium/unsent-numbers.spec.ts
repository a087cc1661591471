import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openWith(open: Harness['open'], search: string, hash?: string): Promise<Page> {
  return await open({ name: 'page', search, ...(hash !== undefined && { hash }) }, LOOK);
}

test('S35 more entries than the person agreed to lose are refused with their number, and asked about again', async ({
  open,
}) => {
  const page = await openWith(open, 'session=out&grows=yes');
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').nth(1).click();
  await page.getByRole('menuitem').click();
  const dialog = page.getByRole('dialog');
  const remove = dialog.getByRole('button', { name: 'Rimuovi e perdi le registrazioni' });
  await expect(dialog.getByText('3 registrazioni non sono ancora arrivate')).toBeVisible();
  await expect(remove).toBeDisabled();
  await dialog.getByRole('checkbox').check();
  await remove.click();
  await expect(dialog.getByText('sono diventate 5')).toBeVisible();
  await expect(remove).toBeDisabled();
  await page.clock.runFor(2_000);
  await expect(dialog.getByText('5 registrazioni non sono ancora arrivate')).toBeVisible();
  await expect(dialog.getByRole('checkbox')).not.toBeChecked();
  await dialog.getByRole('checkbox').check();
  await remove.click();
  await expect(dialog).toHaveCount(0);
});

test('S35 the dialog counts what waits and what nothing opens, as they are now', async ({ open }) => {
  const page = await openWith(open, 'scenario=offline&lost=2', '/device-accounts');
  await page
    .getByRole('button', { name: /^Rimuovi .* da questo computer$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('6 registrazioni non sono ancora arrivate')).toBeVisible();
  await dialog.getByRole('checkbox').check();
  await expect(dialog.getByRole('button', { name: 'Rimuovi e perdi le registrazioni' })).toBeEnabled();
});

test('signing out asks with the number of now, and again where more wait by then', async ({ open }) => {
  const page = await openWith(open, 'scenario=offline&grows=yes');
  await page.getByRole('button', { name: 'Esci', exact: true }).click();
  await page.clock.runFor(400);
  await expect(page.getByRole('dialog').getByText('4 registrazioni non sono ancora arrivate')).toBeVisible();
  await page.getByRole('button', { name: 'Esci comunque' }).click();
  await page.clock.runFor(400);
  await expect(page.getByRole('dialog').getByText('6 registrazioni non sono ancora arrivate')).toBeVisible();
  await page.getByRole('button', { name: 'Esci comunque' }).click();
  await page.clock.runFor(400);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('entries that nothing opens are said at the door, on the lock page, in the header and in the sync centre, until their owner takes them away', async ({
  open,
}) => {
  for (const search of ['session=out&lost=8', 'session=locked&lost=8']) {
    const page = await openWith(open, search);
    await expect(page.getByText(/^8 registrazioni non leggibili/)).toBeVisible();
  }
  const page = await openWith(open, 'scenario=calm&lost=8', '/sync');
  await expect(page.getByText('8 registrazioni non leggibili su questo computer')).toBeVisible();
  await expect(page.getByText('8 da controllare')).toBeVisible();
  await expect(page.getByText(/è arrivato alla scuola/)).toHaveCount(0);
  await page.getByRole('button', { name: /Stato della sincronizzazione/ }).click();
  await expect(page.getByText('non sono leggibili e non sono arrivate alla scuola')).toBeVisible();
  await expect(page.getByText(/è arrivato alla scuola/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rimuovi', exact: true }).click();
  await page.getByRole('button', { name: 'Rimuovi per sempre' }).click();
  await expect(page.getByText('Niente in attesa: tutto è arrivato alla scuola.')).toBeVisible();
});
