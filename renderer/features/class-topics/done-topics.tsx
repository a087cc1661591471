import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { WHOLE_CLASS } from '../../../domain/school/hour-place.ts';
import { useFormat } from '../../i18n/format.ts';
import { partText } from '../../kinds/lesson/part-text.ts';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import classes from './class-topics.module.css';
import type { DoneTopic } from './view.ts';

interface DoneTopicsProps {
  readonly done: readonly DoneTopic[];
  /** Groups of the class have the subject by themselves: each line says whose lesson it was. */
  readonly withGroups: boolean;
}

const make = columnsOf<DoneTopic>();

/** What was done, the latest first, with who signed it. */
export function DoneTopics({ done, withGroups }: DoneTopicsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(() => {
    return make.columns([
      make.accessor(({ day, hour }) => `${day}.${hour}`, {
        id: 'day',
        header: t('classTopics.day'),
        sortFn: 'text',
        meta: { isRowHeader: true, className: classes['dayColumn'] },
        cell: ({ row: { original } }) =>
          [
            `${format.shortDay(original.day)}, ${format.hour(original.hour)}`,
            ...(original.joinedWith.length > 0
              ? [t('classTopics.joinedWith', { names: original.joinedWith.join(', ') })]
              : []),
          ].join(' · '),
      }),
      ...(withGroups
        ? [
            make.accessor(({ part }) => partText(part ?? { group: WHOLE_CLASS }, t), {
              id: 'group',
              header: t('classTopics.group'),
              sortFn: 'text',
              meta: { className: classes['text'] },
            }),
          ]
        : []),
      make.accessor(({ topic }) => topic, {
        id: 'topic',
        header: t('classTopics.topic'),
        sortFn: 'text',
        meta: { className: classes['topic'] },
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
        meta: { className: classes['names'] },
      }),
    ]);
  }, [t, format, withGroups]);
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

function idOf({ day, hour, part }: DoneTopic): string {
  return [day, hour, ...(part ? [part.group] : [])].join('.');
}
