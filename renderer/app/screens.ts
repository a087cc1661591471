import { holdStore, lockAndUnlock } from '../../tests/harness/held-store.ts';
import { untilRollHasFocus } from '../../tests/harness/open-screen.ts';
import type { Screen } from '../../tests/harness/screen.ts';

/** Opens the school year before, as the menu beside the day does. */
const openLastYear: NonNullable<Screen['act']> = async (page) => {
  await page.getByRole('button', { name: /^Anno scolastico|^School year/ }).click();
  await page.getByRole('menuitem', { name: /sola lettura|read-only/ }).click();
  await page.getByRole('region', { name: /Anno scolastico passato|Past school year/ }).waitFor();
};

/** The shell around every page. */
export const screens: readonly Screen[] = [
  {
    name: 'sync-state',
    search: 'scenario=offline',
    async act(page) {
      await page.getByRole('button', { name: /Stato della|Synchronisation state/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'first-sync', search: 'scenario=first' },
  {
    name: 'year-menu',
    search: 'scenario=lastYear',
    async act(page) {
      await page.getByRole('button', { name: /^Anno scolastico|^School year/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'past-year', search: 'scenario=lastYear', act: openLastYear },
  {
    name: 'past-year-hour',
    search: 'scenario=lastYear',
    async act(page) {
      await openLastYear(page);
      await page.getByRole('link', { name: /2B/ }).first().click();
      await page.getByRole('gridcell').first().waitFor();
    },
  },
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
    name: 'pupil-card',
    search: 'scenario=busy',
    hash: '/day/2026-11-23/2026.LS.1A/2',
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.type('3\n');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'pupil-card-office',
    search: 'scenario=calm&role=office',
    hash: '/class/2026.LS.1A/pupils/2026-11-23/2',
    async act(page) {
      await page.getByRole('button', { name: 'Caputo Nicolò' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'projector',
    search: 'scenario=busy',
    hash: '/day/2026-11-23/2026.LS.1A/2',
    async act(page) {
      await untilRollHasFocus(page);
      await page.keyboard.press('Control+Shift+P');
      await page.getByRole('article').getByRole('status').first().waitFor();
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
  {
    name: 'store-held',
    search: 'scenario=offline',
    async act(page) {
      await untilRollHasFocus(page);
      await holdStore(page);
      await lockAndUnlock(page);
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'not-found', search: 'scenario=calm', hash: '/nowhere' },
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
];
