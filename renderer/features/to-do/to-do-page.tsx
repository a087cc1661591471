import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { useView } from '../../ui/use-view.ts';
import { openToDo, type OpenToDo, type ToDoList } from '../../views/to-do.ts';
import classes from './to-do.module.css';

interface ToDoPageProps {
  readonly register: Register;
  readonly lists: readonly ToDoList[];
}

/** Everything that waits, list by list; each line leads to where it is done. */
export function ToDoPage({ register, lists }: ToDoPageProps) {
  const { t } = useTranslation();
  const live = useView(openToDo, register, lists);
  if (!live.ready) return <div aria-busy="true" aria-label={t('toDo.name')} />;
  if (live.value.length === 0)
    return (
      <EmptyState icon={<IconCircleCheck size={28} stroke={1.5} />} title={t('toDo.nothing')} wholePage>
        {t('toDo.nothingText')}
      </EmptyState>
    );
  return (
    <div className={classes['page']}>
      <h1>{t('toDo.name')}</h1>
      {live.value.map((list) => (
        <List key={list.id} list={list} />
      ))}
    </div>
  );
}

function List({ list: { id, title, items, count } }: { readonly list: OpenToDo }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes['list']} aria-labelledby={`to-do-${id}`}>
      <h2 id={`to-do-${id}`}>
        {title(t)} <span className={classes['count']}>{format.number(count)}</span>
      </h2>
      <ul>
        {items.map((item) => {
          const { label, detail } = item.told(t, format);
          return (
            <li key={item.id}>
              <Link href={item.to} className={classes['item'] ?? ''}>
                <span className={classes['label']}>{label}</span>
                {detail !== undefined && <span className={classes['detail']}>{detail}</span>}
                <IconChevronRight size={16} aria-hidden="true" />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
