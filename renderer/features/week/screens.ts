import type { Screen } from '../../../tests/harness/screen.ts';

/** The week and the month of a teacher. */
export const screens: readonly Screen[] = [
  { name: 'week', search: 'scenario=calm', hash: '/week/2026-11-23' },
  { name: 'week-past', search: 'scenario=calm', hash: '/week/2026-11-18' },
  { name: 'month', search: 'scenario=calm', hash: '/month/2026-11-23' },
  {
    name: 'week-copy',
    search: 'scenario=calm',
    hash: '/week/2026-11-23',
    async act(page) {
      await page.getByRole('button', { name: /Copia una settimana|Copy a week/ }).click();
      await page.getByText(/da copiare|to copy/).waitFor();
    },
  },
  { name: 'week-empty', search: 'scenario=calm', hash: '/week/2026-12-28' },
  {
    name: 'week-printed',
    paper: true,
    search: 'scenario=calm',
    hash: '/week/2026-11-18',
    act: async (page) => await page.emulateMedia({ media: 'print' }),
  },
];
