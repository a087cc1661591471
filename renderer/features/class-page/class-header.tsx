import { ActionIcon, VisuallyHidden } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconEyeOff,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import type { Register } from '../../data/register.ts';
import type { ClassSection } from '../../hosts/page.ts';
import { useDayList } from '../../hosts/day-list.ts';
import { toggleProjector, useProjector } from '../../hosts/projector.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions, type Action } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { wantRoll } from '../../ui/focus/wanted/wanted-focus.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { sayWhyNot } from '../../ui/notice/why-not.ts';
import { ClassMenu } from './class-menu.tsx';
import classes from './class-page.module.css';
import type { ClassHead } from './view.ts';

interface ClassHeaderProps {
  readonly register: Register;
  readonly head: ClassHead;
  readonly place: HourPlace;
  readonly section: ClassSection;
  /** The section has a roll, which has the focus when another hour is asked for. */
  readonly takesRoll: boolean;
  /** Where the section draws what it says of the hour, and its tools. */
  readonly chips: (into: HTMLElement | null) => void;
  readonly tools: (into: HTMLElement | null) => void;
}

/** Which class, which hour; one step to the class's hour before or after. */
export function ClassHeader({ register, head, place, section, takesRoll, chips, tools }: ClassHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bell, schoolClass, subject, planned, hours } = head;
  const position = hours.findIndex((each) => each.hour === place.hour);
  const previous = hours.findLast((each) => each.hour < place.hour);
  const next = position < 0 ? hours.find((each) => each.hour > place.hour) : hours[position + 1];
  const [, navigate] = useLocation();
  // Which part of the class is looked at is a choice of this hour alone.
  const { group: _part, ...ofClass } = place;
  const pathOf = (hour: number) => section.pathOf({ ...ofClass, hour });
  const step = (
    id: string,
    label: string,
    keys: string,
    to: PlannedHour | undefined,
    whyNot: string,
  ): Action => ({
    id,
    label,
    keys,
    everywhere: true,
    ...(to ? {} : { isReason: true }),
    run: () => {
      if (!to) return sayWhyNot(whyNot);
      navigate(pathOf(to.hour));
      if (takesRoll) wantRoll();
    },
  });
  useDeclareActions([
    step(
      'previous-hour',
      t('classHour.previousHour'),
      KEYS.previousHour,
      previous,
      t('classHour.reason.noHourBefore'),
    ),
    step('next-hour', t('classHour.nextHour'), KEYS.nextHour, next, t('classHour.reason.noHourAfter')),
    {
      id: 'projector',
      label: t('shell.projector.name'),
      keywords: t('shell.projector.words'),
      keys: KEYS.projector,
      everywhere: true,
      run: toggleProjector,
    },
  ]);
  const hint = useKeyHint();
  const dayList = useDayList();
  const isProjecting = useProjector();
  const times =
    bell && t('common.hourRange', { start: format.clock(bell.start), end: format.clock(bell.end) });
  // The day comes first and is always in sight, the course last: where the line is short, it is what can be spared.
  const details = [
    format.shortDay(place.day),
    bell && format.hour(bell.hour),
    times,
    planned?.room,
    schoolClass.course,
  ].filter((detail) => detail !== undefined && detail !== '');
  return (
    <header className={classes['header']}>
      {dayList.toggle && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t('today.hours')}
          aria-expanded={dayList.isOpen}
          onClick={dayList.toggle}
          {...hint(KEYS.dayList, t(dayList.isOpen ? 'today.foldList' : 'today.openList'))}
        >
          {dayList.isOpen ? (
            <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} />
          ) : (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.6} />
          )}
        </ActionIcon>
      )}
      <h1 className={classes['class']}>
        <ClassMenu register={register} schoolClass={schoolClass} place={place} section={section} />
      </h1>
      <div className={classes['facts']}>
        <span className={classes['subject']}>
          {subject?.name ?? t('classHour.freeHour')}
          {head.standsIn && <Chip tone="now">{t('classHour.substitution')}</Chip>}
          <span ref={chips} className={classes['slot']} />
        </span>
        <span className={classes['when']} title={details.join(' · ')}>
          {details.map((detail, index) => (
            <span key={detail}>
              {index > 0 && ' · '}
              {detail}
            </span>
          ))}
        </span>
      </div>
      {hours.length > 0 && (
        <nav className={classes['hours']} aria-label={t('classHour.hoursOfClass')}>
          <Step
            label={t('classHour.previousHour')}
            keys={KEYS.previousHour}
            to={previous && pathOf(previous.hour)}
          >
            <IconChevronLeft size={18} />
          </Step>
          {hours.map((each) => (
            <Link
              key={each.hour}
              href={pathOf(each.hour)}
              className={classes['hour'] ?? ''}
              aria-current={each.hour === place.hour ? 'page' : undefined}
              title={`${format.hour(each.hour)} · ${format.clock(each.start)}–${format.clock(each.end)}`}
            >
              <span aria-hidden="true">{each.hour}</span>
              <VisuallyHidden>{format.hour(each.hour)}</VisuallyHidden>
            </Link>
          ))}
          <Step label={t('classHour.nextHour')} keys={KEYS.nextHour} to={next && pathOf(next.hour)}>
            <IconChevronRight size={18} />
          </Step>
        </nav>
      )}
      <div ref={tools} className={classes['slot']} />
      <ActionIcon
        variant={isProjecting ? 'filled' : 'default'}
        size={30}
        aria-label={t('shell.projector.name')}
        aria-pressed={isProjecting}
        onClick={toggleProjector}
        {...hint(KEYS.projector, t('shell.projector.name'))}
      >
        <IconEyeOff size={16} stroke={1.7} />
      </ActionIcon>
    </header>
  );
}
function Step(props: {
  readonly label: string;
  readonly keys: string;
  readonly to: string | undefined;
  readonly children: ReactNode;
}) {
  const { label, keys, to, children } = props;
  const hint = useKeyHint();
  if (to === undefined)
    return (
      <ActionIcon variant="transparent" size={28} disabled bg="transparent" aria-label={label}>
        {children}
      </ActionIcon>
    );
  return (
    <ActionIcon
      component={Link}
      href={to}
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      {...hint(keys, label)}
    >
      {children}
    </ActionIcon>
  );
}
