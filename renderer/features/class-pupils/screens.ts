import type { Screen } from '../../../tests/harness/screen.ts';

const LIST = '/class/2026.LS.1A/pupils/2026-11-23/2';

/** The list of a class. */
export const screens: readonly Screen[] = [
  { name: 'class-pupils', search: 'scenario=calm', hash: LIST },
  { name: 'class-pupils-office', search: 'scenario=calm&role=office', hash: LIST },
  {
    name: 'class-pupils-printed',
    paper: true,
    search: 'scenario=calm',
    hash: LIST,
    act: async (page) => await page.emulateMedia({ media: 'print' }),
  },
];
