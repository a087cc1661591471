import type { Page } from 'playwright';
import { typeNewPassword } from '../../../tests/harness/new-password.ts';
import type { Screen } from '../../../tests/harness/screen.ts';

const OUT = 'session=out&accounts=none';

/** Types a password where one is asked. */
async function tryPassword(page: Page, password: string): Promise<void> {
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill('MORE0001.10009');
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('input[autocomplete=username]').waitFor({ state: 'detached' });
}

async function forget(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Password dimenticata|Forgot your password/ }).click();
}

/** The door: accounts, steps of a sign-in, recovery, PIN, a closed account. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', search: 'session=out&accounts=none' },
  {
    name: 'sign-in-wrong',
    search: 'session=out&accounts=none',
    async act(page) {
      await page.locator('input[autocomplete=username]').fill('1234567');
      await tryPassword(page, 'sbagliata');
    },
  },
  { name: 'accounts', search: 'session=out' },
  {
    name: 'account-unlock',
    search: 'session=out',
    async act(page) {
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();
      await tryPassword(page, 'troppe');
    },
  },
  {
    name: 'account-greeting',
    search: 'session=out',
    act: async (page) =>
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click(),
  },
  {
    name: 'account-remove',
    search: 'session=out',
    async act(page) {
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').nth(1).click();
      await page.getByRole('menuitem').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'lock', search: 'session=locked' },
  { name: 'account-lost', search: 'session=out&lost=8' },
  { name: 'lock-lost', search: 'session=locked&lost=8' },
  { name: 'sign-in-schools', search: `${OUT}&schools=yes` },
  {
    name: 'sign-in-slip',
    search: OUT,
    async act(page) {
      await page.locator('input[autocomplete=username]').fill('G100006B');
      await page.locator('input[type=password]').focus();
    },
  },
  { name: 'step-code', search: OUT, act: async (page) => await signIn(page, 'codice') },
  {
    name: 'step-enrol',
    search: OUT,
    act: async (page) => await signIn(page, 'attiva'),
  },
  {
    name: 'step-recovery-codes',
    search: OUT,
    async act(page) {
      await signIn(page, 'attiva');
      await page.locator('input[autocomplete=one-time-code]').fill('123456');
      await page.getByRole('list').first().waitFor();
    },
  },
  {
    name: 'step-new-password',
    search: OUT,
    async act(page) {
      await signIn(page, 'nuova');
      await typeNewPassword(page, 'tre gatti verdi');
    },
  },
  {
    name: 'step-weak-password',
    search: OUT,
    async act(page) {
      await signIn(page, 'nuova');
      await typeNewPassword(page, 'password2026');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'recovery-name', search: OUT, act: forget },
  {
    name: 'recovery-choices',
    search: OUT,
    async act(page) {
      await forget(page);
      await page.locator('input[autocomplete=username]').fill('G100001A');
      await page.keyboard.press('Enter');
      await page.getByRole('radio').last().waitFor();
    },
  },
  {
    name: 'recovery-none',
    search: OUT,
    async act(page) {
      await forget(page);
      await page.locator('input[autocomplete=username]').fill('S100001A');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'recovery-sent',
    search: OUT,
    async act(page) {
      await forget(page);
      await page.getByText(/Con l’e-mail|By e-mail/).click();
      await page.locator('input[type=email]').fill('carla@posta.example');
      await page.keyboard.press('Enter');
      await page.getByRole('status').waitFor();
    },
  },
  {
    name: 'recovery-offline',
    search: `${OUT}&scenario=offline`,
    async act(page) {
      await forget(page);
      await page.locator('input[autocomplete=username]').fill('G100001A');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'lock-pin', search: 'session=locked&pin=yes' },
  { name: 'lock-blocked', search: 'session=locked&blocked=yes' },
  {
    name: 'lock-blocked-provider',
    search: 'session=locked&blocked=yes&byProvider=yes&provider=yes',
    async act(page) {
      await page.getByRole('button', { name: /SPID/ }).click();
      await page.locator('input[autocomplete=one-time-code]').fill('AAAA2222');
      await page.locator('input[type=password]').fill('una password');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').last().waitFor();
    },
  },
  { name: 'lock-blocked-earlier', search: 'session=locked&blocked=yes&keychain=no' },
  { name: 'accounts-blocked', search: 'session=out&blocked=yes' },
  {
    name: 'account-blocked',
    search: 'session=out&blocked=yes',
    async act(page) {
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();
      await page.locator('input[type=password]').waitFor();
    },
  },
];
