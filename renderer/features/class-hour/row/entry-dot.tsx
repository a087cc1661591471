import { useTranslation } from 'react-i18next';
import type { EntryTimes } from '../view/class-hour.ts';
import { useFormat } from '../../../i18n/format.ts';
import classes from './roll-row.module.css';

/** A small dot on what has not reached the school yet, with the time it was recorded. */
export function EntryDot({ times }: { readonly times: EntryTimes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const recorded = t('common.recordedAt', {
    when: t('common.atTime', { time: format.time(times.recordedAt) }),
  });
  const text = `${recorded} · ${t('common.notReceived')}`;
  return <span className={classes['dot']} title={text} role="img" aria-label={text} />;
}
