import { followLink } from '../fixtures/follow-link.ts';
import { expect, test } from '../fixtures/world.ts';
import { AccountPages } from '../pages/account-pages.ts';

const NEW_PASSWORD = 'un treno per il mare';

test('S16 S18 S19 a forgotten password comes back by one of the addresses that the school has', async ({
  world,
}) => {
  const guardian = world.account('guardian');
  const { page } = await world.device('family-pc');
  const pages = new AccountPages(page);
  await page.getByRole('button', { name: 'Password dimenticata?' }).click();
  await page.getByLabel('Nome utente o School pass').fill(guardian.username.toLowerCase());
  await page.getByRole('button', { name: 'Continua' }).click();
  const choices = page.getByRole('radiogroup', { name: 'A quale indirizzo?' }).getByRole('radio');
  await expect(choices.first()).toBeVisible();
  // Nobody reads a whole address here.
  await expect(choices.first()).toHaveAccessibleName(/^.•+@/);
  await choices.first().check();
  await page.getByRole('button', { name: 'Invia il link' }).click();
  await expect(page.getByText('Controlla la posta')).toBeVisible();

  await expect.poll(() => world.mailbox.mails.length).toBeGreaterThan(0);
  const mail = world.mailbox.mails.at(-1);
  expect(mail?.text).toContain(guardian.username);
  await followLink(mail?.link, async (browser) => {
    await browser.getByLabel('Nuova password', { exact: true }).fill(NEW_PASSWORD);
    await browser.getByLabel('Ripetizione della nuova password').fill(NEW_PASSWORD);
    await browser.getByRole('button', { name: 'Salva la password' }).click();
    await expect(browser.getByRole('heading', { name: 'Password salvata' })).toBeVisible();
    await browser.goto(mail?.link ?? '');
    await expect(browser.getByRole('heading', { name: /già stato usato/ })).toBeVisible();
  });

  await page.getByRole('button', { name: 'Torna all’accesso' }).first().click();
  await pages.signIn(guardian.username, guardian.password);
  await expect(page.getByRole('alert')).toBeVisible();
  await pages.signIn(guardian.username, NEW_PASSWORD);
  await pages.expectOpen();
});
