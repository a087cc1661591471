import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openAt(open: Harness['open'], hash: string, search = 'scenario=calm'): Promise<Page> {
  return await open({ name: 'page', search, hash }, LOOK);
}

test('a class that cannot be signed for is not offered, on a holiday or on a day still to come', async ({
  open,
}) => {
  const page = await openAt(open, '/day/2026-12-08');
  await expect(page.getByRole('heading', { name: 'Nessuna lezione' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Altra classe/ })).toHaveCount(0);
  const ahead = await openAt(open, '/day/2026-11-24');
  await expect(ahead.getByRole('link', { name: /Scienze/ }).first()).toBeVisible();
  await expect(ahead.getByRole('button', { name: /Altra classe/ })).toHaveCount(0);
  const today = await openAt(open, '/');
  await expect(today.getByRole('button', { name: /Altra classe/ })).toBeVisible();
});

test('the lock screen blames the password alone', async ({ open }) => {
  const page = await openAt(open, '/', 'session=locked');
  await page.getByLabel('Password', { exact: true }).fill('sbagliata');
  await page.getByRole('button', { name: 'Sblocca' }).click();
  await expect(page.getByRole('alert')).toContainText('Password non corretta');
  await expect(page.getByRole('alert')).not.toContainText('Nome utente');
});

test('signature, topic and roll call of one lesson wait in one row', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.1A/2', 'scenario=offline&waiting=0');
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText(/^Firmata/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Conferma appello' }).click();
  await page.getByLabel('Argomento').fill('La cellula');
  await page.getByLabel('Argomento').blur();
  await expect(page.getByText(/in attesa di invio/)).toBeVisible();
  await page.getByRole('button', { name: /^Stato della sincronizzazione/ }).click();
  await page.getByRole('link', { name: 'Apri la sincronizzazione' }).click();
  const rows = page.getByRole('region', { name: /In attesa di invio/ }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('3 registrazioni, l’ultima alle');
  await expect(rows).toContainText('Argomento: La cellula');
});

test('every name of a class of thirty is read whole, whatever stands beside it', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.3B/1');
  await untilRollHasFocus(page);
  await page.keyboard.type('7f');
  await expect(page.locator('[role=row][data-mark=outOfClass]')).toHaveCount(1);
  const cut = await page.locator('[data-name-fit]').evaluateAll((names) =>
    names
      .filter((name) => {
        const { bottom } = (name.parentElement ?? name).getBoundingClientRect();
        const box = name.getBoundingClientRect();
        return name.scrollWidth > name.clientWidth || box.bottom > bottom + 1;
      })
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test('the own picture is shown without a network too, in the header and in the profile', async ({ open }) => {
  const page = await openAt(open, '/profile', 'role=parent&scenario=offline&picture=yes');
  const pictures = page.locator('img[src^="blob:"]');
  await expect(pictures).toHaveCount(2);
  const drawn = await pictures.evaluateAll((images) =>
    images.every((image) => image instanceof HTMLImageElement && image.naturalWidth === 256),
  );
  expect(drawn).toBe(true);
});
