import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { dayPath } from '../../../ui/routes.ts';
import { LeftHour } from './left-hour.tsx';
import classes from './narrow-way.module.css';
import type { ShownHour } from './use-shown-hour.ts';

interface NarrowWayProps {
  readonly shown: ShownHour;
  /** The list is folded: the class stands alone in a wide window too. */
  readonly isFolded: boolean;
}

/** In a narrow window, where the class stands alone: the way back to the list, and what the list would offer. */
export function NarrowWay({ shown: { day, now, left }, isFolded }: NarrowWayProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['way']} data-folded={(isFolded && left !== undefined) || undefined}>
      <Link href={dayPath(day === now.day ? undefined : day)} className={classes['backToList'] ?? ''}>
        <IconArrowLeft size={16} /> {t('today.backToList')}
      </Link>
      {left && <LeftHour left={left} now={now} />}
    </div>
  );
}
