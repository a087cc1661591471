import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import type { LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { useFormat } from '../../i18n/format.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { HiddenOnProjector } from '../../hosts/projector.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ROLLS_PATH, rollsPath } from '../../ui/routes.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { type SchoolDay, schoolDay } from '../../views/school-day.ts';
import { ClassTable } from './class-table.tsx';
import { SchoolCard } from './school-card.tsx';
import classes from './school-day.module.css';
import { unsignedHours } from './unsigned-hours.ts';

interface SchoolDayPageProps {
  readonly register: Register;
  /** The day in the address; today without one. */
  readonly day?: LocalDate;
  readonly api: Api;
}

/** The page of those who do not teach: for office and principal the day of every class, for all the school's own facts. */
export function SchoolDayPage({ register, day: asked, api }: SchoolDayPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = schoolDayAndTime(useClock(register));
  const day = asked ?? now.day;
  const wholeSchool = can(register.identity, 'runSchool');
  const isToday = day === now.day && register.pastYear === undefined;
  const shown = useViewValue(schoolDay, register, day);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1>{t(isToday ? 'schoolDay.title' : 'schoolDay.name')}</h1>
        <p className={classes['lead']}>
          <span className={classes['day']}>{format.fullDay(day)}</span> ·{' '}
          {wholeSchool ? t('schoolDay.lead') : t('schoolDay.ata')}
        </p>
        {wholeSchool && shown && !shown.noLesson && register.pastYear === undefined && (
          <Button
            component={Link}
            className={classes['rolls'] ?? ''}
            href={isToday ? ROLLS_PATH : rollsPath(day)}
            variant="default"
            size="xs"
            leftSection={<IconListCheck size={16} stroke={1.7} />}
          >
            {t('schoolDay.rolls')}
          </Button>
        )}
      </header>
      {wholeSchool && shown && (
        <HiddenOnProjector>
          <Classes schoolDay={shown} time={timeOn(day, now)} />
        </HiddenOnProjector>
      )}
      <SchoolCard register={register} api={can(register.identity, 'setRules') ? api : undefined} />
    </div>
  );
}

/** The time until which a day has gone by: all of a past day, nothing of a future one. */
function timeOn(day: LocalDate, now: { readonly day: LocalDate; readonly time: LocalTime }): string {
  if (day === now.day) return now.time;
  return day < now.day ? '24:00' : '00:00';
}

function Classes({ schoolDay, time }: { readonly schoolDay: SchoolDay; readonly time: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = useMemo(() => schoolDay.classes.filter(({ hours }) => hours.length > 0), [schoolDay]);
  if (schoolDay.noLesson || shown.length === 0) return <NoClasses schoolDay={schoolDay} />;
  const calledClasses = shown.filter(({ hours }) => hours.some((hour) => hour.rollCallTaken));
  const called = calledClasses.length;
  const unsigned = shown.flatMap((each) => unsignedHours(each, time));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const facts = [
    {
      label: t('schoolDay.totalRoll'),
      value: t('schoolDay.signedOf', {
        signed: format.number(called),
        total: format.number(shown.length),
      }),
    },
    { label: t('schoolDay.totalUnsigned'), value: format.number(unsigned.length) },
    {
      label: t('schoolDay.totalAbsent'),
      // Of classes whose roll nobody has called, nobody knows who is absent.
      value:
        called === 0
          ? t('common.unknown')
          : t('schoolDay.absentOf', {
              absent: format.number(sum(calledClasses.map(({ absent }) => absent))),
              enrolled: format.number(sum(calledClasses.map(({ enrolled }) => enrolled))),
            }),
    },
  ];
  return (
    <>
      <dl className={classes['totals']} aria-label={t('schoolDay.totals')}>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ClassTable shown={shown} time={time} />
    </>
  );
}

/** Why no class is shown: the day has no lessons, the timetable leaves it free, or the school has not given its timetable yet. */
function NoClasses({ schoolDay: { noLesson, missing } }: { readonly schoolDay: SchoolDay }) {
  const { t } = useTranslation();
  if (!noLesson && missing)
    return (
      <Notice tone="info" title={t(`today.missing.${missing}`)}>
        {t(`schoolDay.missing.${missing}`)}
      </Notice>
    );
  return <p className={classes['card']}>{noLesson ? noLessonText(noLesson, t) : t('schoolDay.none')}</p>;
}
