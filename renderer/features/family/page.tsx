import { IconCalendarTime } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { dayPath } from '../../ui/routes.ts';
import { FAMILY, FamilyPage, SCHOOL_SECTION } from './family-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** The week of a child, for its family and for itself. */
export const familyPage: PageManifest<typeof texts> = {
  id: FAMILY,
  path: dayPath(),
  title: (t) => t('family.nav'),
  needs: 'followPupil',
  texts,
  rail: { label: (t) => t('family.nav'), icon: IconCalendarTime },
  command: { words: (_, schoolName) => schoolName },
  sections: [{ id: SCHOOL_SECTION, title: (t) => t('family.school') }],
  view: ({ register }) => <FamilyPage register={register} />,
};
