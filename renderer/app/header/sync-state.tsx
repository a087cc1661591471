import { Button, Popover, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import { useRegister } from '../../data/use-session.ts';
import { useFormat } from '../../i18n/format.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { SYNC_PATH } from '../../ui/routes.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { syncStatus } from '../../views/sync-status.ts';
import classes from './header.module.css';
import { useLeftBehind } from '../../hosts/use-left-behind.ts';

interface SyncStateProps {
  readonly onSignInAgain: () => void;
}

/** The state of synchronisation, always in sight: connection, how many entries wait, what needs a look. */
export function SyncState({ onSignInAgain }: SyncStateProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const register = useRegister();
  const status = useViewValue(syncStatus, register);
  const { lost, setAside } = useLeftBehind(register.identity);
  const [opened, { toggle, close }] = useDisclosure(false);
  const hint = useKeyHint();
  if (!status) return null;
  const { connection } = status;
  const waiting = status.waiting.length;
  const attention = status.refused.length + status.conflicts.length + lost + setAside;
  const sending = connection === 'online' && status.syncing && waiting > 0;
  const looking = status.restored?.state === 'looking';
  const here = looking && connection === 'online' ? t('shell.state.looking') : t(`shell.state.${connection}`);
  const label = sending ? t('shell.state.syncing') : here;
  const shown = (
    <>
      <span className={classes['dot']} aria-hidden="true" />
      <VisuallyHidden>{t('shell.state.open')}: </VisuallyHidden>
      <span className={classes['label']}>{label}</span>
      {waiting > 0 && (
        <span className={classes['count']}>{t('shell.state.waiting', { count: waiting })}</span>
      )}
      {attention > 0 && (
        <span className={classes['attention']}>{t('shell.state.attention', { count: attention })}</span>
      )}
    </>
  );
  // Families have no other way to the page in their menu: one step leads there, and nothing of theirs waits to be sent.
  if (!can(register.identity, 'sendEntries'))
    return (
      <Link
        href={SYNC_PATH}
        className={classes['sync'] ?? ''}
        data-connection={connection}
        title={t('sync.fullName')}
      >
        {shown}
      </Link>
    );
  return (
    <Popover
      opened={opened}
      onChange={close}
      width={320}
      withinPortal={false}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={classes['sync']} data-connection={connection} onClick={toggle}>
          {shown}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('sync.fullName')}>
        <div className={classes['popover']}>
          <p>
            <strong>{t(`shell.state.${connection}`)}</strong>
          </p>
          {waiting > 0 && <p>{t('shell.state.waitingText', { count: waiting })}</p>}
          {looking && <p>{t('shell.state.lookingText')}</p>}
          {lost > 0 && <p>{t('shell.state.lostText', { count: lost })}</p>}
          {setAside > 0 && <p>{t('provider.setAside.count', { count: setAside })}</p>}
          {waiting + status.refused.length + lost + setAside === 0 && !looking && (
            <p>{t('shell.state.allSent')}</p>
          )}
          {connection === 'offline' && <p>{t('shell.state.offlineText')}</p>}
          {connection === 'signInNeeded' && <p>{t('shell.state.signInText')}</p>}
          <p className={classes['muted']}>
            {status.lastSyncAt === undefined
              ? t('shell.state.never')
              : t('shell.state.lastSync', { when: format.when(status.lastSyncAt, register.now()) })}
          </p>
          <div className={classes['popoverActions']}>
            {connection === 'signInNeeded' ? (
              <Button
                size="xs"
                onClick={() => {
                  close();
                  onSignInAgain();
                }}
              >
                {t('shell.state.signInAgain')}
              </Button>
            ) : (
              <Button
                size="xs"
                leftSection={<IconRefresh size={15} />}
                loading={status.syncing && connection === 'online'}
                onClick={() => register.status.syncNow()}
                {...hint(KEYS.sync)}
              >
                {t('shell.state.syncNow')}
              </Button>
            )}
            <Button component={Link} href={SYNC_PATH} size="xs" variant="default" onClick={close}>
              {t('shell.state.details')}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
