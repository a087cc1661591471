import type { Page } from 'playwright';
import type { Screen } from '../../../../tests/harness/screen.ts';

const OUT = 'session=out&provider=yes';
const FIRST = `${OUT}&accounts=none`;

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Entra con|Sign in with) SPID/ }).click();
  await page.locator('input[autocomplete=one-time-code]').waitFor();
}

async function type(page: Page, code: string): Promise<void> {
  await page.locator('input[autocomplete=one-time-code]').fill(code);
}

async function comeBack(page: Page): Promise<void> {
  await start(page);
  await type(page, 'hjkm-2345');
  await page.locator('input[type=password]').first().waitFor();
}

async function otherAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: /altro account|another account/ }).click();
}

async function askAgain(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Stato della|Synchronisation state/ })
    .click();
  await page
    .getByRole('button', { name: /^(Accedi|Accedi di nuovo|Sign in|Sign in again)$/ })
    .last()
    .click();
  await page.getByRole('dialog').locator('input[type=password]').waitFor();
}

/** A sign-in by a provider of digital identities, and the password of this computer. */
export const screens: readonly Screen[] = [
  { name: 'sign-in-provider', search: FIRST },
  { name: 'provider-code', search: FIRST, act: start },
  { name: 'provider-no-browser', search: `${FIRST}&scenario=trouble`, act: start },
  {
    name: 'provider-wrong-code',
    search: FIRST,
    async act(page) {
      await start(page);
      await type(page, 'AAAA-2222');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'provider-expired',
    search: FIRST,
    async act(page) {
      await start(page);
      await type(page, 'BBBB-2222');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-password-off',
    search: FIRST,
    async act(page) {
      await page.locator('input[autocomplete=username]').fill('1234567');
      await page.locator('input[type=password]').fill('spenta');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'local-password-new', search: FIRST, act: comeBack },
  {
    name: 'local-password-known',
    search: OUT,
    async act(page) {
      await otherAccount(page);
      await comeBack(page);
      await page.locator('input[type=password]').fill('sbagliata');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'local-password-forgotten',
    search: `${OUT}&keychain=no`,
    async act(page) {
      await otherAccount(page);
      await comeBack(page);
      await page.getByRole('button', { name: /Non la ricordo|I do not remember/ }).click();
      await page.getByRole('checkbox').waitFor();
    },
  },
  {
    name: 'account-greeting-provider',
    search: `${OUT}&byProvider=yes`,
    act: async (page) =>
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click(),
  },
  {
    name: 'sign-in-again-provider',
    search: 'scenario=calm&provider=yes&byProvider=yes&ended=yes',
    async act(page) {
      await askAgain(page);
      await page.getByRole('button', { name: /SPID/ }).waitFor();
    },
  },
  {
    name: 'sign-in-again-no-provider',
    search: 'scenario=calm&byProvider=yes&ended=yes',
    act: askAgain,
  },
  {
    name: 'account-greeting-no-provider',
    search: 'session=out&byProvider=yes',
    act: async (page) =>
      await page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click(),
  },
  {
    name: 'local-password-codes',
    search: `${FIRST}&byProvider=yes`,
    async act(page) {
      await page.locator('input[autocomplete=username]').fill('1234567');
      await page.locator('input[type=password]').fill('attiva');
      await page.keyboard.press('Enter');
      await page.locator('input[autocomplete=one-time-code]').fill('123456');
      await page.keyboard.press('Enter');
      await page.getByRole('checkbox').waitFor();
    },
  },
];
