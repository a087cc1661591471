import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../domain/access/capabilities.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import type { SignInFailure } from '../../../../domain/protocol/bridge/act-failures.ts';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { describeAccount } from '../../../i18n/describe-account.ts';
import { Initials } from '../../../ui/marks/initials.tsx';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { HandOver } from '../verbs/door-verbs.ts';
import { BlockedPanel } from '../blocked/blocked-panel.tsx';
import { ForgottenHere } from '../provider/forgotten-here.tsx';
import type { ProviderVerbs } from '../verbs/provider-verbs.ts';
import { UnlockForm } from '../unlock/unlock-form.tsx';
import type { KnownProvider } from '../provider/use-provider.ts';

interface ChosenAccountProps {
  readonly school: InstalledSchool;
  readonly account: DeviceAccount;
  /** Said to be open again, whatever this computer has heard. */
  readonly isReopened: boolean;
  /** How the account's school lets people in beside the password. */
  readonly known: KnownProvider;
  readonly provider: ProviderVerbs;
  /** The way in by the school's provider, under another one or alone. */
  readonly providerButton: (second: boolean) => ReactNode;
  readonly onUnlock: (password: string) => Promise<Result<unknown, SignInFailure>>;
  readonly onHandOver: HandOver;
  readonly onReopened: () => void;
  readonly onForgotten: () => void;
  /** Leads to the form for username and password. */
  readonly onCredentials: () => void;
}

/** An account of this computer: its ways in, or what becomes of what waits where the office has closed it. */
export function ChosenAccount(props: ChosenAccountProps) {
  const { account, isReopened, known, providerButton } = props;
  const { t } = useTranslation();
  if (account.blocked && !isReopened)
    return (
      <>
        <Greeting account={account} isBlocked />
        <BlockedPanel
          school={props.school}
          account={account}
          provider={props.provider}
          onHandOver={props.onHandOver}
          onReopened={props.onReopened}
        />
      </>
    );
  // The password of this computer says nothing of what the office has done.
  if (account.blocked && account.byProvider)
    return (
      <>
        <Greeting account={account} isBlocked />
        <ForgottenHere about="reopened" provider={known} onPassword={props.onCredentials} />
        {providerButton(false)}
      </>
    );
  return (
    <>
      <Greeting account={account} />
      <UnlockForm
        label={t('door.signIn')}
        withForgotten={account.byProvider !== true}
        onUnlock={props.onUnlock}
      />
      {account.byProvider ? (
        <ForgottenHere provider={known} onPassword={props.onCredentials} />
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={props.onForgotten}>
          {t('door.forgotten')}
        </Button>
      )}
      {providerButton(true)}
    </>
  );
}

interface GreetingProps {
  readonly account: DeviceAccount;
  readonly isBlocked?: boolean;
}

function Greeting({ account: { identity }, isBlocked = false }: GreetingProps) {
  const { t } = useTranslation();
  return (
    <header className={classes['person']}>
      <Initials surname={identity.surname} givenName={identity.givenName} size={52} />
      <div>
        <DoorHeading>
          {isBlocked
            ? `${identity.givenName} ${identity.surname}`
            : t(can(identity, 'workAtSchool') ? 'door.unlockTitle' : 'door.unlockTitleFamily', {
                name: identity.givenName,
              })}
        </DoorHeading>
        <p className={classes['intro']}>
          {isBlocked ? `${describeAccount(identity, t)} · ${identity.schoolName}` : t('door.unlockFor')}
        </p>
      </div>
    </header>
  );
}
