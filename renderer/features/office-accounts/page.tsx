import { IconKey } from '@tabler/icons-react';
import { isAtOrBelow, type PageManifest, type PageProps } from '../../hosts/page.ts';
import { useSaveFile } from '../../hosts/use-save-file.ts';
import { OFFICE_ACCOUNTS_PATH } from '../../ui/routes.ts';
import { OfficeAccountsPage } from './office-accounts-page.tsx';
import { OFFICE_ACCOUNTS_SECTIONS } from './tabs.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** Who can sign in, for the office. */
export const officeAccountsPage: PageManifest<typeof texts> = {
  id: 'office-accounts',
  path: OFFICE_ACCOUNTS_PATH,
  owns: isAtOrBelow(OFFICE_ACCOUNTS_PATH),
  title: (t) => t('accounts.fullName'),
  needs: 'keepAccounts',
  texts,
  rail: { label: (t) => t('accounts.name'), icon: IconKey },
  command: { words: (t) => t('accounts.wordsForPage') },
  sections: OFFICE_ACCOUNTS_SECTIONS,
  view: (props) => <OfficeAccountsView {...props} />,
};

function OfficeAccountsView({ register, apis }: PageProps) {
  return <OfficeAccountsPage register={register} api={apis.school} onSaveFile={useSaveFile()} />;
}
