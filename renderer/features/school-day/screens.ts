import type { Screen } from '../../../tests/harness/screen.ts';

/** The school’s day. */
export const screens: readonly Screen[] = [
  { name: 'office-unplanned', search: 'scenario=unplanned&role=office' },
  { name: 'office-put-back', search: 'role=office&scenario=restored', hash: '/' },
  { name: 'office', search: 'scenario=calm&role=office' },
  {
    name: 'office-contacts',
    search: 'scenario=calm&role=office',
    async act(page) {
      await page.getByRole('button', { name: /^(Modifica|Change)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
