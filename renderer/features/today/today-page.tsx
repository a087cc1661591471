import { Button, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCalendarOff, IconDoorEnter } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Register } from '../../data/register.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { TeacherDay } from '../../views/hours/teacher-day.ts';
import type { ToDoList } from '../../views/to-do.ts';
import { useDayList } from '../../hosts/day-list.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyText } from '../../ui/actions/use-key-text.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { dayPosition, momentOf } from './hours/current-hour.ts';
import { HomePanel } from './home/home-panel.tsx';
import { DayNavigator } from './days/day-navigator.tsx';
import { HourCard } from './hours/hour-card.tsx';
import { LeftHour, leftSaid } from './hours/left-hour.tsx';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { NarrowWay } from './hours/narrow-way.tsx';
import { OpenClassDialog } from './hours/open-class-dialog.tsx';
import classes from './hours/today.module.css';
import { UnsignedList } from './hours/unsigned-list.tsx';
import { useHourActions } from './hours/use-hour-actions.ts';
import { isInRow } from './hours/opening.ts';
import { useShownHour } from './hours/use-shown-hour.ts';

interface TodayPageProps {
  readonly register: Register;
  /** The day in the address; today without one. */
  readonly day?: LocalDate;
  /** The hour in the address; without one the running hour opens by itself. */
  readonly place?: HourPlace;
  /** The address of another day. */
  readonly pathOfDay: (day: LocalDate, isToday: boolean) => string;
  /** The lists of what waits (Da fare). */
  readonly toDo: readonly ToDoList[];
  /** Draws the class hour in the middle, with the days where their list is folded. */
  readonly children: (place: HourPlace, days: ReactNode) => ReactNode;
}

/** The teacher's day on one screen: the hours on the left, the class in the middle. */
export function TodayPage(props: TodayPageProps) {
  const { register, toDo, day: askedDay, place: askedPlace, pathOfDay, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const keyText = useKeyText();
  const classPart = useRef<HTMLElement>(null);
  const asked = { day: askedDay, place: askedPlace };
  const shown = useShownHour(register, asked, classPart);
  const { now, day, teacherDay, place, left } = shown;
  const [opening, dialog] = useDisclosure(false);
  const time = day === now.day ? now.time : undefined;

  // What cannot be signed, on a holiday, on a day still to come or without any bells, is not offered.
  const hasBells = teacherDay?.missing === undefined || teacherDay.missing === 'timetable';
  const isPast = register.pastYear !== undefined;
  const canSign = !isPast && teacherDay?.noLesson === undefined && hasBells && day <= now.day;
  const hours = teacherDay?.hours ?? [];
  const position = dayPosition(hours, time);
  const keysOf = useHourActions(teacherDay?.hours);
  useDeclareActions(
    canSign
      ? [
          {
            id: 'substitution',
            label: t('today.substitution'),
            keywords: t('today.wordsForSubstitution'),
            run: dialog.open,
          },
        ]
      : [],
  );

  const dayList = useDayList();
  const isFolded = place !== undefined && !dayList.isOpen;
  useDeclareActions(
    place === undefined || !dayList.toggle
      ? []
      : [
          {
            id: 'day-list',
            label: t(isFolded ? 'today.openList' : 'today.foldList'),
            keywords: t('today.wordsForList'),
            keys: KEYS.dayList,
            everywhere: true,
            run: dayList.toggle,
          },
        ],
  );
  const days = (
    <DayNavigator
      register={register}
      day={day}
      today={now.day}
      onDay={(chosen) => navigate(pathOfDay(chosen, chosen === now.day))}
    />
  );

  return (
    <div
      className={classes['page']}
      data-detail={askedPlace ? '' : undefined}
      data-folded={isFolded ? '' : undefined}
      data-home={!place && hours.length > 0 ? '' : undefined}
    >
      <aside className={classes['list']} aria-label={t('today.hours')}>
        {!isFolded && days}
        {left && <LeftHour left={left} now={now} />}
        {teacherDay && (
          <>
            {hours.length > 0 && (
              <ul className={classes['hours']}>
                {hours.map((hour) => (
                  <HourCard
                    key={`${hour.planned.class}.${hour.planned.hour}.${hour.planned.group ?? ''}`}
                    hour={hour}
                    future={day > now.day}
                    isPast={isPast}
                    keys={keysOf.get(hour.planned)}
                    moment={momentOf(hour, position, time)}
                    selected={isInRow(hour, place)}
                  />
                ))}
              </ul>
            )}
            {hours.length === 0 && <p className={classes['noHours']}>{titleOf(teacherDay, t)}</p>}
            {canSign && (
              <Button
                variant="default"
                fullWidth
                leftSection={<IconDoorEnter size={17} stroke={1.7} />}
                onClick={dialog.open}
              >
                {t('today.substitution')}
              </Button>
            )}
            {!isPast && <UnsignedList unsigned={teacherDay.unsigned} />}
            <OpenClassDialog
              register={register}
              opened={opening && canSign}
              day={day}
              time={time}
              onClose={dialog.close}
            />
          </>
        )}
      </aside>
      <VisuallyHidden role="status" aria-live="polite">
        {left && leftSaid(left, now, t, format, keyText(KEYS.now))}
      </VisuallyHidden>
      <section ref={classPart} className={classes['detail']}>
        <NarrowWay shown={shown} isFolded={isFolded} />
        {place && children(place, isFolded ? days : undefined)}
        {!place && teacherDay && hours.length === 0 && (
          <NoHours teacherDay={teacherDay} future={day > now.day} />
        )}
        {!place && hours.length > 0 && <HomePanel register={register} toDo={toDo} next={position.next} />}
      </section>
    </div>
  );
}

function titleOf({ noLesson, missing }: TeacherDay, t: TFunction): string {
  if (noLesson) return t('today.noLesson');
  return missing ? t(`today.missing.${missing}`) : t('today.noHours');
}

function NoHours({ teacherDay, future }: { readonly teacherDay: TeacherDay; readonly future: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { noLesson, missing, day } = teacherDay;
  const title = titleOf(teacherDay, t);
  usePageTitle(`${title} · ${format.shortDay(day)}`, 'part');
  return (
    <EmptyState icon={<IconCalendarOff size={26} stroke={1.5} />} title={title} wholePage>
      {noLesson
        ? noLessonText(noLesson, t)
        : t(missing ? `today.missingText.${missing}` : future ? 'today.noHoursAhead' : 'today.noHoursText')}
    </EmptyState>
  );
}
