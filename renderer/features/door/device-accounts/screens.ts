import type { Screen } from '../../../../tests/harness/screen.ts';

/** The accounts of this computer. */
export const screens: readonly Screen[] = [
  { name: 'device-accounts', search: 'role=parent', hash: '/device-accounts' },
  {
    name: 'device-accounts-set-aside',
    search: 'scenario=calm&byProvider=yes&keychain=no',
    hash: '/device-accounts',
    async act(page) {
      await page.getByRole('button', { name: /^(Recupera|Recover)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
