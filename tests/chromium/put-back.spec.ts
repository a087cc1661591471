import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openAt(open: Harness['open'], search: string): Promise<Page> {
  return await open({ name: 'page', search, hash: '/' }, LOOK);
}

const news = (page: Page) => page.getByText(/^Il registro è stato ripreso da una copia di prima: /);

for (const role of ['office', 'principal'])
  test(`a register taken from an earlier copy is told to ${role} on the first page, with the number that is missing`, async ({
    open,
  }) => {
    const page = await openAt(open, `role=${role}&scenario=restored`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scuola oggi');
    await expect(news(page)).toHaveText(/2 registrazioni mancano ancora\.$/);
  });

test('it leads to the list; what a clerk sets aside is kept there with a name, and the number goes down', async ({
  open,
}) => {
  const page = await openAt(open, 'role=office&scenario=restored');
  await news(page).locator('..').getByRole('link', { name: 'Apri l’elenco' }).click();
  const missing = page.getByRole('grid', { name: 'Registrazioni che mancano ancora' });
  await expect(missing.getByRole('row')).toHaveCount(3);
  await expect(news(page)).toHaveCount(0);
  await missing.getByRole('checkbox', { name: /^Scegli Presenze 1A/ }).check();
  await page.getByRole('button', { name: 'Segna come viste' }).click();
  await expect(page.getByText('1 registrazione segnata come vista.')).toBeVisible();
  await expect(missing.getByRole('row')).toHaveCount(2);
  const seen = page.getByRole('table', { name: 'Registrazioni segnate come viste' });
  await expect(seen.getByRole('row', { name: /Presenze 1A/ })).toContainText('da Prova Olga');
  await page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: 'Scuola' }).click();
  await expect(news(page)).toHaveText(/1 registrazione manca ancora\.$/);
});

test('when nothing is missing any more it can be read once and for all', async ({ open }) => {
  const page = await openAt(open, 'role=office&scenario=restored');
  await news(page).locator('..').getByRole('link', { name: 'Apri l’elenco' }).click();
  await page
    .getByRole('grid', { name: 'Registrazioni che mancano ancora' })
    .getByRole('checkbox')
    .first()
    .check();
  await page.getByRole('button', { name: 'Segna come viste' }).click();
  await page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name: 'Scuola' }).click();
  await expect(news(page)).toHaveText(/1 dispositivo sta inviando di nuovo/);
  await page.getByRole('button', { name: 'Ho letto' }).click();
  await expect(news(page)).toHaveCount(0);
});

for (const [whom, search] of [
  ['an office of a register that was never put back', 'role=office'],
  ['teachers', 'role=teacher&scenario=restored'],
] as const)
  test(`nothing of an earlier copy is told to ${whom} by the office’s strip`, async ({ open }) => {
    const page = await openAt(open, search);
    await expect(page.getByRole('navigation', { name: 'Pagine' })).toBeVisible();
    await page.clock.runFor(2000);
    await expect(news(page)).toHaveCount(0);
  });
