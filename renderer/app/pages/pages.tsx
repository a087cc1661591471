import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { HourPlace, Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { ClassHourPage } from '../../features/class-hour/class-hour-page.tsx';
import { FamilyPage } from '../../features/family/family-page.tsx';
import { SchoolDayPage } from '../../features/school-day/school-day-page.tsx';
import { TodayPage } from '../../features/today/today-page.tsx';
import { useFormat } from '../../i18n/format.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { ElsewhereKeys } from './elsewhere-keys.tsx';
import { PageErrorBoundary } from './page-error-boundary.tsx';
import { pageAt, pagesOf } from './page-list.tsx';
import type { PageProps } from './page-manifest.ts';
import { dayAddressOf, type DayAddress } from './day-address.ts';
import type { Apis } from '../../hosts/use-apis.ts';
import { useDayActions } from './use-day-actions.ts';
import { usePageFocus } from './use-page-focus.ts';

/** Which page an address shows. One fault boundary, renewed with the address; days follow one another within one page, so that the focus can stay. */
export function Pages(props: PageProps) {
  const { register, apis } = props;
  const [location] = useLocation();
  const day = dayAddressOf(location);
  usePageTitle(useNameOf(location, register));
  usePageFocus(day ? 'day' : location.split('/')[1]);
  return (
    <PageErrorBoundary address={location}>
      {day ? (
        <DayPage register={register} apis={apis} address={day} />
      ) : (
        <>
          <ElsewhereKeys register={register} />
          <Switch>
            {pagesOf(register.identity).map(({ id, path, hasAddressesBelow, view: View }) => (
              <Route key={id} path={hasAddressesBelow === true ? `${path}/*?` : path}>
                <View {...props} />
              </Route>
            ))}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </>
      )}
    </PageErrorBoundary>
  );
}

/** What a page is called in the title of the window, as long as nothing on it has a name of its own. */
function useNameOf(location: string, register: Register): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { day } = dayAddressOf(location) ?? {};
  const today = dayOfInstant(useClock(register));
  const isToday = day === undefined || day === today;
  const page = pageAt(location);
  if (page) return page.title(t);
  const name = t(dayName(register.identity, isToday));
  return isToday ? name : `${name} · ${format.shortDay(day)}`;
}

function dayName(identity: Register['identity'], isToday: boolean) {
  if (can(identity, 'followPupil')) return 'family.nav';
  if (can(identity, 'teach')) return isToday ? 'shell.nav.today' : 'today.day';
  return isToday ? 'schoolDay.title' : 'shell.nav.school';
}

interface DayPageProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly address: DayAddress;
}

/** A day of the register: of the teacher with its hours, of the whole school for the office, of the child for its family. */
function DayPage({ register, apis, address }: DayPageProps) {
  const { identity } = register;
  const { day, schoolClass, hour } = address;
  const place = useMemo(
    () =>
      day === undefined || schoolClass === undefined || hour === undefined
        ? undefined
        : { day, schoolClass, hour },
    [day, schoolClass, hour],
  );
  useDayActions(register, day);
  if (can(identity, 'followPupil'))
    return day === undefined ? <FamilyPage register={register} /> : <NotFound />;
  if (!can(identity, 'teach') && !place)
    return <SchoolDayPage register={register} {...(day === undefined ? {} : { day })} office={apis.office} />;
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

function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('common.notFound.title'), 'part');
  return (
    <EmptyState
      icon={<IconMapOff size={28} stroke={1.5} />}
      title={t('common.notFound.title')}
      wholePage
      action={
        <Button component={Link} href="/">
          {t('common.notFound.home')}
        </Button>
      }
    >
      {t('common.notFound.text')}
    </EmptyState>
  );
}
