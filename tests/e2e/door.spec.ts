import { expect, test } from '../fixtures/world.ts';
import { AccountPages } from '../pages/account-pages.ts';
import { RegisterApp } from '../pages/register-app.ts';

test('S7 S8 S11 the app opens at the door of its own school, with name and contacts, without network too', async ({
  world,
}) => {
  await world.server.stop('SIGKILL');
  const { page } = await world.device('new-pc');
  await expect(page.getByText('Istituto Comprensivo Rocca Serena').first()).toBeVisible();
  await expect(page.getByText('059 0000101').first()).toBeVisible();
  await expect(page.getByText('segreteria@ic-roccaserena.example').first()).toBeVisible();
  await expect(page.getByText('Non hai le credenziali?')).toBeVisible();
});

test('S11 contacts that the office changes stand at the door from then on, without network and after a restart too', async ({
  world,
}) => {
  const office = world.account('office');
  const first = await world.device('office-pc');
  const pages = new AccountPages(first.page);
  await pages.signIn(office.username, office.password);
  await pages.expectOpen();
  await first.page.getByRole('button', { name: 'Modifica', exact: true }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Nome e recapiti della scuola' });
  await dialog.getByLabel('Indirizzo e-mail').fill('segreteria');
  await first.page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Indirizzo e-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByLabel('Indirizzo e-mail')).toBeFocused();
  await dialog.getByLabel('Indirizzo e-mail').fill('nuova@ic-roccaserena.example');
  await dialog.getByLabel('Telefono').fill('059 7654321');
  await first.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(first.page.getByText(/059 7654321 · nuova@ic-roccaserena.example/)).toBeVisible();
  await world.server.stop('SIGKILL');
  await first.quit();
  const { page } = await world.device('office-pc');
  await page.getByRole('button', { name: 'Entra con un altro account' }).click();
  await expect(page.getByText('059 7654321').first()).toBeVisible();
  await expect(page.getByText('nuova@ic-roccaserena.example').first()).toBeVisible();
});

test('S20 without network, recovery says that it needs one and whom to call', async ({ world }) => {
  await world.server.stop('SIGKILL');
  const { page } = await world.device('new-pc');
  await page.getByRole('button', { name: 'Password dimenticata?' }).click();
  await page.getByLabel('Nome utente o School pass').fill(world.account('guardian').username);
  await page.getByRole('button', { name: 'Continua' }).click();
  await expect(page.getByText('Per recuperare la password serve la rete')).toBeVisible();
  await expect(page.getByText('059 0000101').first()).toBeVisible();
});

test('S14 S15 S36 circle, School pass and «Esci» are on every page, offline too; the username is not for changing', async ({
  world,
}) => {
  const office = world.account('office');
  const { page } = await world.device('office-pc');
  const pages = new AccountPages(page);
  await pages.signIn(office.username, office.password);
  await pages.expectOpen();
  const pass = page.getByRole('banner').getByRole('button', { name: /^School pass \d+/ });
  const expectShell = async () => {
    await expect(pages.circle()).toBeVisible();
    await expect(pass).toBeVisible();
    await expect(pages.signOutButton()).toBeVisible();
  };
  const links = page.getByRole('navigation', { name: 'Pagine' }).getByRole('link');
  await expect(links.first()).toBeVisible();
  for (let index = 0; index < (await links.count()); index += 1) {
    await links.nth(index).click();
    await expectShell();
  }
  await pages.openProfile();
  await expectShell();
  await expect(page.locator('main')).toContainText(office.username);
  await expect(page.locator('main').getByLabel('Nome utente')).toHaveCount(0);

  await world.server.stop('SIGKILL');
  await page.getByRole('banner').getByRole('link', { name: 'Campanella' }).click();
  await expectShell();
  const digits = /\d+/.exec(await pass.innerText())?.[0] ?? '';
  await world.server.start();
  await pages.signOut();
  // It brings a password back, and opens no door.
  await pages.signIn(digits, office.password);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(pages.signOutButton()).toBeHidden();
  await new RegisterApp(page).enterCredentials(office.username, office.password);
  await pages.expectOpen();
});
