import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { NoticeStrip } from '../notices/notice-strip.tsx';
import classes from '../notices/shell-notices.module.css';
import type { YearChoice } from './use-past-year.ts';

/** Above every page of a school year that is over: which one it is, that nothing is written in it, and the way back. */
export function PastYearBanner({ choice: { chosen, leave } }: { readonly choice: YearChoice }) {
  const { t } = useTranslation();
  if (chosen?.kind !== 'open') return null;
  const text = t('shell.pastYear.banner', { name: schoolYearName(chosen.startYear) });
  return (
    <section className={classes['notices']} aria-label={t('shell.pastYear.label')}>
      <NoticeStrip tone="info" text={text} icon={<IconHistory size={16} stroke={1.8} />}>
        <button type="button" className={classes['action']} onClick={leave}>
          {t('shell.pastYear.leave')}
        </button>
      </NoticeStrip>
    </section>
  );
}
