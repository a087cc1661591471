import { VisuallyHidden } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Register } from '../../../data/register.ts';
import { ToDoLists } from '../../../hosts/to-do-lists.tsx';
import { joinedName } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { hourPath } from '../../../ui/routes.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { classesOf, type TeacherHour } from '../../../views/hours/teacher-day.ts';
import { openToDo, type ToDoList } from '../../../views/to-do.ts';
import classes from './home-panel.module.css';

interface HomePanelProps {
  readonly register: Register;
  readonly toDo: readonly ToDoList[];
  /** The next hour of today; none once all of them are over. */
  readonly next: TeacherHour | undefined;
}

/** The day outside one’s lessons: when the next one begins, and what waits; no class that has not begun. */
export function HomePanel({ register, toDo, next }: HomePanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isPast = register.pastYear !== undefined;
  const open = useViewValue(openToDo, register, toDo);
  return (
    <div className={classes['home']}>
      <h1>
        {next
          ? t('today.home.before', { time: format.clock(next.planned.start) })
          : t(isPast ? 'today.home.past' : 'today.home.after')}
      </h1>
      {next && <Next hour={next} />}
      <div aria-busy={!open || undefined}>
        {open?.length === 0 && (
          <p className={classes['nothing']}>{t(isPast ? 'today.home.pastText' : 'today.home.nothing')}</p>
        )}
        {open && <ToDoLists lists={open} />}
      </div>
    </div>
  );
}

function Next({ hour }: { readonly hour: TeacherHour }) {
  const { planned, subject } = hour;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Link href={hourPath(planned.day, planned.class, planned.hour)} className={classes['next'] ?? ''}>
      <VisuallyHidden>{t('today.home.next')}</VisuallyHidden>
      <strong>{joinedName(classesOf(hour))}</strong>
      <span className={classes['what']}>{subject?.name ?? t('today.standIn')}</span>
      <span className={classes['when']}>
        {format.hour(planned.hour)} · {format.clock(planned.start)}–{format.clock(planned.end)}
      </span>
      <IconChevronRight size={16} aria-hidden="true" />
    </Link>
  );
}
