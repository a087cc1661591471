import type { Page } from 'playwright';
import type { Screen } from './screen.ts';

const OUT = 'session=out&accounts=none';

async function signIn(page: Page, password: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill('MORE0001.10009');
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.locator('input[autocomplete=username]').waitFor({ state: 'detached' });
}

async function forget(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Password dimenticata|Forgot your password/ }).click();
}

const press = (name: RegExp) => async (page: Page) =>
  await page.getByRole('button', { name }).first().click();

async function newPassword(page: Page, password: string): Promise<void> {
  const fields = page.locator('input[autocomplete=new-password]');
  await fields.nth(0).fill(password);
  await fields.nth(1).fill(password);
}

/** The door: steps of a sign-in, recovery, PIN, a closed account. */
const DOOR: readonly Screen[] = [
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
      await newPassword(page, 'tre gatti verdi');
    },
  },
  {
    name: 'step-weak-password',
    search: OUT,
    async act(page) {
      await signIn(page, 'nuova');
      await newPassword(page, 'password2026');
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
      await page.getByText(/Con la mail|By e-mail/).click();
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

/** One's own account: menu, profile, accounts of the computer. */
const OWN: readonly Screen[] = [
  {
    name: 'portfolio-menu',
    search: 'role=parent&picture=yes',
    async act(page) {
      await page.getByRole('button', { name: /^Account/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'switch-password',
    search: 'role=parent',
    async act(page) {
      await page.getByRole('button', { name: /^Account/ }).click();
      await page.getByRole('menuitem', { name: /Marchetti/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'device-accounts', search: 'role=parent', hash: '/device-accounts' },
  { name: 'profile', search: 'role=parent&picture=yes', hash: '/profile' },
  { name: 'profile-no-email', search: 'role=parent&email=none', hash: '/profile' },
  {
    name: 'profile-link-password',
    search: 'role=parent&email=none',
    hash: '/profile',
    async act(page) {
      await page.locator('input[type=email]').fill('nuova@posta.example');
      await page.keyboard.press('Enter');
      await newPassword(page, 'tre gatti verdi');
    },
  },
  { name: 'profile-record-change', search: 'role=teacher&changed=yes', hash: '/profile' },
  { name: 'profile-pending', search: 'role=parent&email=pending', hash: '/profile' },
  {
    name: 'profile-merge',
    search: 'role=parent&email=none',
    hash: '/profile',
    async act(page) {
      await page.locator('input[type=email]').fill('mia@posta.example');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Unisci|Join/ }).waitFor();
    },
  },
  {
    name: 'profile-refused',
    search: 'role=parent&email=none',
    hash: '/profile',
    async act(page) {
      await page.locator('input[type=email]').fill('altro@posta.example');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'profile-second-factor',
    search: 'role=teacher',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Attiva|Set up)$/ }).click();
      await page.getByRole('img', { name: /QR/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile-second-factor-on',
    search: 'role=office&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Nuovi codici|New recovery)/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile-second-factor-move',
    search: 'role=office&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Cambia telefono|Change telephone)/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'profile-recovery-codes',
    search: 'role=office&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Nuovi codici|New recovery)/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('123456');
      await page.keyboard.press('Enter');
      await page.getByRole('checkbox').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile-pin',
    search: 'role=teacher&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /Imposta un PIN|Set a PIN/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'profile-device',
    search: 'role=teacher',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /poteva contenere Portatile|What Portatile/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'profile-offline', search: 'role=parent&scenario=offline&picture=yes', hash: '/profile' },
];

/** The family's page and the office's. */
const PAGES: readonly Screen[] = [
  { name: 'family', search: 'role=parent' },
  { name: 'family-student', search: 'role=student&scenario=offline' },
  { name: 'family-no-class', search: 'role=parent&scenario=empty' },
  { name: 'office-accounts', search: 'role=office', hash: '/accounts' },
  { name: 'office-record-changes', search: 'role=office&changed=yes', hash: '/accounts' },
  { name: 'office-accounts-thousands', search: 'role=office&many=thousands', hash: '/accounts' },
  { name: 'office-accounts-empty', search: 'role=office&many=none', hash: '/accounts' },
  { name: 'office-accounts-offline', search: 'role=office&scenario=offline', hash: '/accounts' },
  {
    name: 'office-accounts-selected',
    search: 'role=office',
    hash: '/accounts',
    async act(page) {
      const boxes = page.getByRole('table').getByRole('checkbox');
      for (const index of [2, 3, 5]) await boxes.nth(index).check();
    },
  },
  {
    name: 'office-issue',
    search: 'role=office',
    hash: '/accounts',
    act: press(/Crea account|Create accounts/),
  },
  {
    name: 'office-issued',
    search: 'role=office',
    hash: '/accounts',
    async act(page) {
      await press(/Crea account|Create accounts/)(page);
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /personale|staff/i })
        .first()
        .check();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^(Crea|Create) 3 / })
        .click();
      await page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  {
    name: 'office-letters',
    search: 'role=office',
    hash: '/accounts',
    async act(page) {
      await press(/Lettere di una classe|Letters of a class/)(page);
      await page.getByRole('button', { name: /^1A/ }).first().click();
    },
  },
  {
    name: 'office-letters-running',
    search: 'role=office&many=thousands&asksWhere=yes',
    hash: '/accounts',
    async act(page) {
      await press(/Lettere di una classe|Letters of a class/)(page);
      await page.getByRole('button', { name: /^1A/ }).first().click();
      await page.getByRole('button', { name: /^(Salva il PDF|Save the PDF)/ }).click();
      await page.getByRole('progressbar').waitFor();
    },
  },
  {
    name: 'office-block',
    search: 'role=office',
    hash: '/accounts',
    async act(page) {
      await page
        .getByRole('button', { name: /^(Altro per|More for)/ })
        .nth(3)
        .click();
      await page.getByRole('menuitem', { name: /^(Blocca|Block)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'office-report',
    search: 'role=office',
    hash: '/accounts',
    async act(page) {
      const boxes = page.getByRole('table').getByRole('checkbox');
      for (const index of [2, 3, 5]) await boxes.nth(index).check();
      await page.getByRole('button', { name: /^(Invia per e-mail|Send by mail)$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^(Invia per e-mail|Send by mail)$/ }).click();
      await dialog.getByRole('alert').waitFor();
    },
  },
  { name: 'office-never-activated', search: 'role=office', hash: '/accounts/neverActivated' },
  { name: 'office-mails', search: 'role=office', hash: '/accounts/mails' },
  { name: 'office-mails-no-server', search: 'role=office&scenario=trouble', hash: '/accounts/mails' },
  { name: 'office-hand-overs', search: 'role=office', hash: '/accounts/handOvers' },
  { name: 'office-rules', search: 'role=office', hash: '/accounts/rules' },
  { name: 'office-events', search: 'role=office', hash: '/accounts/events' },
];

/** Every screen about accounts, in the order of a walk through them. */
export const ACCOUNT_SCREENS: readonly Screen[] = [...DOOR, ...OWN, ...PAGES];
