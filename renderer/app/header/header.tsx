import { Button } from '@mantine/core';
import { IconLogout, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { useClock } from '../../data/use-clock.ts';
import { useIdentity, useRegister } from '../../data/use-session.ts';
import { useFormat } from '../../i18n/format.ts';
import { BellMark } from '../../ui/marks/bell-mark.tsx';
import { KEYS } from '../../ui/actions/keys.ts';
import { KeyCap } from '../../ui/marks/key-cap.tsx';
import { dayPath } from '../../ui/routes.ts';
import { AccountMenu } from '../account/account-menu.tsx';
import classes from './header.module.css';
import { openPalette } from '../palette/palette-store.ts';
import { SchoolPass } from './school-pass.tsx';
import type { YearChoice } from '../past-year/use-past-year.ts';
import { YearMenu } from '../past-year/year-menu.tsx';
import { SyncState } from './sync-state.tsx';
import type { SwitchTarget } from '../../hosts/page.ts';

interface HeaderProps {
  readonly years: YearChoice;
  /** Address of the own picture, where there is one. */
  readonly picture: string | undefined;
  readonly onSwitch: (target: SwitchTarget) => void;
  readonly onLock: () => void;
  readonly onSignOut: () => void;
  readonly onShortcuts: () => void;
  readonly onSignInAgain: () => void;
}

/** Whose register, which day, whether everything has reached the school, who is signed in, and the way out. */
export function Header(props: HeaderProps) {
  const { years, picture, onSwitch, onLock, onSignOut, onShortcuts, onSignInAgain } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const register = useRegister();
  const identity = useIdentity();
  const today = dayOfInstant(useClock(register));
  return (
    <header className={classes['header']}>
      <Link href={dayPath()} className={classes['brand'] ?? ''} aria-label={t('common.productName')}>
        <BellMark size={24} />
        <span className={classes['product']}>{t('common.productName')}</span>
      </Link>
      <div className={classes['school']}>
        <span className={classes['schoolName']} title={identity.schoolName}>
          {identity.schoolName}
        </span>
        <time className={classes['day']} dateTime={today} title={format.fullDay(today)}>
          {format.fullDay(today)}
        </time>
      </div>
      <YearMenu register={register} choice={years} />
      <button type="button" className={classes['search']} onClick={openPalette}>
        <IconSearch size={16} stroke={1.8} aria-hidden="true" />
        <span>{t('shell.command.open')}</span>
        <KeyCap>{KEYS.palette}</KeyCap>
      </button>
      <SyncState onSignInAgain={onSignInAgain} />
      <div className={classes['who']}>
        <span className={classes['name']}>
          {identity.givenName} {identity.surname}{' '}
          {identity.child && can(identity, 'followChild') && (
            <span className={classes['child']}>
              {t('shell.account.forChild', { name: identity.child.givenName })}
            </span>
          )}
        </span>
        <SchoolPass pass={identity.schoolPass} />
      </div>
      <AccountMenu picture={picture} onSwitch={onSwitch} onLock={onLock} onShortcuts={onShortcuts} />
      <Button
        className={classes['signOut'] ?? ''}
        variant="transparent"
        size="compact-md"
        leftSection={<IconLogout size={17} stroke={1.8} />}
        onClick={onSignOut}
      >
        {t('shell.account.signOut')}
      </Button>
    </header>
  );
}
