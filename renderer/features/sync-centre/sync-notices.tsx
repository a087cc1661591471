import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../data/status/sync-status.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import type { Words } from '../../kinds/words.ts';
import { ParkedList } from './entries/parked-list.tsx';
import { RestoredNotice } from './restored-notice.tsx';

interface SyncNoticesProps {
  readonly status: SyncStatus;
  readonly words: Words;
  readonly onSignInAgain: () => void;
}

/** What stands in the way of synchronising, each with what to do. */
export function SyncNotices({ status, words, onSignInAgain }: SyncNoticesProps) {
  const { t } = useTranslation();
  const parked = status.parked.length + status.parkedUnnamed;
  return (
    <>
      {status.restored && <RestoredNotice restored={status.restored} />}
      {status.connection === 'signInNeeded' && (
        <Notice
          tone="warn"
          title={t('sync.notice.signInNeeded')}
          action={
            <Button size="xs" onClick={onSignInAgain}>
              {t('shell.state.signInAgain')}
            </Button>
          }
        >
          {t('sync.notice.signInNeededText')}
        </Notice>
      )}
      {status.updateRequired && (
        <Notice tone="warn" title={t('sync.notice.updateRequired')}>
          {t('sync.notice.updateRequiredText')}
        </Notice>
      )}
      {status.diskFull && (
        <Notice tone="danger" title={t('sync.notice.diskFull')}>
          {t('sync.notice.diskFullText')}
        </Notice>
      )}
      {parked > 0 && (
        <Notice tone="info" title={t('sync.notice.parked', { count: parked })}>
          {t('sync.notice.parkedText')}
          <ParkedList parked={status.parked} unnamed={status.parkedUnnamed} words={words} />
        </Notice>
      )}
    </>
  );
}
