import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayPath } from '../../../ui/routes.ts';
import { LeftHour } from './left-hour.tsx';
import classes from './narrow-way.module.css';
import type { ShownHour } from './use-shown-hour.ts';

/** In a narrow window, where the class stands alone: the way back to the list, and what the list would offer. */
export function NarrowWay({ shown: { day, now, left } }: { readonly shown: ShownHour }) {
  const { t } = useTranslation();
  return (
    <div className={classes['way']}>
      <Link href={dayPath(day === now.day ? undefined : day)} className={classes['backToList'] ?? ''}>
        <IconArrowLeft size={16} /> {t('today.backToList')}
      </Link>
      {left && <LeftHour left={left} now={now} />}
    </div>
  );
}
