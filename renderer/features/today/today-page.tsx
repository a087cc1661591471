import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconCalendarOff, IconDoorEnter } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import type { PlannedHour } from '../../../domain/rules/timetable-day.ts';
import type { HourPlace, Register, TeacherDay, TeacherHour } from '../../data/register.ts';
import { className } from '../../../domain/records/class.ts';
import { useClock } from '../../data/use-clock.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { hourKeys } from '../../ui/actions/keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dayPath, hourPath } from '../../ui/routes.ts';
import { useLive } from '../../ui/use-live.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { sayWhyNot } from '../../ui/why-not.ts';
import { dayPosition, hourToOpen } from './current-hour.ts';
import { DayNavigator } from './day-navigator.tsx';
import { HourCard } from './hour-card.tsx';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { OpenClassDialog } from './open-class-dialog.tsx';
import classes from './today.module.css';
import { UnsignedList } from './unsigned-list.tsx';

const EVERY_HOUR = [1, 2, 3, 4, 5, 6, 7, 8];

interface TodayPageProps {
  readonly register: Register;
  /** The day in the address; today without one. */
  readonly day?: LocalDate;
  /** The hour in the address; without one the running hour opens by itself. */
  readonly place?: HourPlace;
  /** Draws the class hour in the middle, which says when it opened by itself although the day is over. */
  readonly children: (place: HourPlace, isOver: boolean) => ReactNode;
}

/** The teacher's day on one screen: the hours on the left, the class in the middle. */
export function TodayPage({ register, day: askedDay, place: asked, children }: TodayPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const now = schoolDayAndTime(useClock(register));
  const day = askedDay ?? now.day;
  const teacherDay = useTeacherDay(register, day);
  const [opening, dialog] = useDisclosure(false);
  const time = day === now.day ? now.time : undefined;

  // What cannot be signed, on a holiday, on a day still to come or without any bells, is not offered.
  const hasBells = teacherDay?.missing === undefined || teacherDay.missing === 'timetable';
  const canSign = teacherDay?.noLesson === undefined && hasBells && day <= now.day;
  const hours = teacherDay?.hours ?? [];
  const position = dayPosition(hours, time);
  const byItself = hourToOpen(hours, time)?.planned;
  const place = asked ?? (byItself && { day, schoolClass: byItself.class, hour: byItself.hour });
  const isOver = !asked && byItself !== undefined && time !== undefined && byItself.end <= time;
  const keysOf = openingKeys(hours);
  useDeclareActions([
    ...(canSign
      ? [
          {
            id: 'substitution',
            label: t('today.substitution'),
            keywords: t('shell.command.words.substitution'),
            run: dialog.open,
          },
        ]
      : []),
    ...hours.flatMap(({ planned, schoolClass, subject }) => {
      const keys = keysOf.get(planned);
      if (keys === undefined) return [];
      return [
        {
          id: `my-hour-${planned.hour}`,
          label: t('today.openHour', {
            hour: format.hour(planned.hour),
            name: className(schoolClass),
            subject: subject.name,
          }),
          keys,
          everywhere: true,
          run: () => navigate(hourPath(planned.day, planned.class, planned.hour)),
        },
      ];
    }),
    ...unusedHourKeys(hours).map(([hour, keys]) => ({
      id: `no-hour-${hour}`,
      label: t('today.noHourThere', { hour: format.hour(hour) }),
      keys,
      everywhere: true,
      isReason: true as const,
      run: () => sayWhyNot(t('today.noHourThere', { hour: format.hour(hour) })),
    })),
  ]);

  return (
    <div className={classes['page']} data-detail={asked ? '' : undefined}>
      <aside className={classes['list']} aria-label={t('today.hours')}>
        <DayNavigator
          register={register}
          day={day}
          today={now.day}
          onDay={(chosen) => navigate(dayPath(chosen === now.day ? undefined : chosen))}
        />
        {teacherDay && (
          <>
            {hours.length > 0 && (
              <ul className={classes['hours']}>
                {hours.map((hour) => (
                  <HourCard
                    key={`${hour.planned.class}.${hour.planned.hour}`}
                    hour={hour}
                    future={day > now.day}
                    keys={keysOf.get(hour.planned)}
                    moment={hour === position.current ? 'now' : hour === position.next ? 'next' : undefined}
                    selected={place?.schoolClass === hour.planned.class && place.hour === hour.planned.hour}
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
            <UnsignedList unsigned={teacherDay.unsigned} />
            <OpenClassDialog
              register={register}
              opened={opening && canSign}
              day={day}
              time={time}
              classes={teacherDay.classes}
              onClose={dialog.close}
            />
          </>
        )}
      </aside>
      <section className={classes['detail']}>
        <Link href={dayPath(day === now.day ? undefined : day)} className={classes['backToList'] ?? ''}>
          <IconArrowLeft size={16} /> {t('today.backToList')}
        </Link>
        {place && children(place, isOver)}
        {!place && teacherDay && <NoHours teacherDay={teacherDay} future={day > now.day} />}
      </section>
    </div>
  );
}

/** The keys of each hour of the day. Two classes at one hour have one: the first of them, as they stand in the list. */
function openingKeys(hours: readonly TeacherHour[]): ReadonlyMap<PlannedHour, string> {
  const opens = new Map<string, PlannedHour>();
  for (const { planned } of hours) {
    const keys = hourKeys(planned.hour);
    if (keys !== undefined && !opens.has(keys)) opens.set(keys, planned);
  }
  return new Map([...opens].map(([keys, planned]) => [planned, keys]));
}

/** The keys of the hours that are not mine on this day: they say so. */
function unusedHourKeys(hours: readonly TeacherHour[]): readonly (readonly [hour: number, keys: string])[] {
  const mine = new Set(hours.map(({ planned }) => planned.hour));
  return EVERY_HOUR.flatMap((hour) => {
    const keys = mine.has(hour) ? undefined : hourKeys(hour);
    return keys === undefined ? [] : [[hour, keys] as const];
  });
}

function useTeacherDay(register: Register, day: LocalDate): TeacherDay | undefined {
  const live = useLive(useMemo(() => register.teacherDay(day), [register, day]));
  return live.ready ? live.value : undefined;
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
