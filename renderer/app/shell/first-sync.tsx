import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { BellMark } from '../../ui/marks/bell-mark.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { syncStatus } from '../../views/sync-status.ts';
import classes from './shell.module.css';

/** Shown while the school's data come to this computer for the first time. */
export function FirstSync({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const format = useFormat();
  usePageTitle(t('shell.firstSync.title'));
  const status = useViewValue(syncStatus, register);
  const received = status?.initial?.received ?? 0;
  return (
    <section className={classes['first']} aria-busy="true">
      <span style={{ color: 'var(--cp-brand)' }}>
        <BellMark size={48} />
      </span>
      <h1>{t('shell.firstSync.title')}</h1>
      <p>{t('shell.firstSync.text')}</p>
      <Progress value={100} animated w={280} size="sm" aria-label={t('shell.firstSync.title')} />
      <p role="status">
        {status && status.connection !== 'online'
          ? t('shell.firstSync.offline')
          : t('shell.firstSync.received', { count: received, number: format.number(received) })}
      </p>
    </section>
  );
}
