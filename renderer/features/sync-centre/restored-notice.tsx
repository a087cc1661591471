import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../data/status/sync-status.ts';
import { Notice } from '../../ui/notice/notice.tsx';

/** Says that the school's store was put back from an older copy: that it is being looked at, then what came of it. */
export function RestoredNotice({ restored }: { readonly restored: NonNullable<SyncStatus['restored']> }) {
  const { t } = useTranslation();
  const { state, sentAgain, ofColleagues } = restored;
  if (state === 'looking')
    return (
      <Notice tone="warn" title={t('sync.notice.looking')}>
        {t('sync.notice.lookingText')}
      </Notice>
    );
  return (
    <Notice tone={ofColleagues > 0 ? 'warn' : 'info'} title={t('sync.notice.looked')}>
      {sentAgain > 0 ? t('sync.notice.sentAgain', { count: sentAgain }) : t('sync.notice.nothingLost')}{' '}
      {ofColleagues > 0 && t('sync.notice.ofColleagues', { count: ofColleagues })}
    </Notice>
  );
}
