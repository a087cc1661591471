import { IconBuildingCommunity, IconCalendarTime } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { can, type Member } from '../../../domain/access/capabilities.ts';
import type { SyncStatus } from '../../data/register.ts';
import { useRegister } from '../../data/use-session.ts';
import { useFormat } from '../../i18n/format.ts';
import { pageAt, pagesOf } from '../pages/page-list.tsx';
import classes from './shell.module.css';

/** The pages, at the left edge. */
export function NavigationRail({ status }: { readonly status: SyncStatus | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [location] = useLocation();
  const { identity } = useRegister();
  const attention = (status?.refused.length ?? 0) + (status?.conflicts.length ?? 0);
  const here = pageAt(location);
  return (
    <nav className={classes['rail']} aria-label={t('shell.navigation')}>
      <RailLink
        to="/"
        current={here === undefined}
        label={t(homeLabel(identity))}
        icon={
          can(identity, 'teach') || can(identity, 'followPupil') ? (
            <IconCalendarTime size={22} stroke={1.6} />
          ) : (
            <IconBuildingCommunity size={22} stroke={1.6} />
          )
        }
      />
      {pagesOf(identity).map(({ id, path, title, rail }) => {
        if (!rail || (rail.needs && !can(identity, rail.needs))) return null;
        const Icon = rail.icon;
        return (
          <RailLink
            key={id}
            to={path}
            current={here?.id === id}
            label={rail.label(t)}
            name={title(t)}
            icon={<Icon size={22} stroke={1.6} />}
            badge={rail.counts && attention > 0 ? format.number(attention) : undefined}
          />
        );
      })}
    </nav>
  );
}

function homeLabel(identity: Member) {
  if (can(identity, 'followPupil')) return 'family.nav';
  return can(identity, 'teach') ? 'shell.nav.today' : 'shell.nav.school';
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
