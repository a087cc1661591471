import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../i18n/format.ts';
import type { OpenToDo } from '../views/to-do.ts';
import classes from './to-do-lists.module.css';

/** What waits, list by list; each line leads to where it is done. */
export function ToDoLists({ lists }: { readonly lists: readonly OpenToDo[] }) {
  return lists.map((list) => <List key={list.id} list={list} />);
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
