import { ActionIcon, Button, Popover, VisuallyHidden } from '@mantine/core';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import { DayPicker } from './day-picker.tsx';
import classes from '../hours/today.module.css';

interface DayNavigatorProps {
  readonly register: Register;
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly onDay: (day: LocalDate) => void;
}

/** The day on the screen, with the days around it. Future days can be looked at, not written. */
export function DayNavigator({ register, day, today, onDay }: DayNavigatorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const button = useRef<HTMLButtonElement>(null);
  const [picking, setPicking] = useState(false);
  const hint = useKeyHint();
  return (
    // Walking from day to day keeps the focus: the class that opens beside it does not take it.
    <div className={classes['navigator']} data-keeps-focus="">
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('today.previousDay')}
        {...hint(KEYS.previousDay, t('today.previousDay'))}
        onClick={() => onDay(addDays(day, -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popover
        opened={picking}
        onChange={setPicking}
        position="bottom-start"
        withinPortal={false}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            ref={button}
            variant="default"
            className={classes['day'] ?? ''}
            size="compact-md"
            h={32}
            leftSection={<IconCalendar size={16} stroke={1.7} />}
            onClick={() => setPicking((open) => !open)}
          >
            <VisuallyHidden>{t('today.pickDay')}: </VisuallyHidden>
            {format.shortDay(day)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <DayPicker
            register={register}
            day={day}
            today={today}
            onDay={(chosen) => {
              // Before the class of that day opens, which takes the focus that nobody has.
              button.current?.focus();
              setPicking(false);
              onDay(chosen);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('today.nextDay')}
        {...hint(KEYS.nextDay, t('today.nextDay'))}
        onClick={() => onDay(addDays(day, 1))}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      {day !== today && (
        <Button
          className={classes['toToday'] ?? ''}
          variant="subtle"
          size="compact-sm"
          {...hint(KEYS.now)}
          onClick={() => onDay(today)}
        >
          {t(register.pastYear === undefined ? 'today.goToday' : 'today.lastDay')}
        </Button>
      )}
    </div>
  );
}
