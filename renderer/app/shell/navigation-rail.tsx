import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { useFrameValue } from '../../ui/use-view.ts';
import { openToDo, type ToDoList } from '../../views/to-do.ts';
import { pageAt, pagesOf, railPathOf, titleOf } from '../pages/offered-pages.ts';
import classes from './shell.module.css';

interface NavigationRailProps {
  readonly register: Register;
  readonly toDo: readonly ToDoList[];
  /** A place was chosen. */
  readonly onGo: () => void;
}

/** The places, at the left edge; what waits has its number there. */
export function NavigationRail({ register, toDo, onGo }: NavigationRailProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [location] = useLocation();
  const { identity } = register;
  const open = useFrameValue(openToDo, register, toDo);
  const waiting = (open ?? []).reduce((sum, { count }) => sum + count, 0);
  const here = pageAt(location, register);
  return (
    <nav className={classes['rail']} aria-label={t('shell.navigation')}>
      {pagesOf(register).map((page) => {
        const { id, path, rail, ofPastYears } = page;
        if (!rail || (rail.needs && !can(identity, rail.needs))) return null;
        const Icon = rail.icon;
        const name = titleOf(page, register)(t);
        const isRenamed = register.pastYear !== undefined && typeof ofPastYears === 'object';
        const label = isRenamed ? name : rail.label(t);
        return (
          <RailLink
            key={id}
            to={path}
            current={here !== undefined && railPathOf(here) === path}
            label={label}
            name={name === label ? undefined : name}
            onGo={onGo}
            icon={<Icon size={22} stroke={1.6} />}
            badge={rail.counts && waiting > 0 ? format.number(waiting) : undefined}
          />
        );
      })}
    </nav>
  );
}

interface RailLinkProps {
  readonly to: string;
  readonly current: boolean;
  readonly label: string;
  readonly name: string | undefined;
  readonly onGo: () => void;
  readonly icon: ReactNode;
  readonly badge?: string | undefined;
}

function RailLink({ to, current, label, name, onGo, icon, badge }: RailLinkProps) {
  return (
    <Link
      href={to}
      className={classes['railLink'] ?? ''}
      aria-current={current ? 'page' : undefined}
      title={name}
      onClick={onGo}
    >
      {icon}
      <span>{label}</span>
      {badge !== undefined && <span className={classes['railBadge']}>{badge}</span>}
    </Link>
  );
}
