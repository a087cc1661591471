import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconDatabaseOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toInstant, type Instant } from '../../../domain/base/ids.ts';
import type { OpenFailure, Opening } from '../../data/open-register.ts';
import { useFormat } from '../../i18n/format.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import classes from '../shell/shell.module.css';

/** Milliseconds between two attempts to open what another program holds. */
const PAUSE = 10_000;

interface NotOpenedProps {
  readonly failure: OpenFailure;
  /** Tries once more, or gives up what is on the disk; ends when it is known whether that has helped. */
  readonly onOpen: (opening?: Opening) => Promise<void>;
  readonly onLock: () => void;
}

/**
 * Stands in place of a register that does not open, and says why. A store that another program holds is tried again every ten seconds, and
 * given up only when its owner chooses that: without a network nothing else has the pupils.
 */
export function NotOpened({ failure, onOpen, onLock }: NotOpenedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState<Instant>();
  const [asking, setAsking] = useState(false);
  const retry = useRef<HTMLButtonElement>(null);
  const isHeld = failure.kind === 'storeHeld';
  const title = t(isHeld ? 'shell.held.title' : 'failure.kind.storage.title');
  usePageTitle(title);

  const open = async (opening?: Opening) => {
    setAsking(false);
    setTrying(true);
    await onOpen(opening).catch(() => undefined);
    setTrying(false);
    setTried(toInstant(Date.now()));
  };
  // A button that is disabled while it works loses the focus to nothing.
  useEffect(() => {
    if (!trying && (document.activeElement ?? document.body) === document.body) retry.current?.focus();
  }, [trying]);
  useEffect(() => {
    if (!isHeld || trying || asking) return undefined;
    const timer = setTimeout(() => void open(), PAUSE);
    return () => clearTimeout(timer);
  });

  return (
    <main className={classes['waiting']}>
      <EmptyState
        icon={<IconDatabaseOff size={28} stroke={1.5} />}
        title={title}
        wholePage
        action={
          <Stack gap="xs" align="center">
            <Button onClick={() => void open()} loading={trying} ref={retry}>
              {t('common.retry')}
            </Button>
            <p role="status" className={classes['tried']}>
              {tried !== undefined &&
                !trying &&
                t(isHeld ? 'shell.held.tried' : 'shell.held.triedOther', { time: format.time(tried) })}
            </p>
            <Group gap="xs">
              {isHeld && (
                <Button variant="subtle" size="compact-sm" disabled={trying} onClick={() => setAsking(true)}>
                  {t('shell.held.anew')}
                </Button>
              )}
              <Button variant="subtle" size="compact-sm" onClick={onLock}>
                {t('shell.account.lock')}
              </Button>
            </Group>
          </Stack>
        }
      >
        <span role="alert">{t(isHeld ? 'shell.held.text' : `common.failure.${failure.kind}`)}</span>
      </EmptyState>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('shell.held.anewTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{t('shell.held.anewText')}</p>
          <Notice tone="warn">{t('shell.held.anewOffline')}</Notice>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {t('common.cancel')}
            </Button>
            <Button color="red" onClick={() => void open({ anew: true })}>
              {t('shell.held.anewConfirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </main>
  );
}
