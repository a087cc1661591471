import { untilDialogHasFocus, untilRollHasFocus } from '../../../tests/harness/open-screen.ts';
import type { Screen } from '../../../tests/harness/screen.ts';

const CLASS = '/day/2026-11-23/2026.LS.1A/2';

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

/** An hour of a class. */
export const screens: readonly Screen[] = [
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
  { name: 'class-standing-in', search: 'scenario=standingIn', hash: '/day/2026-11-23/2026.LS.2D/4' },
  { name: 'class-arranged', search: 'scenario=standingIn', hash: CLASS },
  { name: 'class-hourly', search: 'scenario=hourly', hash: CLASS },
  { name: 'class-to-justify', search: 'scenario=justify', hash: CLASS },
  {
    name: 'class-movement',
    search: 'scenario=calm',
    hash: CLASS,
    async act(page) {
      await page.getByRole('button', { name: /Entrata.uscita di classe|Class late.early/ }).click();
      await page.getByRole('dialog').waitFor();
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
    name: 'class-block',
    search: 'scenario=calm',
    hash: '/day/2026-11-25/2026.LS.1A/4',
    now: '2026-11-25T10:10:00Z',
    act: untilRollHasFocus,
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
  { name: 'class-joined', search: 'scenario=joined', hash: CLASS, act: untilRollHasFocus },
  {
    name: 'class-joined-signed',
    search: 'scenario=joined',
    hash: CLASS,
    async act(page) {
      await untilRollHasFocus(page);
      await page.getByRole('button', { name: /Firma 1A e 2C|Sign 1A and 2C/ }).click();
      await page.getByRole('button', { name: /Ritira la mia firma|Withdraw my signature/ }).waitFor();
    },
  },
  {
    name: 'class-join',
    search: 'scenario=calm',
    hash: CLASS,
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.press('Control+k');
      await untilDialogHasFocus(page);
      await page.keyboard.type(
        /it/.test((await page.locator('html').getAttribute('lang')) ?? '') ? 'unisci' : 'join',
      );
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('combobox').waitFor();
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
];
