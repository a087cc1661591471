import { IconCalendarTime } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { Register } from '../../data/register.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { PageManifest, PageProps, Shown } from '../../hosts/page.ts';
import { useDayActions } from '../../hosts/use-day-actions.ts';
import { dayAddressOf } from '../../ui/day-address.ts';
import { dayPath } from '../../ui/routes.ts';
import { ClassHourPage } from '../class-hour/class-hour-page.tsx';
import { en as classHourEn } from '../class-hour/texts.en.ts';
import { it as classHourIt } from '../class-hour/texts.it.ts';
import { ElsewhereKeys } from './days/elsewhere-keys.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { TodayPage } from './today-page.tsx';

const texts = { it: { ...it, ...classHourIt }, en: { ...en, ...classHourEn } };

/** A day of a teacher, with the hour that runs or was chosen. */
export const todayPage: PageManifest<typeof texts> = {
  id: 'today',
  path: dayPath(),
  owns: (address) => dayAddressOf(address) !== undefined,
  title: (t) => t('today.name'),
  windowTitle(t, shown) {
    const day = otherDay(shown);
    return day === undefined ? t('today.name') : `${t('today.day')} · ${shown.format.shortDay(day)}`;
  },
  needs: 'teach',
  texts,
  rail: { label: (t) => t('today.name'), icon: IconCalendarTime },
  view: (props) => <DayView {...props} />,
  elsewhere: ElsewhereKeys,
};

/** One hour of a class, for those who have no hours of their own. */
export const hourPage: PageManifest = {
  id: 'hour',
  path: dayPath(),
  owns: (address) => dayAddressOf(address)?.hour !== undefined,
  title: (t) => t('schoolDay.name'),
  windowTitle(t, shown) {
    const day = otherDay(shown);
    return day === undefined
      ? t('schoolDay.title')
      : `${t('schoolDay.name')} · ${shown.format.shortDay(day)}`;
  },
  needs: 'seeSchool',
  view: (props) => <DayView {...props} />,
};

function otherDay({ address, today }: Shown) {
  const day = dayAddressOf(address)?.day;
  return day === today ? undefined : day;
}

function DayView({ register }: PageProps) {
  const [address] = useLocation();
  const { day, schoolClass, hour } = useMemo(() => dayAddressOf(address) ?? {}, [address]);
  const place = useMemo(
    () =>
      day === undefined || schoolClass === undefined || hour === undefined
        ? undefined
        : { day, schoolClass, hour },
    [day, schoolClass, hour],
  );
  useDayActions(register, day);
  return (
    <TodayPage register={register} {...(day === undefined ? {} : { day })} {...(place ? { place } : {})}>
      {(shown, isOver) => <ClassHour register={register} place={shown} isOver={isOver} />}
    </TodayPage>
  );
}

interface ClassHourProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly isOver: boolean;
}

function ClassHour({ register, place, isOver }: ClassHourProps) {
  const { day, schoolClass, hour } = place;
  const stable = useMemo(() => ({ day, schoolClass, hour }), [day, schoolClass, hour]);
  return (
    <ClassHourPage key={`${day}.${schoolClass}.${hour}`} register={register} place={stable} isOver={isOver} />
  );
}
