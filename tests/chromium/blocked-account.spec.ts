import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const DONE = '3 registrazioni consegnate alla segreteria.';

async function openWith(open: Harness['open'], search: string): Promise<Page> {
  return await open({ name: 'page', search }, LOOK);
}

async function chooseFirstAccount(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();
}

/** Through the browser to the form that asks for its code. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Consegna con SPID / CIE' }).click();
  await expect(page.getByLabel('Codice mostrato dal browser')).toBeFocused();
}

test('whoever shares the computer with others hands over from the list of accounts', async ({ open }) => {
  const page = await openWith(open, 'session=out&blocked=yes');
  const first = page.getByRole('main').getByRole('listitem').first();
  await expect(first).toContainText('Bloccato');
  await chooseFirstAccount(page);
  await expect(page.getByText('3 registrazioni che non sono arrivate alla scuola')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type('sbagliata');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Password non corretta')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type('una password');
  await page.keyboard.press('Enter');
  await expect(page.getByText(DONE)).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Torna agli account' }).click();
  await expect(first).not.toContainText('3 registrazioni');
});

test('what an earlier password opens asks for that one beside the present one', async ({ open }) => {
  const page = await openWith(open, 'session=locked&blocked=yes&keychain=no');
  await expect(
    page.getByText('2 di queste si aprono solo con la password di quando le hai scritte'),
  ).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await page.keyboard.type('una password');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Password di quando hai scritto le registrazioni')).toBeFocused();
  await page.keyboard.type('un’altra');
  await page.keyboard.press('Enter');
  await expect(page.getByText(DONE)).toBeVisible();
});

test('an account that is open again is entered from there', async ({ open }) => {
  for (const search of ['session=out&blocked=yes', 'session=locked&blocked=yes']) {
    const page = await openWith(open, search);
    if (search.startsWith('session=out')) await chooseFirstAccount(page);
    await page.getByRole('button', { name: 'La segreteria l’ha riaperto: accedi' }).click();
    await expect(page.getByRole('heading', { name: 'Buon lavoro, Elena' })).toBeVisible();
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
    // It is not: that is said, and nothing is lost on the way.
    await page.keyboard.type('una password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Account bloccato');
  }
});

for (const [where, search] of [
  ['at the door', 'session=out'],
  ['at the lock', 'session=locked'],
] as const)
  test(`an account that a provider has opened hands over by browser and keyboard, ${where}`, async ({
    open,
  }) => {
    const page = await openWith(open, `${search}&blocked=yes&byProvider=yes&provider=yes`);
    if (search === 'session=out') await chooseFirstAccount(page);
    await begin(page);
    await page.keyboard.type('aaaa2222');
    const password = page.getByLabel('Password di questo computer');
    await expect(password).toBeFocused();
    await page.keyboard.type('sbagliata');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Password non corretta')).toBeVisible();
    await expect(password).toBeFocused();
    await page.keyboard.type('una password');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Codice non corretto')).toBeVisible();
    await expect(page.getByLabel('Codice mostrato dal browser')).toBeFocused();
    // The line may go meanwhile: what is typed stays.
    await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    await page.keyboard.type('dddd2222');
    await expect(password).toBeFocused();
    await password.fill('');
    await page.keyboard.type('una password');
    await page.keyboard.press('Enter');
    await expect(page.getByText(DONE)).toBeVisible();
    await expect(page.locator(':focus')).toContainText(DONE);
  });

test('whoever hears in the browser that the account is closed is led to what waits', async ({ open }) => {
  const page = await openWith(open, 'session=out&byProvider=yes&provider=yes');
  await chooseFirstAccount(page);
  await page.getByRole('button', { name: 'Entra con SPID / CIE' }).click();
  await page.getByLabel('Codice mostrato dal browser').fill('EEEE2222');
  await expect(page.getByText('3 registrazioni che non sono arrivate alla scuola')).toBeVisible();
  await page.getByRole('button', { name: 'La segreteria l’ha riaperto: accedi' }).click();
  await expect(page.getByText('Se la segreteria ha riaperto l’account')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Entra con SPID / CIE' }).click();
  await expect(page.getByLabel('Codice mostrato dal browser')).toBeFocused();
});

for (const [what, search, says] of [
  ['has no provider any more', '', 'La scuola non ha più l’identità digitale'],
  ['cannot be reached', '&scenario=offline', 'Per consegnarle serve la rete'],
] as const)
  test(`whoever would need the provider of a school that ${what} is told what becomes of the entries`, async ({
    open,
  }) => {
    const page = await openWith(open, `session=locked&blocked=yes&byProvider=yes${search}`);
    await expect(page.getByText(says)).toBeVisible();
    await expect(page.getByRole('button', { name: /Consegna con/ })).toHaveCount(0);
  });
