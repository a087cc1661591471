import { Button } from '@mantine/core';
import { IconArrowLeft, IconUserPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import type { DeviceAccount } from '../../../domain/protocol/bridge.ts';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { Initials } from '../../ui/initials.tsx';
import { AccessFrame } from './access-frame.tsx';
import classes from './access.module.css';
import { AccountList } from './account-list.tsx';
import { CredentialsForm } from './credentials-form.tsx';
import { RemoveAccountDialog } from './remove-account-dialog.tsx';
import { UnlockForm } from './unlock-form.tsx';
import type { AttemptResult } from './use-attempt.ts';

interface SignInPageProps {
  readonly school: InstalledSchool;
  readonly accounts: readonly DeviceAccount[];
  readonly now: Instant;
  readonly tools?: ReactNode;
  readonly onSignIn: (credentials: {
    readonly username: string;
    readonly password: string;
  }) => Promise<AttemptResult>;
  readonly onUnlock: (account: DeviceAccount, password: string) => Promise<AttemptResult>;
  readonly onRemove: (account: DeviceAccount) => Promise<boolean>;
}

/** The door: an account of this computer, opened by its password even offline, or any account of the school. */
export function SignInPage({ school, accounts, now, tools, onSignIn, onUnlock, onRemove }: SignInPageProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<DeviceAccount | 'other'>();
  const [removing, setRemoving] = useState<DeviceAccount>();
  const asking = accounts.length === 0 ? 'other' : chosen;

  const back = accounts.length > 0 && (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowLeft size={16} />}
      style={{ alignSelf: 'flex-start' }}
      onClick={() => setChosen(undefined)}
    >
      {t('access.backToAccounts')}
    </Button>
  );

  return (
    <AccessFrame school={school} tools={tools}>
      {asking === undefined && (
        <>
          <header>
            <h1 className={classes['heading']}>{t('access.accounts')}</h1>
            <p className={classes['intro']}>{t('access.accountsHint')}</p>
          </header>
          <AccountList accounts={accounts} now={now} onChoose={setChosen} onRemove={setRemoving} />
          <Button
            variant="default"
            size="md"
            leftSection={<IconUserPlus size={18} stroke={1.6} />}
            onClick={() => setChosen('other')}
          >
            {t('access.otherAccount')}
          </Button>
        </>
      )}
      {asking === 'other' && (
        <>
          {back}
          <header>
            <h1 className={classes['heading']}>{t('access.title')}</h1>
            <p className={classes['intro']}>{t('access.intro')}</p>
          </header>
          <CredentialsForm school={school.school} onSignIn={onSignIn} />
        </>
      )}
      {asking !== undefined && asking !== 'other' && (
        <>
          {back}
          <header className={classes['person']}>
            <Initials surname={asking.identity.surname} givenName={asking.identity.givenName} size={52} />
            <div>
              <h1 className={classes['heading']}>
                {t('access.unlockTitle', { name: asking.identity.givenName })}
              </h1>
              <p className={classes['intro']}>{t('access.unlockFor')}</p>
            </div>
          </header>
          <UnlockForm label={t('access.signIn')} onUnlock={(password) => onUnlock(asking, password)} />
        </>
      )}
      <RemoveAccountDialog account={removing} onRemove={onRemove} onClose={() => setRemoving(undefined)} />
    </AccessFrame>
  );
}
