import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { parseDay } from './parse-day.ts';

interface DayFieldProps {
  readonly name?: string;
  readonly label: string;
  /** A day as records write it; empty where none is chosen. */
  readonly value: string;
  readonly today: LocalDate;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly isClearable?: boolean;
  readonly hasFocus?: boolean;
  readonly onChange: (day: string) => void;
}

/** A day, typed as people write it (23/11/2026, 23.11.26, 23 11) or picked from a calendar. */
export function DayField(props: DayFieldProps) {
  const { name, label, value, today, error, description, isClearable = false, hasFocus, onChange } = props;
  const { t } = useTranslation();
  return (
    <DateInput
      {...(name === undefined ? {} : { name })}
      {...(description === undefined ? {} : { description })}
      {...(hasFocus ? { 'data-autofocus': true } : {})}
      label={label}
      error={error}
      value={value === '' ? null : value}
      valueFormat="DD/MM/YYYY"
      placeholder={t('dayField.placeholder')}
      dateParser={(typed) => parseDay(typed, today) ?? null}
      highlightToday={false}
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': t('dayField.clear', { label }) }}
      popoverProps={{ withinPortal: true }}
      ariaLabels={{ previousMonth: t('dayField.previousMonth'), nextMonth: t('dayField.nextMonth') }}
      onChange={(day) => onChange(day ?? '')}
    />
  );
}
