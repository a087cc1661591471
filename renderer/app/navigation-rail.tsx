import { IconBuildingCommunity, IconCalendarTime, IconKey, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { seesWholeSchool } from '../../domain/access/actor.ts';
import type { SyncStatus } from '../data/register.ts';
import { useRegister } from '../data/use-session.ts';
import { useFormat } from '../i18n/format.ts';
import { DEVICE_ACCOUNTS_PATH, OFFICE_ACCOUNTS_PATH, PROFILE_PATH, SYNC_PATH } from '../ui/routes.ts';
import classes from './shell.module.css';

/** The pages, at the left edge. */
export function NavigationRail({ status }: { readonly status: SyncStatus | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [location] = useLocation();
  const { identity } = useRegister();
  const teaches = identity.roles.includes('teacher');
  const attention = (status?.refused.length ?? 0) + (status?.conflicts.length ?? 0);
  const isFamily = identity.kind !== 'staff';
  const atSync = location.startsWith(SYNC_PATH);
  const atAccess = location.startsWith(OFFICE_ACCOUNTS_PATH);
  const atOwn = location.startsWith(PROFILE_PATH) || location.startsWith(DEVICE_ACCOUNTS_PATH);
  return (
    <nav className={classes['rail']} aria-label={t('shell.navigation')}>
      <RailLink
        to="/"
        current={!atSync && !atAccess && !atOwn}
        label={isFamily ? t('family.nav') : teaches ? t('shell.nav.today') : t('shell.nav.school')}
        icon={
          teaches || isFamily ? (
            <IconCalendarTime size={22} stroke={1.6} />
          ) : (
            <IconBuildingCommunity size={22} stroke={1.6} />
          )
        }
      />
      {seesWholeSchool(identity) && (
        <RailLink
          to={OFFICE_ACCOUNTS_PATH}
          current={atAccess}
          label={t('shell.nav.access')}
          name={t('shell.nav.accessFull')}
          icon={<IconKey size={22} stroke={1.6} />}
        />
      )}
      {/* Families have nothing to send: the state in the header leads there. */}
      {!isFamily && (
        <RailLink
          to={SYNC_PATH}
          current={atSync}
          label={t('shell.nav.sync')}
          name={t('shell.nav.syncFull')}
          icon={<IconRefresh size={22} stroke={1.6} />}
          badge={attention > 0 ? format.number(attention) : undefined}
        />
      )}
    </nav>
  );
}

interface RailLinkProps {
  readonly to: string;
  readonly current: boolean;
  readonly label: string;
  readonly name?: string;
  readonly icon: ReactNode;
  readonly badge?: string | undefined;
}

function RailLink({ to, current, label, name, icon, badge }: RailLinkProps) {
  return (
    <Link
      href={to}
      className={classes['railLink'] ?? ''}
      aria-current={current ? 'page' : undefined}
      title={name}
    >
      {icon}
      <span>{label}</span>
      {badge !== undefined && <span className={classes['railBadge']}>{badge}</span>}
    </Link>
  );
}
