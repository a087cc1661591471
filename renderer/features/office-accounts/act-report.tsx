import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActReport } from '../../../domain/protocol/office-accounts.ts';
import { useFormat } from '../../i18n/format.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './office-accounts.module.css';

interface ActReportViewProps {
  readonly report: ActReport;
  readonly onClose: () => void;
}

/** What an act did, and for whom it could do nothing and why. */
export function ActReportView({ report, onClose }: ActReportViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { done, skipped } = report;
  return (
    <Stack gap="sm">
      <Notice tone="ok" urgent>
        {t('accounts.act.done', { count: done, number: format.number(done) })}
      </Notice>
      {skipped.length > 0 && (
        <div>
          <strong>
            {t('accounts.act.skipped', { count: skipped.length, number: format.number(skipped.length) })}
          </strong>
          <ul className={classes['reasons']}>
            {skipped.map(({ username, reason }) => (
              <li key={username}>
                {username}: {t(`accounts.act.skip.${reason}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
