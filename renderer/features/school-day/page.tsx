import { IconBuildingCommunity } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { PageManifest, PageProps } from '../../hosts/page.ts';
import { useDayActions, useNowAction } from '../../hosts/use-day-actions.ts';
import { dayAddressOf } from '../../ui/day-address.ts';
import { dayPath } from '../../ui/routes.ts';
import { SCHOOL_DAY, SCHOOL_SECTION } from './school-card.tsx';
import { SchoolDayPage } from './school-day-page.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const texts = { it, en };

/** A day of the whole school, for those who have no hours of their own. */
export const schoolDayPage: PageManifest<typeof texts> = {
  id: SCHOOL_DAY,
  path: dayPath(),
  owns(address) {
    const day = dayAddressOf(address);
    return day !== undefined && day.hour === undefined;
  },
  title: (t) => t('schoolDay.name'),
  windowTitle(t, { address, today, format, isPast }) {
    const { day = today } = dayAddressOf(address) ?? {};
    return day === today && !isPast
      ? t('schoolDay.title')
      : `${t('schoolDay.name')} · ${format.shortDay(day)}`;
  },
  needs: 'seeSchool',
  ofPastYears: true,
  texts,
  rail: { label: (t) => t('schoolDay.name'), icon: IconBuildingCommunity },
  sections: [{ id: SCHOOL_SECTION, title: (t) => t('schoolDay.contactsTitle') }],
  onProjector: 'shown',
  view: (props) => <SchoolDayView {...props} />,
  elsewhere: NowKey,
};

function SchoolDayView({ register, apis }: PageProps) {
  const [address] = useLocation();
  const { day } = useMemo(() => dayAddressOf(address) ?? {}, [address]);
  useDayActions(register, day);
  return <SchoolDayPage register={register} {...(day === undefined ? {} : { day })} api={apis.school} />;
}

function NowKey({ register }: Pick<PageProps, 'register'>) {
  useNowAction(register);
  return null;
}
