import type { Screen } from '../../../tests/harness/screen.ts';

/** The rolls that nobody has called. */
export const screens: readonly Screen[] = [
  { name: 'rolls-not-taken', search: 'role=office&scenario=busy', hash: '/rolls' },
  { name: 'rolls-not-taken-mine', search: 'scenario=busy', hash: '/rolls' },
  {
    name: 'rolls-not-taken-printed',
    paper: true,
    search: 'role=office&scenario=busy',
    hash: '/rolls',
    act: async (page) => await page.emulateMedia({ media: 'print' }),
  },
];
