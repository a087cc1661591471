import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconLock, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { className } from '../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { ClassHour } from './view/class-hour.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { useFormat } from '../../i18n/format.ts';
import { useDeclareActions, type Action } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { useKeyHint } from '../../ui/actions/use-key-text.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { hourPath } from '../../ui/routes.ts';
import { wantRoll } from '../../ui/focus/wanted-focus.ts';
import { sayWhyNot } from '../../ui/notice/why-not.ts';
import type { whyNoPrint } from './print/print-moment.ts';
import classes from './class-hour.module.css';

interface ClassHourHeaderProps {
  readonly hour: ClassHour;
  readonly place: HourPlace;
  /** How the page is shown, beside printing. */
  readonly tools?: ReactNode;
  /** Why there is nothing to print, where there is not. */
  readonly noPrint: ReturnType<typeof whyNoPrint>;
  readonly onPrint: () => void;
}

/** Which class, which hour; one step to the class's hour before or after. */
export function ClassHourHeader({ hour, place, tools, noPrint, onPrint }: ClassHourHeaderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bell, schoolClass, subject, planned, hours } = hour;
  const name = className(schoolClass);
  const position = hours.findIndex((each) => each.hour === place.hour);
  const previous = hours.findLast((each) => each.hour < place.hour);
  const next = position < 0 ? hours.find((each) => each.hour > place.hour) : hours[position + 1];
  const [, navigate] = useLocation();
  const whyNot = noPrint && t(`classHour.reason.print.${noPrint}`);
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
      navigate(hourPath(place.day, place.schoolClass, to.hour));
      wantRoll();
    },
  });
  const print: Action = {
    id: 'print',
    label: t('classHour.print'),
    keywords: t('classHour.wordsForPrint'),
    ...(whyNot === undefined ? {} : { isReason: true }),
    run: () => (whyNot === undefined ? onPrint() : sayWhyNot(whyNot)),
  };
  useDeclareActions([
    step(
      'previous-hour',
      t('classHour.previousHour'),
      KEYS.previousHour,
      previous,
      t('classHour.reason.noHourBefore'),
    ),
    step('next-hour', t('classHour.nextHour'), KEYS.nextHour, next, t('classHour.reason.noHourAfter')),
    ...(hour.pupils.length > 0 ? [print] : []),
  ]);
  const times = t('common.hourRange', { start: format.clock(bell.start), end: format.clock(bell.end) });
  // The day comes first and is always in sight, the course last: where the line is short, it is what can be spared.
  const details = [
    format.shortDay(place.day),
    format.hour(bell.hour),
    times,
    planned?.room,
    schoolClass.course,
  ].filter((detail) => detail !== undefined && detail !== '');
  return (
    <header className={classes['header']}>
      <h1 className={classes['class']}>
        <span className={classes['classWord']}>{t('classHour.classTitle', { name })}</span>
      </h1>
      <div className={classes['facts']}>
        <span className={classes['subject']}>
          {subject?.name ?? t('classHour.freeHour')}
          {!planned && <Chip tone="now">{t('classHour.substitution')}</Chip>}
          {hour.closed !== undefined && (
            <Chip tone="info" icon={<IconLock />}>
              {t('classHour.closedTitle')}
            </Chip>
          )}
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
            to={previous && hourPath(place.day, place.schoolClass, previous.hour)}
          >
            <IconChevronLeft size={18} />
          </Step>
          {hours.map((each) => (
            <Link
              key={each.hour}
              href={hourPath(place.day, place.schoolClass, each.hour)}
              className={classes['hour'] ?? ''}
              aria-current={each.hour === place.hour ? 'page' : undefined}
              title={`${format.hour(each.hour)} · ${format.clock(each.start)}–${format.clock(each.end)}`}
            >
              <span aria-hidden="true">{each.hour}</span>
              <VisuallyHidden>{format.hour(each.hour)}</VisuallyHidden>
            </Link>
          ))}
          <Step
            label={t('classHour.nextHour')}
            keys={KEYS.nextHour}
            to={next && hourPath(place.day, place.schoolClass, next.hour)}
          >
            <IconChevronRight size={18} />
          </Step>
        </nav>
      )}
      {tools}
      <Button
        className={classes['print'] ?? ''}
        title={whyNot ?? t('classHour.print')}
        variant="default"
        size="xs"
        leftSection={<IconPrinter size={16} stroke={1.7} />}
        onClick={onPrint}
        disabled={hour.pupils.length === 0 || whyNot !== undefined}
      >
        {t('classHour.print')}
      </Button>
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
