import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import classes from './class-topics.module.css';
import type { DoneTopic } from './view.ts';

interface DoneTopicsProps {
  readonly done: readonly DoneTopic[];
}

const make = columnsOf<DoneTopic>();

/** What was done, the latest first, with who signed it. */
export function DoneTopics({ done }: DoneTopicsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(() => {
    return make.columns([
      make.accessor(({ day, hour }) => `${day}.${hour}`, {
        id: 'day',
        header: t('classTopics.day'),
        sortFn: 'text',
        meta: { isRowHeader: true, className: classes['dayColumn'] },
        cell: ({ row: { original } }) => `${format.shortDay(original.day)}, ${format.hour(original.hour)}`,
      }),
      make.accessor(({ topic }) => topic, {
        id: 'topic',
        header: t('classTopics.topic'),
        sortFn: 'text',
        meta: { className: classes['text'] },
      }),
      make.accessor(({ activity }) => activity, {
        id: 'activity',
        header: t('classTopics.activity'),
        sortFn: 'text',
        meta: { className: classes['text'] },
      }),
      make.accessor(({ teachers }) => teachers.join('; '), {
        id: 'teachers',
        header: t('classTopics.teachers'),
        sortFn: 'text',
        meta: { className: classes['text'] },
      }),
    ]);
  }, [t, format]);
  return (
    // The table is the landmark of this name.
    <div className={classes['card']}>
      <h3>{t('classTopics.done')}</h3>
      <Table
        label={t('classTopics.done')}
        className={classes['region']}
        rows={done}
        columns={columns}
        rowId={idOf}
        empty={t('classTopics.noneDone')}
      />
    </div>
  );
}

function idOf({ day, hour }: DoneTopic): string {
  return `${day}.${hour}`;
}
