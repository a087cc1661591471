import { ActionIcon, Button, Popover, VisuallyHidden } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays, parseLocalDate } from '../../../domain/base/local-date.ts';
import { useFormat } from '../../i18n/format.ts';
import classes from './today.module.css';

interface DayNavigatorProps {
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly onDay: (day: LocalDate) => void;
}

/** The day on the screen, with the days around it. Future days can be looked at, not written. */
export function DayNavigator({ day, today, onDay }: DayNavigatorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [picking, setPicking] = useState(false);
  const pick = (picked: string | null) => {
    const chosen = picked === null ? undefined : parseLocalDate(picked);
    if (chosen !== undefined) onDay(chosen);
    setPicking(false);
  };
  return (
    <div className={classes['navigator']}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('today.previousDay')}
        onClick={() => onDay(addDays(day, -1))}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Popover opened={picking} onChange={setPicking} position="bottom-start" trapFocus>
        <Popover.Target>
          <Button
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
          <DatePicker
            value={day}
            defaultDate={day}
            onChange={pick}
            ariaLabels={{ previousMonth: t('today.previousMonth'), nextMonth: t('today.nextMonth') }}
            highlightToday
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={t('today.nextDay')}
        onClick={() => onDay(addDays(day, 1))}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      {day !== today && (
        <Button variant="subtle" size="compact-sm" onClick={() => onDay(today)}>
          {t('today.goToday')}
        </Button>
      )}
    </div>
  );
}
