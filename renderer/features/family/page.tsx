import { IconCalendarTime } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { dayPath } from '../../ui/routes.ts';
import { FamilyPage } from './family-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The week of a child, for its family and for itself. */
export const familyPage: PageManifest<typeof texts> = {
  id: 'family',
  path: dayPath(),
  title: (t) => t('family.nav'),
  needs: 'followPupil',
  texts,
  rail: { label: (t) => t('family.nav'), icon: IconCalendarTime },
  command: { words: (_, schoolName) => schoolName },
  view: ({ register }) => <FamilyPage register={register} />,
};
