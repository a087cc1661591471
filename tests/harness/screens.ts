import type { Page } from 'playwright';
import { DOOR_SCREENS } from './door-screens.ts';
import { FAMILY_SCREENS } from './family-screens.ts';
import { OFFICE_ACCOUNT_SCREENS } from './office-account-screens.ts';
import { untilRollHasFocus } from './open-screen.ts';
import { OWN_ACCOUNT_SCREENS } from './own-account-screens.ts';
import { PROVIDER_SCREENS } from './provider-screens.ts';
import type { Screen } from './screen.ts';

const CLASS = '/day/2026-11-23/2026.LS.1A/2';

/** Types a password where one is asked. */
async function tryPassword(page: Page, password: string): Promise<void> {
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}

/** A class whose roll asks something back in the row where this was typed. */
function askedInRow(name: string, keys: string): Screen {
  return {
    name,
    search: 'scenario=calm',
    hash: CLASS,
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.type(keys);
      await page.getByRole('row').getByRole('alert').waitFor();
    },
  };
}

/** Every screen, in the order of a walk through the product. */
export const SCREENS: readonly Screen[] = [
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
  ...DOOR_SCREENS,
  ...OWN_ACCOUNT_SCREENS,
  ...FAMILY_SCREENS,
  ...OFFICE_ACCOUNT_SCREENS,
  ...PROVIDER_SCREENS,
  { name: 'today', search: 'scenario=calm' },
  { name: 'today-busy', search: 'scenario=busy' },
  { name: 'class-conflict', search: 'scenario=busy', hash: '/day/2026-11-23/2026.LS.1A/1' },
  {
    name: 'class-touch',
    search: 'scenario=busy',
    hash: CLASS,
    act: async (page) =>
      await page
        .getByRole('radiogroup')
        .getByText(/Righe grandi|Large rows/)
        .click({ force: true }),
  },
  {
    name: 'class-time',
    search: 'scenario=calm',
    hash: CLASS,
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.type('8f12r');
      await page.keyboard.type('91');
    },
  },
  askedInRow('class-gone', '7a'),
  askedInRow('class-asked', '4r0810\n'),
  {
    name: 'class-early',
    search: 'scenario=calm',
    hash: '/day/2026-11-23/2026.LS.1A/5',
    now: '2026-11-23T11:00:00Z',
    async act(page) {
      await untilRollHasFocus(page);
      await page.getByRole('button', { name: /Firma anche|Sign .* too/ }).click();
      await page
        .getByText(/^(Firmata|Signed)/)
        .first()
        .waitFor();
      await page.keyboard.press('Alt+PageDown');
      await page.getByText(/^(Firmata in anticipo|Signed in advance)/).waitFor();
    },
  },
  {
    name: 'today-calendar',
    search: 'scenario=calm',
    async act(page) {
      await page.getByRole('button', { name: /Scegli il giorno|Choose the day|Pick/ }).click();
      await page.getByRole('gridcell').or(page.locator('table button')).first().waitFor();
    },
  },
  { name: 'today-over', search: 'scenario=calm', now: '2026-11-23T13:30:00Z' },
  {
    name: 'today-bell',
    search: 'scenario=calm',
    hash: '/',
    now: '2026-11-23T08:49:30Z',
    act: async (page) => await page.clock.runFor(40_000),
  },
  { name: 'class-ahead', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.1A/5' },
  {
    name: 'class-why-not',
    search: 'scenario=calm',
    hash: '/day/2026-11-23/2026.LS.1A/5',
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.press('Control+Enter');
      await page.getByText(/si conferma dalle|can be confirmed from/).waitFor();
    },
  },
  { name: 'class-eventful', search: 'scenario=eventful', hash: CLASS },
  { name: 'class-past', search: 'scenario=calm', hash: '/day/2026-11-20/2026.LS.1A/2' },
  {
    name: 'class-withdraw',
    search: 'scenario=busy',
    hash: CLASS,
    async act(page) {
      await page.getByRole('button', { name: /Ritira la mia firma|Withdraw my signature/ }).click();
      await page.getByRole('menuitem').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'class-printed',
    paper: true,
    search: 'scenario=busy',
    hash: CLASS,
    act: async (page) => await page.emulateMedia({ media: 'print' }),
  },
  {
    name: 'class-changed',
    search: 'scenario=busy',
    hash: CLASS,
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.type('4aa');
      await page.locator('[role=row][aria-rowindex="4"][data-mark=absent]').waitFor();
    },
  },
  { name: 'class-substitution', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.2C/2' },
  { name: 'class-backdated', search: 'scenario=restored', hash: CLASS },
  { name: 'class-large', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.3B/1' },
  { name: 'class-earlier', search: 'scenario=busy', hash: '/day/2026-11-23/2026.LS.1A/3' },
  { name: 'class-read-only', search: 'scenario=closed', hash: CLASS, now: '2026-11-23T09:30:00Z' },
  { name: 'class-disk-full', search: 'scenario=full', hash: '/day/2026-11-23/2026.LS.3B/1' },
  { name: 'class-no-keychain', search: 'scenario=calm&remembered=no', hash: '/day/2026-11-23/2026.LS.3B/1' },
  { name: 'class-future', search: 'scenario=calm', hash: '/day/2026-11-24/2026.LS.1A/2' },
  { name: 'today-no-lesson', search: 'scenario=calm', hash: '/day/2026-12-08' },
  { name: 'today-no-hours', search: 'scenario=empty' },
  { name: 'today-unplanned', search: 'scenario=unplanned' },
  { name: 'office-unplanned', search: 'scenario=unplanned&role=office' },
  {
    name: 'open-class',
    search: 'scenario=calm',
    async act(page) {
      await page.getByRole('button', { name: /Altra classe|Another class/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'sync-state',
    search: 'scenario=offline',
    async act(page) {
      await page.getByRole('button', { name: /Stato della|Synchronisation state/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'sync-lost', search: 'scenario=calm&lost=8', hash: '/sync' },
  { name: 'sync-empty', search: 'scenario=calm', hash: '/sync' },
  { name: 'sync-busy', search: 'scenario=busy', hash: '/sync' },
  { name: 'sync-one', search: 'scenario=offline&waiting=1', hash: '/sync' },
  { name: 'sync-many', search: 'scenario=offline&waiting=25', hash: '/sync' },
  { name: 'sync-flood', search: 'scenario=offline&waiting=300', hash: '/sync' },
  { name: 'sync-trouble', search: 'scenario=trouble&remembered=no', hash: '/sync' },
  { name: 'sync-restored', search: 'scenario=restored', hash: '/sync' },
  { name: 'office-restored', search: 'role=office&scenario=restored', hash: '/accounts/handOvers' },
  { name: 'office-put-back', search: 'role=office&scenario=restored', hash: '/' },
  { name: 'first-sync', search: 'scenario=first' },
  {
    name: 'account-menu',
    search: 'scenario=calm',
    async act(page) {
      await page.getByRole('button', { name: /Account/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'palette',
    search: 'scenario=calm',
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'shortcuts',
    search: 'scenario=calm',
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'sign-out',
    search: 'scenario=busy',
    async act(page) {
      await page.getByRole('button', { name: /^(Esci|Sign out)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'closing',
    search: 'scenario=busy',
    act: async (page) => await page.evaluate("window.campanella.emit('closeRequested', { unsent: 4 })"),
  },
  { name: 'office', search: 'scenario=calm&role=office' },
  {
    name: 'office-contacts',
    search: 'scenario=calm&role=office',
    async act(page) {
      await page.getByRole('button', { name: /^(Modifica|Change)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'not-found', search: 'scenario=calm', hash: '/nowhere' },
];
