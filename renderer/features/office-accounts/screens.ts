import type { Page } from 'playwright';
import type { Screen } from '../../../tests/harness/screen.ts';

const press = (name: RegExp) => async (page: Page) =>
  await page.getByRole('button', { name }).first().click();

/** The office’s pages on accounts. */
export const screens: readonly Screen[] = [
  { name: 'office-restored', search: 'role=office&scenario=restored', hash: '/accounts/handOvers' },
  { name: 'office-accounts', search: 'role=office', hash: '/accounts' },
  { name: 'office-record-changes', search: 'role=office&changed=yes', hash: '/accounts' },
  {
    name: 'office-record-refuse',
    search: 'role=office&changed=yes',
    hash: '/accounts',
    act: press(/^(Rifiuta il cambio|Refuse the change)/),
  },
  { name: 'office-accounts-thousands', search: 'role=office&many=thousands', hash: '/accounts' },
  { name: 'office-accounts-empty', search: 'role=office&many=none', hash: '/accounts' },
  { name: 'office-accounts-offline', search: 'role=office&scenario=offline', hash: '/accounts' },
  {
    name: 'office-accounts-selected',
    search: 'role=office',
    hash: '/accounts',
    async act(page) {
      const boxes = page.getByRole('grid').getByRole('checkbox');
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
      const boxes = page.getByRole('grid').getByRole('checkbox');
      for (const index of [2, 3, 5]) await boxes.nth(index).check();
      await page.getByRole('button', { name: /^(Invia per e-mail|Send by e-mail)$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^(Invia per e-mail|Send by e-mail)$/ }).click();
      await dialog.getByRole('alert').waitFor();
    },
  },
  { name: 'office-never-activated', search: 'role=office', hash: '/accounts/neverActivated' },
  { name: 'office-mails', search: 'role=office', hash: '/accounts/mails' },
  { name: 'office-mails-no-server', search: 'role=office&scenario=trouble', hash: '/accounts/mails' },
  { name: 'office-hand-overs', search: 'role=office', hash: '/accounts/handOvers' },
  { name: 'office-rules', search: 'role=office', hash: '/accounts/rules' },
  {
    name: 'office-grading-rules',
    search: 'role=office',
    hash: '/accounts/rules',
    act: async (page) =>
      await page.getByRole('radio', { name: /^(Soltanto interi|Whole only)$/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'office-grading-fault',
    search: 'role=office',
    hash: '/accounts/rules',
    async act(page) {
      await page.getByRole('combobox', { name: /^(Voto più basso|Lowest grade)$/ }).click();
      await page.getByRole('option', { name: '2½' }).click();
      await page.getByRole('radio', { name: /^(Soltanto interi|Whole only)$/ }).check();
      await press(/^(Salva le regole|Save the rules)$/)(page);
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'office-subjects',
    search: 'role=office',
    hash: '/accounts/rules',
    act: async (page) =>
      await page.getByRole('heading', { name: /^(Materie|Subjects)$/ }).scrollIntoViewIfNeeded(),
  },
  { name: 'office-years', search: 'role=office', hash: '/accounts/years' },
  {
    name: 'office-term-grades',
    search: 'role=office',
    hash: '/accounts/years',
    act: press(/^(Quando le famiglie vedono|When families see)/),
  },
  {
    name: 'office-term-close',
    search: 'role=office',
    hash: '/accounts/years',
    act: press(/^(Chiudi il periodo|Close the term)/),
  },
  {
    name: 'office-year-close',
    search: 'role=office&scenario=lastYear',
    hash: '/accounts/years',
    act: press(/^(Chiudi il|Close) 2025/),
  },
  { name: 'office-events', search: 'role=office', hash: '/accounts/events' },
  { name: 'office-rules-provider', search: 'role=office&provider=yes', hash: '/accounts/rules' },
];
