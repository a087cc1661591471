import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { schoolDayAndTime, timeToMinutes } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { useClock } from '../../../data/use-clock.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { dayPath } from '../../../ui/routes.ts';
import classes from './day-notice.module.css';

interface DayNoticeProps {
  readonly register: Register;
  readonly hour: ClassHour;
}

/** Says when the class on the screen is not the one of this moment: of a past day (A5), or of an hour still to come (A2). */
export function DayNotice({ register, hour }: DayNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = schoolDayAndTime(useClock(register));
  const { day, bell, closed, ahead } = hour;
  const [wasAhead, setWasAhead] = useState(false);
  const isAhead = closed === undefined && ahead !== undefined && day === now.day;
  if (isAhead && !wasAhead) setWasAhead(true);
  if (day < now.day) {
    const text = closed === undefined ? 'classHour.pastDay' : 'classHour.pastDayClosed';
    return (
      <div className={classes['always']}>
        <Notice
          tone="warn"
          action={
            <Button
              component={Link}
              href={dayPath()}
              size="compact-sm"
              variant="default"
              data-leads-to-today=""
            >
              {t(register.pastYear === undefined ? 'today.goToday' : 'today.lastDay')}
            </Button>
          }
        >
          {t(text, { day: format.longDay(day) })}
        </Notice>
      </div>
    );
  }
  // The line stays when the hour begins: without it the whole roll would move up under a click.
  if (!isAhead && wasAhead && closed === undefined)
    return <Notice tone="info">{t('classHour.begun', { time: format.clock(bell.start) })}</Notice>;
  if (!isAhead) return null;
  const minutes = Math.max(1, timeToMinutes(bell.start) - timeToMinutes(now.time));
  const begins = { time: format.clock(bell.start), in: lengthText(minutes) };
  return (
    <Notice tone="info">
      {t(hour.planned ? 'classHour.aheadMine' : 'classHour.aheadOther', begins)}{' '}
      {t(
        ahead !== 'block'
          ? 'classHour.aheadPrepare'
          : hour.signedByMe
            ? 'classHour.aheadBlockSigned'
            : 'classHour.aheadBlock',
      )}
    </Notice>
  );

  function lengthText(total: number): string {
    if (total < 60) return t('classHour.minutes', { count: total });
    const [hours, rest] = [Math.floor(total / 60), total % 60];
    const text = t('classHour.hoursLong', { count: hours });
    return rest === 0
      ? text
      : t('classHour.hoursAndMinutes', { hours: text, minutes: t('classHour.minutes', { count: rest }) });
  }
}
