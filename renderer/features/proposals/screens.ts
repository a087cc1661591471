import type { Screen } from '../../../tests/harness/screen.ts';

const PROPOSALS = '/class/2026.LS.1A/proposals/2026-11-23/2';

/** The proposals for the term meeting. */
export const screens: readonly Screen[] = [
  { name: 'proposals', search: 'scenario=council', hash: PROPOSALS },
  { name: 'proposals-frozen', search: 'scenario=councilFrozen', hash: PROPOSALS },
  { name: 'proposals-primary', search: 'scenario=councilPrimary', hash: PROPOSALS },
  { name: 'proposals-principal', search: 'scenario=council&role=principal', hash: PROPOSALS },
  {
    name: 'proposals-civics',
    search: 'scenario=council',
    hash: PROPOSALS,
    async act(page) {
      await page.getByRole('combobox', { name: /Materia|Subject/ }).click();
      await page.getByRole('option', { name: 'Educazione civica' }).click();
      await page.getByRole('heading', { name: /Educazione civica$/ }).waitFor();
    },
  },
  {
    name: 'proposals-religion',
    search: 'scenario=councilReligion',
    hash: PROPOSALS,
    async act(page) {
      await page.getByRole('combobox', { name: /Materia|Subject/ }).click();
      await page.getByRole('option', { name: 'Religione cattolica' }).click();
      await page.getByRole('button', { name: /Suggerisci i giudizi|Suggest judgements/ }).click();
      await page.getByRole('button', { name: /Togli i suggerimenti|Remove the suggestions/ }).waitFor();
    },
  },
  {
    name: 'proposals-all',
    search: 'scenario=council',
    hash: PROPOSALS,
    async act(page) {
      await page.getByRole('button', { name: /Conferma tutte|Confirm all/ }).click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
  },
];
