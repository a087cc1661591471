import { IconCalendarWeek } from '@tabler/icons-react';
import type { PageManifest } from '../../hosts/page.ts';
import { weekAddressOf, weekPath, monthPath } from './span/address.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { WeekPage } from './week-page.tsx';

const texts = { it, en };

/** Settimana: my hours of a week or a month, done, planned and missing. */
export const weekPage: PageManifest<typeof texts> = {
  id: 'week',
  path: weekPath(),
  owns: (address) => weekAddressOf(address) !== undefined,
  title: (t) => t('week.name'),
  needs: 'teach',
  ofPastYears: true,
  texts,
  rail: { label: (t) => t('week.name'), icon: IconCalendarWeek },
  command: { words: (t) => t('week.wordsForPage') },
  sections: [
    {
      id: 'month',
      title: (t) => t('week.month'),
      words: (t) => t('week.wordsForMonth'),
      path: monthPath(),
    },
  ],
  onProjector: 'shown',
  view: ({ register, apis }) => <WeekPage register={register} api={apis.school} />,
};
