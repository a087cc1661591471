import { Button } from '@mantine/core';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { DeviceAccount } from '../../../../domain/protocol/bridge/device-account.ts';
import { describeAccount, nameAccount } from '../../../i18n/describe-account.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { Initials } from '../../../ui/marks/initials.tsx';
import classes from './device-accounts.module.css';
import rows from '../../../ui/rows.module.css';
import type { AskUnsent, RemoveAccount, Unlock } from '../verbs/door-verbs.ts';
import { RemoveAccountDialog } from '../removal/remove-account-dialog.tsx';
import { SetAsideDialog } from '../removal/set-aside-dialog.tsx';

interface DeviceAccountsPageProps {
  readonly accounts: readonly DeviceAccount[];
  readonly now: Instant;
  readonly isOpen: (account: DeviceAccount) => boolean;
  readonly onSwitch: (account: DeviceAccount) => void;
  readonly onRemove: RemoveAccount;
  readonly onAskUnsent: AskUnsent;
  /** Brings entries of the open account back that only an earlier password opens. */
  readonly onRecover: Unlock;
}

/** Gestione account (S35): every account with data on this computer, to open or to take off it. */
export function DeviceAccountsPage(props: DeviceAccountsPageProps) {
  const { accounts, now, isOpen, onSwitch, onRemove, onRecover, onAskUnsent } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [removing, setRemoving] = useState<DeviceAccount>();
  const [recovering, setRecovering] = useState(false);
  return (
    <div className={classes['page']}>
      <header>
        <h1>{t('profile.device.title')}</h1>
        <p className={classes['lead']}>{t('profile.device.text')}</p>
      </header>
      <ul className={`${rows['rows']} ${classes['list']}`}>
        {accounts.map((account) => {
          const { identity, unsent, setAside = 0 } = account;
          const name = `${identity.givenName} ${identity.surname}`;
          return (
            <li key={`${identity.school}.${identity.username}`}>
              <Initials surname={identity.surname} givenName={identity.givenName} size={42} />
              <div className={rows['who']}>
                <strong>{name}</strong>
                <span>
                  {describeAccount(identity, t)} · {identity.schoolName}
                </span>
                <span>
                  {identity.username} · {t('door.lastUsed', { when: format.when(account.lastUsedAt, now) })}
                </span>
                {setAside > 0 && <span>{t('provider.setAside.count', { count: setAside })}</span>}
              </div>
              {setAside > 0 && isOpen(account) && (
                <Button variant="default" onClick={() => setRecovering(true)}>
                  {t('provider.setAside.action')}
                </Button>
              )}
              {unsent > 0 && <Chip tone="now">{t('door.unsent', { count: unsent })}</Chip>}
              {isOpen(account) ? (
                <Chip tone="ok">{t('profile.device.open')}</Chip>
              ) : (
                <Button
                  variant="default"
                  leftSection={<IconArrowsExchange size={16} stroke={1.7} />}
                  aria-label={t('profile.device.switchName', { name: nameAccount(identity, t) })}
                  onClick={() => onSwitch(account)}
                >
                  {t('profile.device.switch')}
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} stroke={1.7} />}
                aria-label={t('profile.device.removeName', { name: nameAccount(identity, t) })}
                onClick={() => setRemoving(account)}
              >
                {t('profile.device.remove')}
              </Button>
            </li>
          );
        })}
      </ul>
      {recovering && <SetAsideDialog opened onUnlock={onRecover} onClose={() => setRecovering(false)} />}
      <RemoveAccountDialog
        account={removing}
        isOpen={removing !== undefined && isOpen(removing)}
        onAskUnsent={onAskUnsent}
        onRemove={onRemove}
        onClose={() => setRemoving(undefined)}
      />
    </div>
  );
}
