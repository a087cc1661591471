import { DatePicker } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { parseLocalDate, weekdayOf } from '../../../../domain/base/local-date.ts';
import { noLessonReason } from '../../../../domain/school/calendar.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useView, useViewValue } from '../../../ui/use-view.ts';
import { teacherDay } from '../../../views/hours/teacher-day.ts';
import { schoolYear } from '../../../views/school.ts';
import classes from './day-picker.module.css';
import { noLessonText } from '../../../i18n/no-lesson-text.ts';

interface DayPickerProps {
  readonly register: Register;
  readonly day: LocalDate;
  readonly today: LocalDate;
  readonly onDay: (day: LocalDate) => void;
}

/** The calendar of the school: its own today, the days without lessons struck out, a dot where hours wait for a signature. */
export function DayPicker({ register, day, today, onDay }: DayPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const year = useViewValue(schoolYear, register);
  const liveDay = useView(teacherDay, register, today);
  const unsigned = new Set<string>(
    liveDay.ready ? liveDay.value.unsigned.map(({ planned }) => planned.day) : [],
  );
  const propsOf = (text: string) => {
    const date = parseLocalDate(text);
    if (date === undefined) return {};
    const reason = year && noLessonReason(year, date);
    const name = format.fullDay(date);
    const said = reason
      ? t('today.dayWithReason', { day: name, reason: noLessonText(reason, t) })
      : unsigned.has(date)
        ? t('today.unsignedDay', { day: name })
        : name;
    return {
      className: classes['day'] ?? '',
      'aria-label': said,
      title: said,
      ...(date === today ? { 'data-school-today': true, 'aria-current': 'date' as const } : {}),
      ...(reason ? { 'data-no-lesson': true } : {}),
      ...(unsigned.has(date) ? { 'data-unsigned': true } : {}),
      ...(weekdayOf(date) > 5 ? { 'data-end-of-week': true } : {}),
    };
  };
  return (
    <DatePicker
      value={day}
      defaultDate={day}
      // "Today" is the school's, whatever the clock of this computer says.
      highlightToday={false}
      weekendDays={[]}
      getDayProps={propsOf}
      ariaLabels={{ previousMonth: t('today.previousMonth'), nextMonth: t('today.nextMonth') }}
      onChange={(picked) => {
        const chosen = picked === null ? undefined : parseLocalDate(picked);
        if (chosen !== undefined) onDay(chosen);
      }}
    />
  );
}
