import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { ToDoLists } from '../../hosts/to-do-lists.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { useView } from '../../ui/use-view.ts';
import { openToDo, type ToDoList } from '../../views/to-do.ts';
import classes from './to-do.module.css';

interface ToDoPageProps {
  readonly register: Register;
  readonly lists: readonly ToDoList[];
}

/** Everything that waits, and what is looked at for it. */
export function ToDoPage({ register, lists }: ToDoPageProps) {
  const { t } = useTranslation();
  const live = useView(openToDo, register, lists);
  const notes = lists.flatMap(({ note }) => note?.(t) ?? []).join(' ');
  if (!live.ready) return <div aria-busy="true" aria-label={t('toDo.name')} />;
  if (live.value.length === 0)
    return (
      <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} />} title={t('toDo.nothing')} wholePage>
        {[t('toDo.nothingText'), notes].join(' ').trim()}
      </EmptyState>
    );
  return (
    <div className={classes['page']}>
      <h1>{t('toDo.name')}</h1>
      <ToDoLists lists={live.value} />
      {notes !== '' && <p className={classes['note']}>{notes}</p>}
    </div>
  );
}
