import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { EmptyState } from '../../../ui/notice/empty-state.tsx';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';

interface OfficeFailureProps {
  readonly failure: ApiFailure;
  /** Whether there is something older to look at meanwhile. */
  readonly hasData: boolean;
  readonly onRetry: () => void;
}

/** Why the office's page shows nothing, or nothing new, and what to do. */
export function OfficeFailure({ failure, hasData, onRetry }: OfficeFailureProps) {
  const { t } = useTranslation();
  if (hasData || failure.kind !== 'serverUnreachable')
    return (
      <FailureNotice
        attempt={{ failure, waitSeconds: failure.waitSeconds ?? 0 }}
        action={
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={<IconCloudOff size={26} stroke={1.5} />}
      title={t('accounts.offline.title')}
      action={<Button onClick={onRetry}>{t('common.retry')}</Button>}
    >
      {t('accounts.offline.text')}
    </EmptyState>
  );
}
