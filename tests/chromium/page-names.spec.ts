import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

/** Every kind of address, with the title of its page: one follows the other in the order in which they stand here. */
const ROUTES: Readonly<Record<string, readonly (readonly [address: string, title: string])[]>> = {
  teacher: [
    ['/', '1A · 2ª ora · lun 23 nov'],
    ['/day/2026-12-08', 'Nessuna lezione · mar 8 dic'],
    ['/day/2026-11-22', 'Nessuna lezione · dom 22 nov'],
    ['/day/2026-11-20', '3B · 1ª ora · ven 20 nov'],
    ['/week/2026-11-23', 'Dal lun 23 nov al dom 29 nov'],
    ['/sync', 'Sincronizzazione'],
    ['/month/2026-11-23', 'novembre 2026'],
    ['/day/2026-11-23/2026.LS.9Z/2', 'Classe non trovata'],
    ['/profile', 'Profilo'],
    ['/nowhere', 'Pagina inesistente'],
    ['/day/2026-11-24/2026.LS.1A/5', '1A · 5ª ora · mar 24 nov'],
    ['/day/2026-02-30', 'Pagina inesistente'],
    ['/device-accounts', 'Gestione account'],
    ['/accounts', 'Pagina inesistente'],
    ['/day/2026-11-23/%zz/2', 'Pagina inesistente'],
  ],
  office: [
    ['/', 'Scuola oggi'],
    ['/day/2026-11-20', 'Scuola · ven 20 nov'],
    ['/accounts', 'Account · Accessi'],
    ['/accounts/mails', 'Messaggi · Accessi'],
    ['/accounts/handOvers', 'Registrazioni consegnate · Accessi'],
    ['/accounts/rules', 'Regole · Accessi'],
    ['/accounts/events', 'Operazioni · Accessi'],
    ['/nowhere', 'Pagina inesistente'],
  ],
  parent: [
    ['/', 'Orario'],
    ['/day/2026-11-20', 'Pagina inesistente'],
    ['/sync', 'Sincronizzazione'],
    ['/profile', 'Profilo'],
  ],
};

for (const [role, routes] of Object.entries(ROUTES)) {
  test(`C7 for ${role} every page names the window and has the focus, however it is reached`, async ({
    open,
  }) => {
    const page = await open({ name: 'names', search: `scenario=calm&role=${role}` }, LOOK);
    for (const [address, title] of [...routes, ...routes.toReversed()]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
      await expect(page, address).toHaveTitle(`${title} — Campanella`);
      await expectFocus(page, address);
    }
  });
}

test('C7 a day without lessons and a page that does not exist give the focus to their heading', async ({
  open,
}) => {
  const page = await open({ name: 'names', search: 'scenario=calm' }, LOOK);
  for (const hash of ['/day/2026-12-08', '/nowhere', '/day/2026-11-22']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(page.getByRole('heading', { level: 1 }), hash).toBeFocused();
  }
});

test('C7 a control that goes away with what it did leaves the focus where work goes on', async ({ open }) => {
  const page = await open(
    { name: 'names', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.1A/2' },
    LOOK,
  );
  await page.getByRole('button', { name: 'Firma', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Firmata alle 09:02', { exact: true })).toBeVisible();
  await page.clock.runFor(300);
  await expect(page.locator('[role=row][aria-rowindex="1"]').getByRole('gridcell')).toBeFocused();
});

test('C7 the first synchronisation is named, and whoever clicks on nothing is left alone', async ({
  open,
}) => {
  const first = await open({ name: 'first', search: 'scenario=first' }, LOOK);
  await expect(first).toHaveTitle(/^.+ — Campanella$/);
  await expectFocus(first, 'first');
  const page = await open({ name: 'names', search: 'scenario=calm', hash: '/sync' }, LOOK);
  await page.locator('header time').click();
  await page.getByRole('button', { name: 'Sincronizza ora' }).hover();
  await page.clock.runFor(500);
  await expect(page.locator('body')).toBeFocused();
});

async function expectFocus(page: Page, where: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.clock.runFor(100);
      return await page.evaluate(() => document.activeElement?.tagName);
    }, where)
    .not.toBe('BODY');
}

test('N10 the buttons of several accounts have different names, and removing one says which and what happens', async ({
  open,
}) => {
  const page = await open({ name: 'accounts', search: 'role=parent', hash: '/device-accounts' }, LOOK);
  const buttons = page.getByRole('main').getByRole('listitem').getByRole('button');
  await expect(buttons.first()).toBeVisible();
  const names = await buttons.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
  expect(names.filter((name) => name !== '')).toHaveLength(names.length);
  expect(new Set(names).size).toBe(names.length);

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: /^Rimuovi .*Ginevra/ }).click();
  await expect(dialog).toContainText(/Per Ginevra .* · Istituto Comprensivo/);
  await expect(dialog).toContainText('si esce dal registro');
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /^Rimuovi / })
    .last()
    .click();
  await expect(dialog).not.toContainText('si esce dal registro');
});
