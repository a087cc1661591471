import type { Screen } from '../../../tests/harness/screen.ts';

/** The lists of an evacuation. */
export const screens: readonly Screen[] = [
  { name: 'evacuation', search: 'scenario=eventful', hash: '/evacuation' },
  { name: 'evacuation-school', search: 'role=office&scenario=eventful', hash: '/evacuation' },
  {
    name: 'evacuation-printed',
    paper: true,
    search: 'scenario=eventful',
    hash: '/evacuation',
    act: async (page) => await page.emulateMedia({ media: 'print' }),
  },
];
