import type { Screen } from '../../../tests/harness/screen.ts';

const TOPICS = '/class/2026.LS.1A/topics/2026-11-23/5';

/** The topics of a class. */
export const screens: readonly Screen[] = [
  { name: 'class-topics', search: 'scenario=calm', hash: TOPICS },
  { name: 'class-topics-office', search: 'scenario=calm&role=office', hash: TOPICS },
  {
    name: 'class-topics-import',
    search: 'scenario=calm',
    hash: TOPICS,
    async act(page) {
      await page
        .getByRole('button', { name: /Importa programma|Aggiungi argomenti|Import|Add topics/ })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .fill('La vita:\n- I virus\n- Gli stati della materia');
      await page.getByText(/1 riga non presa|1 line not taken/).waitFor();
    },
  },
  {
    name: 'class-topics-printed',
    paper: true,
    search: 'scenario=calm',
    hash: TOPICS,
    act: async (page) => await page.emulateMedia({ media: 'print' }),
  },
];
