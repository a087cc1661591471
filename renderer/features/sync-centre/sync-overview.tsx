import { Button } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { FileToSave } from '../../../domain/protocol/bridge/file-to-save.ts';
import type { Register } from '../../data/register.ts';
import type { SyncStatus } from '../../data/status/sync-status.ts';
import { useFormat } from '../../i18n/format.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import classes from './entries/sync-centre.module.css';

interface SyncOverviewProps {
  readonly register: Register;
  readonly status: SyncStatus;
  readonly now: Instant;
  readonly onSaveFile: (file: FileToSave) => Promise<'saved' | 'given up' | 'failed'>;
}

const CONNECTION_TONE = { online: 'ok', offline: 'neutral', signInNeeded: 'warn' } as const;

/** The connection, the last synchronisation, how much waits, and what can be done about it. */
export function SyncOverview({ register, status, now, onSaveFile }: SyncOverviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [outcome, setOutcome] = useState<'saved' | 'failed'>();
  const hint = useKeyHint();
  const unsent = status.waiting.length + status.refused.length;

  const exportUnsent = async () => {
    const content = await register.status.exportUnsent();
    const suggestedName = `${t('sync.exportFile')}-${dayOfInstant(now)}.json`;
    const result = await onSaveFile({ suggestedName, mediaType: 'application/json', content });
    setOutcome(result === 'given up' ? undefined : result);
  };

  return (
    <section className={classes['card']} aria-label={t('sync.connection')}>
      <div className={classes['overview']}>
        <dl className={classes['facts']}>
          <div>
            <dt>{t('sync.connection')}</dt>
            <dd>
              <Chip tone={CONNECTION_TONE[status.connection]}>{t(`sync.${status.connection}`)}</Chip>
            </dd>
          </div>
          <div>
            <dt>{t('sync.lastSync')}</dt>
            <dd>{status.lastSyncAt === undefined ? t('sync.never') : format.when(status.lastSyncAt, now)}</dd>
          </div>
          <div>
            <dt>{t('sync.unsent')}</dt>
            <dd>{unsent === 0 ? t('sync.none') : format.number(unsent)}</dd>
          </div>
        </dl>
        <div className={classes['actions']}>
          <Button
            leftSection={<IconRefresh size={17} />}
            // Waiting for the line is no reason to take the button away: it is when people want to try.
            loading={status.syncing && status.connection === 'online'}
            onClick={() => register.status.syncNow()}
            {...hint(KEYS.sync)}
          >
            {t('sync.now')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={17} />}
            disabled={unsent === 0}
            onClick={() => void exportUnsent().catch(() => setOutcome('failed'))}
          >
            {t('sync.export')}
          </Button>
        </div>
      </div>
      {outcome !== undefined && (
        <Notice tone={outcome === 'saved' ? 'ok' : 'danger'} urgent>
          {outcome === 'saved' ? t('sync.exported') : t('sync.exportFailed')}
        </Notice>
      )}
    </section>
  );
}
