import { DateInput } from '@mantine/dates';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { dayOrText } from './parse-day.ts';

interface DayFieldProps {
  readonly name?: string;
  readonly label: string;
  /** A day as records write it, or the text that is no day (yet); empty where there is none. */
  readonly value: string;
  readonly today: LocalDate;
  readonly error?: string | undefined;
  readonly description?: string;
  readonly isClearable?: boolean;
  readonly hasFocus?: boolean;
  /** Told with every sign: a day as records write it, or what is typed as it is; nothing is made up of it, and nothing of it is forgotten. */
  readonly onChange: (dayOrText: string) => void;
  /** Told when it is picked, or typed and left or confirmed: a day that is being typed goes through others. */
  readonly onWritten?: (dayOrText: string) => void;
}

/** A day, typed as people write it (23/11/2026, 23.11.26, 23 11) or picked from a calendar. What is no day stays as it was typed, and is named. */
export function DayField(props: DayFieldProps) {
  const { name, label, value, today, error, description, isClearable = false, hasFocus } = props;
  const { onChange, onWritten } = props;
  const { t } = useTranslation();
  const [isLeft, setLeft] = useState(false);
  const day = parseLocalDate(value);
  const isNoDay = value !== '' && day === undefined;
  const typed = (event: FormEvent<HTMLInputElement>) => {
    setLeft(false);
    onChange(dayOrText(event.currentTarget.value, today));
  };
  return (
    <DateInput
      // The library keeps the name for an input that nobody sees: the focus goes by the other one.
      {...(name === undefined ? {} : { name, 'data-field': name })}
      {...(description === undefined ? {} : { description })}
      {...(hasFocus ? { 'data-autofocus': true } : {})}
      label={label}
      error={error ?? (isNoDay && isLeft ? t('dayField.noDay') : undefined)}
      value={day ?? null}
      valueFormat="DD/MM/YYYY"
      placeholder={t('dayField.placeholder')}
      // What is typed is read below: the library says nothing of a text that is no day, and would put back the day before it.
      dateParser={() => null}
      fixOnBlur={!isNoDay}
      highlightToday={false}
      clearable={isClearable}
      clearButtonProps={{ 'aria-label': t('dayField.clear', { label }) }}
      popoverProps={{ withinPortal: true }}
      ariaLabels={{ previousMonth: t('dayField.previousMonth'), nextMonth: t('dayField.nextMonth') }}
      onInput={typed}
      onBlur={() => {
        setLeft(true);
        onWritten?.(value);
      }}
      onKeyDown={({ key }) => key === 'Enter' && onWritten?.(value)}
      onChange={(picked) => {
        onChange(picked ?? '');
        onWritten?.(picked ?? '');
      }}
    />
  );
}
