import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { seesWholeSchool } from '../../domain/access/actor.ts';
import { dayOfInstant } from '../../domain/base/local-date.ts';
import type { HourPlace, Register } from '../data/register.ts';
import { useClock } from '../data/use-clock.ts';
import { ClassHourPage } from '../features/class-hour/class-hour-page.tsx';
import { FamilyPage } from '../features/family/family-page.tsx';
import { SchoolDayPage } from '../features/school-day/school-day-page.tsx';
import { SyncRoute } from './sync-route.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { useFormat } from '../i18n/format.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DEVICE_ACCOUNTS_PATH, OFFICE_ACCOUNTS_PATH, PROFILE_PATH, SYNC_PATH } from '../ui/routes.ts';
import { DeviceAccountsRoute, OfficeRoute, ProfileRoute } from './account-pages.tsx';
import { ElsewhereKeys } from './elsewhere-keys.tsx';
import { PageErrorBoundary } from './page-error-boundary.tsx';
import type { SwitchTarget } from './use-account-switch.tsx';
import { dayAddressOf, type DayAddress } from './day-address.ts';
import type { Apis } from './use-apis.ts';
import { useDayActions } from './use-day-actions.ts';
import { usePageFocus } from './use-page-focus.ts';
import { useSaveFile } from './use-save-file.ts';

interface PagesProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly picture: string | undefined;
  readonly onPicture: () => void;
  readonly onSwitch: (target: SwitchTarget) => void;
  readonly onSignInAgain: () => void;
}

/** Which page an address shows. One fault boundary, renewed with the address; days follow one another within one page, so that the focus can stay. */
export function Pages({ register, apis, picture, onPicture, onSwitch, onSignInAgain }: PagesProps) {
  const [location] = useLocation();
  const saveFile = useSaveFile();
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
            <Route path={SYNC_PATH}>
              <SyncRoute register={register} onSaveFile={saveFile} onSignInAgain={onSignInAgain} />
            </Route>
            <Route path={PROFILE_PATH}>
              <ProfileRoute register={register} api={apis.account} picture={picture} onPicture={onPicture} />
            </Route>
            <Route path={DEVICE_ACCOUNTS_PATH}>
              <DeviceAccountsRoute register={register} onSwitch={onSwitch} />
            </Route>
            {seesWholeSchool(register.identity) && (
              <Route path={`${OFFICE_ACCOUNTS_PATH}/*?`}>
                <OfficeRoute register={register} api={apis.office} />
              </Route>
            )}
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
  const name = t(nameKeyOf(location, register.identity, isToday));
  return isToday ? name : `${name} · ${format.shortDay(day)}`;
}

function nameKeyOf(location: string, identity: Register['identity'], isToday: boolean) {
  if (location.startsWith(SYNC_PATH)) return 'shell.nav.syncFull';
  if (location.startsWith(PROFILE_PATH)) return 'shell.account.profile';
  if (location.startsWith(DEVICE_ACCOUNTS_PATH)) return 'shell.account.manage';
  if (location.startsWith(OFFICE_ACCOUNTS_PATH)) return 'shell.nav.accessFull';
  if (identity.kind !== 'staff') return 'family.nav';
  if (identity.roles.includes('teacher')) return isToday ? 'shell.nav.today' : 'today.day';
  return isToday ? 'shell.office.title' : 'shell.nav.school';
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
  if (identity.kind !== 'staff') return day === undefined ? <FamilyPage register={register} /> : <NotFound />;
  if (!identity.roles.includes('teacher') && !place)
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
