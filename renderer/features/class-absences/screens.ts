import type { Page } from 'playwright';
import type { Screen } from '../../../tests/harness/screen.ts';

/** A class whose first hour of today is one's own, and one of which others decide today. */
const MINE = '/class/2026.LS.3B/absences/2026-11-23/1';
const OTHERS = '/class/2026.LS.1A/absences/2026-11-23/2';

const press = (name: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

/** The dialog as it is read: the list of names, which opens with it, is closed. */
const pressAndClose = (name: RegExp) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
};

const part = (name: RegExp) => async (page: Page) =>
  await page.getByRole('radiogroup').getByText(name).click({ force: true });
const openHours = part(/^(Ore|Hours)$/);
const openMonth = part(/^(Mese|Month)$/);
const openElsewhere = part(/^(Fuori classe|Out of class)$/);
const openPermits = part(/^(Permessi|Permits)$/);

/** The absences of a class. */
export const screens: readonly Screen[] = [
  { name: 'class-absences', search: 'scenario=justify', hash: MINE },
  { name: 'class-absences-others', search: 'scenario=justify', hash: OTHERS },
  { name: 'class-absences-none', search: 'scenario=calm', hash: MINE },
  { name: 'class-absences-principal', search: 'scenario=justify&role=principal', hash: MINE },
  { name: 'class-absences-term-closed', search: 'scenario=justifyFrozen&role=principal', hash: MINE },
  { name: 'class-month', search: 'scenario=justify', hash: OTHERS, act: openMonth },
  {
    name: 'class-month-printed',
    paper: true,
    search: 'scenario=justify',
    hash: OTHERS,
    async act(page) {
      await openMonth(page);
      await page.emulateMedia({ media: 'print' });
    },
  },
  { name: 'class-hours-warned', search: 'scenario=warned', hash: MINE, act: openHours },
  { name: 'class-hours', search: 'scenario=justify', hash: OTHERS, act: openHours },
  {
    name: 'class-hours-explained',
    search: 'scenario=justify',
    hash: OTHERS,
    async act(page) {
      await openHours(page);
      await page.getByRole('row').filter({ hasText: 'Caputo' }).getByRole('button').first().click();
      await page.getByRole('dialog').waitFor();
      await page.getByRole('dialog').locator('summary').first().click();
    },
  },
  {
    name: 'class-absences-reject',
    search: 'scenario=justify',
    hash: MINE,
    act: press(/^(Rifiuta|Reject):/),
  },
  {
    name: 'class-absences-write',
    search: 'scenario=justify',
    hash: MINE,
    act: press(/^(Registra|Record):/),
  },
  {
    name: 'class-absences-split',
    search: 'scenario=justify',
    hash: MINE,
    act: press(/^(Separa|Split off):/),
  },
  { name: 'class-elsewhere', search: 'scenario=standingIn', hash: OTHERS, act: openElsewhere },
  {
    name: 'class-elsewhere-new',
    search: 'scenario=standingIn',
    hash: OTHERS,
    async act(page) {
      await openElsewhere(page);
      await pressAndClose(/^(Nuovo fuori classe|New time out of class)$/)(page);
    },
  },
  { name: 'class-permits', search: 'scenario=standingIn&role=principal', hash: OTHERS, act: openPermits },
  {
    name: 'class-permits-new',
    search: 'scenario=standingIn&role=principal',
    hash: OTHERS,
    async act(page) {
      await openPermits(page);
      await pressAndClose(/^(Nuovo permesso|New permit)$/)(page);
    },
  },
];
