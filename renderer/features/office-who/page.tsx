import { IconUsersGroup } from '@tabler/icons-react';
import { isAtOrBelow, type PageManifest } from '../../hosts/page.ts';
import { OFFICE_WHO_PATH } from '../../ui/routes.ts';
import { OfficeWhoPage } from './office-who-page.tsx';
import { OFFICE_WHO_SECTIONS } from './tabs.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** Who is who, for whoever keeps the papers of it. */
export const officeWhoPage: PageManifest<typeof texts> = {
  id: 'office-who',
  path: OFFICE_WHO_PATH,
  owns: isAtOrBelow(OFFICE_WHO_PATH),
  title: (t) => t('who.title'),
  needs: 'keepPapers',
  texts,
  rail: { label: (t) => t('who.title'), icon: IconUsersGroup },
  command: { words: (t) => t('who.wordsForPage') },
  sections: OFFICE_WHO_SECTIONS,
  view: ({ register, apis }) => <OfficeWhoPage register={register} api={apis.school} />,
};
