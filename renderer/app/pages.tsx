import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch, useLocation } from 'wouter';
import { seesWholeSchool } from '../../domain/access/actor.ts';
import { toClassId, type LocalDate } from '../../domain/base/ids.ts';
import { parseLocalDate } from '../../domain/base/local-date.ts';
import type { HourPlace, Register } from '../data/register.ts';
import { ClassHourPage } from '../features/class-hour/class-hour-page.tsx';
import { FamilyPage } from '../features/family/family-page.tsx';
import { SchoolDayPage } from '../features/school-day/school-day-page.tsx';
import { SyncRoute } from './sync-route.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DEVICE_ACCOUNTS_PATH, OFFICE_ACCOUNTS_PATH, PROFILE_PATH, SYNC_PATH } from '../ui/routes.ts';
import { DeviceAccountsRoute, OfficeRoute, ProfileRoute } from './account-pages.tsx';
import { PageErrorBoundary } from './page-error-boundary.tsx';
import type { SwitchTarget } from './use-account-switch.tsx';
import type { Apis } from './use-apis.ts';
import { useSaveFile } from './use-save-file.ts';

interface PagesProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly picture: string | undefined;
  readonly onPicture: () => void;
  readonly onSwitch: (target: SwitchTarget) => void;
  readonly onSignInAgain: () => void;
}

/** Which page an address shows. Each has its own error boundary, renewed with the address. */
export function Pages({ register, apis, picture, onPicture, onSwitch, onSignInAgain }: PagesProps) {
  const [location] = useLocation();
  const saveFile = useSaveFile();
  return (
    <PageErrorBoundary key={location}>
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
        <Route path="/">
          <HomePage register={register} apis={apis} />
        </Route>
        <Route path="/day/:day">
          {({ day }) => <DayRoute register={register} apis={apis} day={parseLocalDate(day)} />}
        </Route>
        <Route path="/day/:day/:schoolClass/:hour">
          {({ day, schoolClass, hour }) => (
            <HourRoute
              register={register}
              day={parseLocalDate(day)}
              schoolClass={decodeURIComponent(schoolClass)}
              hour={Number(hour)}
            />
          )}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </PageErrorBoundary>
  );
}

interface HomeProps {
  readonly register: Register;
  readonly apis: Apis;
}

function HomePage({ register, apis }: HomeProps) {
  if (register.identity.kind !== 'staff') return <FamilyPage register={register} />;
  if (!register.identity.roles.includes('teacher'))
    return <SchoolDayPage register={register} office={apis.office} />;
  return (
    <TodayPage register={register}>{(place) => <ClassHour register={register} place={place} />}</TodayPage>
  );
}

function DayRoute({ register, apis, day }: HomeProps & { readonly day: LocalDate | undefined }) {
  if (day === undefined || register.identity.kind !== 'staff') return <NotFound />;
  if (!register.identity.roles.includes('teacher'))
    return <SchoolDayPage register={register} day={day} office={apis.office} />;
  return (
    <TodayPage register={register} day={day}>
      {(place) => <ClassHour register={register} place={place} />}
    </TodayPage>
  );
}

interface HourRouteProps {
  readonly register: Register;
  readonly day: LocalDate | undefined;
  readonly schoolClass: string;
  readonly hour: number;
}

function HourRoute({ register, day, schoolClass, hour }: HourRouteProps) {
  const place = useMemo(
    () => (day === undefined ? undefined : { day, schoolClass: toClassId(schoolClass), hour }),
    [day, schoolClass, hour],
  );
  if (register.identity.kind !== 'staff') return <NotFound />;
  if (!place || !Number.isInteger(hour) || hour < 1 || hour > 20) return <NotFound />;
  return (
    <TodayPage register={register} day={place.day} place={place}>
      {(shown) => <ClassHour register={register} place={shown} />}
    </TodayPage>
  );
}

function ClassHour({ register, place }: { readonly register: Register; readonly place: HourPlace }) {
  const { day, schoolClass, hour } = place;
  const stable = useMemo(() => ({ day, schoolClass, hour }), [day, schoolClass, hour]);
  return <ClassHourPage key={`${day}.${schoolClass}.${hour}`} register={register} place={stable} />;
}

function NotFound() {
  const { t } = useTranslation();
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
