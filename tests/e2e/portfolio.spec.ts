import { must } from '../../domain/base/assert.ts';
import { followLink } from '../fixtures/follow-link.ts';
import { issueLetters } from '../fixtures/issue-letters.ts';
import type { ReadLetter } from '../fixtures/letters.ts';
import { signInByApi } from '../fixtures/school-api.ts';
import { expect, test, type World } from '../fixtures/world.ts';
import { AccountPages } from '../pages/account-pages.ts';

const ADDRESS = 'famiglia.rinaldi@example.it';
const OWN_PASSWORD = 'tre gatti sul tetto';
const PASSWORDS = ['un treno per il mare', 'la neve sui campi', 'pane burro e salvia'] as const;

/** Three letters of one parent: first guardian of a child, second guardian of another at the same school, first of a third elsewhere. */
async function threeLetters(world: World): Promise<readonly [ReadLetter, ReadLetter, ReadLetter]> {
  const [here, there] = world.accounts.filter(({ role }) => role === 'office');
  const office = await signInByApi(world.server.url, must(here, 'a clerk of the first school'));
  const elsewhere = await signInByApi(world.server.url, must(there, 'a clerk of the second school'));
  const first = (await issueLetters(office, 'firstGuardian'))[0];
  const second = (await issueLetters(office, 'secondGuardian'))[0];
  const third = (await issueLetters(elsewhere, 'firstGuardian'))[0];
  return [must(first, 'a letter'), must(second, 'a letter'), must(third, 'a letter')];
}

test('S21 S28 S33 S35 a parent of three children in two schools, once as the second guardian: from the letters to one access', async ({
  world,
}) => {
  const [first, second, third] = await threeLetters(world);
  const { page } = await world.device('family-pc');
  const pages = new AccountPages(page);

  await test.step('the first letter, a password, the address of the parent, the link of the mail', async () => {
    await pages.signIn(first.username.toLowerCase(), first.password);
    await pages.choosePassword(PASSWORDS[0]);
    await expect(page.getByRole('heading', { name: /^La settimana di / })).toBeVisible();
    await pages.openProfile();
    await pages.linkEmail(ADDRESS, OWN_PASSWORD);
    await expect(pages.emailSection()).toContainText('In attesa di conferma');
    await expect(pages.emailSection()).toContainText('posta indesiderata');
    const mail = await world.mailbox.next(ADDRESS, /Conferma/);
    await followLink(mail.link, async (browser) => {
      await browser.getByRole('button', { name: 'Conferma l’indirizzo' }).click();
      await expect(browser.getByRole('heading', { name: 'Indirizzo confermato' })).toBeVisible();
    });
    await expect(pages.emailSection()).toContainText('Confermato');
    await pages.signOut();
  });

  await test.step('the office’s password is dead, the username opens with the new one', async () => {
    await pages.signIn(first.username, first.password);
    await expect(page.getByRole('alert')).toBeVisible();
    await pages.signIn(first.username, OWN_PASSWORD);
    await pages.expectOpen();
    await pages.signOut();
  });

  for (const [index, letter] of [second, third].entries())
    await test.step(`letter ${index + 2}: the same address, the password of the portfolio`, async () => {
      await pages.signIn(letter.username, letter.password);
      await pages.choosePassword(PASSWORDS[index + 1] ?? '');
      await pages.openProfile();
      await pages.giveAddress(ADDRESS);
      const section = pages.emailSection();
      await section.getByLabel('Password del portfolio').fill('sbagliata di certo');
      await section.getByRole('button', { name: 'Unisci al portfolio' }).click();
      await expect(section.getByRole('alert')).toBeVisible();
      await section.getByLabel('Password del portfolio').fill(OWN_PASSWORD);
      await section.getByRole('button', { name: 'Unisci al portfolio' }).click();
      await expect(section).toContainText('gli account sono uniti');
      await pages.signOut();
    });

  const access = await signInByApi(world.server.url, { username: ADDRESS, password: OWN_PASSWORD });
  const children = access.tokens.identity.portfolio.map(({ child }) => must(child, 'a guardian’s account'));
  const nameOf = ({ givenName, surname }: (typeof children)[number]) => `${givenName} ${surname}`;
  const switchTo = async (child: (typeof children)[number]) => {
    await pages.switchTo(nameOf(child));
    await page.getByRole('navigation').getByRole('link', { name: 'Orario' }).click();
    await expect(page.locator('main')).toContainText(nameOf(child));
    await expect(page.getByRole('menu')).toHaveCount(0);
  };

  await test.step('one access for all: the address and its password; the circle leads from child to child', async () => {
    await pages.signIn(ADDRESS, OWN_PASSWORD);
    await pages.expectOpen();
    expect(children).toHaveLength(3);
    for (const child of children) {
      await switchTo(child);
      const shown = await page.locator('body').innerText();
      for (const other of children) if (other !== child) expect(shown).not.toContain(nameOf(other));
    }
  });

  await test.step('without network too', async () => {
    await world.server.stop('SIGKILL');
    await switchTo(must(children[0], 'a first child'));
    await expect(page.getByRole('banner')).toContainText('Non in linea');
    await world.server.start();
  });

  await test.step('an account is removed from this computer, and goes on to exist', async () => {
    await pages.openDeviceAccounts();
    const remove = page.getByRole('button', { name: /^Rimuovi .* da questo computer$/ });
    await expect(remove.first()).toBeVisible();
    const before = await remove.count();
    await remove.last().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rimuovi', exact: true }).click();
    await expect(remove).toHaveCount(before - 1);
    expect(
      (await signInByApi(world.server.url, { username: third.username, password: OWN_PASSWORD })).tokens
        .identity.portfolio,
    ).toHaveLength(3);
  });
});
