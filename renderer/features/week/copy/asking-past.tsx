import { Button, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice/notice.tsx';
import classes from './copy.module.css';
import type { ToldWeek } from './use-past-week.ts';

/** That a week of last year is on its way from the school, or why it does not come. */
export function AskingPast({ told: { failure, again } }: { readonly told: ToldWeek }) {
  const { t } = useTranslation();
  if (!failure)
    return (
      <div role="status" className={classes['said']}>
        <Loader size="xs" /> {t('week.copy.asking')}
      </div>
    );
  return (
    <Notice
      tone="warn"
      urgent
      action={
        <Button size="compact-sm" variant="default" onClick={again}>
          {t('week.copy.again')}
        </Button>
      }
    >
      {t(failure.kind === 'serverUnreachable' ? 'week.copy.offline' : 'week.copy.notTold')}
    </Notice>
  );
}
