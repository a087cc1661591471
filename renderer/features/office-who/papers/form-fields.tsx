import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { WEEKDAYS } from './weekdays.ts';
import { DayField } from '../../../ui/day-field/day-field.tsx';
import type { Field } from './paper-section.ts';

interface FormFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly hasFocus: boolean;
  readonly today: LocalDate;
  readonly onChange: (value: string) => void;
}

/** Nobody has lessons on Sundays. */
const SCHOOL_WEEK = WEEKDAYS.slice(0, 6).map((name, index) => ({ name, value: String(index + 1) }));

/** One field of a form, drawn by what it holds. */
export function FormField({ field, value, error, hasFocus, today, onChange }: FormFieldProps) {
  const { t } = useTranslation();
  const {
    name,
    label,
    kind,
    options = [],
    isOptional = false,
    description,
    least = 1,
    most = 2000,
    step = 1,
  } = field;
  const common = {
    name,
    label: isOptional ? t('who.form.optional', { label }) : label,
    error,
    ...(description === undefined ? {} : { description }),
    ...(hasFocus ? { 'data-autofocus': true } : {}),
  };
  if (kind === 'choice')
    return (
      <Select
        {...common}
        searchable={options.length > 8}
        // Whoever goes through the form by keyboard sees the next field, not a list over it.
        openOnFocus={false}
        data={options}
        value={value === '' ? null : value}
        clearable={isOptional}
        clearButtonProps={{ 'aria-label': t('who.form.clear', { label }) }}
        nothingFoundMessage={t('who.form.nothingFound')}
        onChange={(chosen) => onChange(chosen ?? '')}
      />
    );
  if (kind === 'weekdays') {
    const chosen = value.split(' ').filter((each) => each !== '');
    return (
      <Checkbox.Group
        label={label}
        error={error}
        value={chosen}
        onChange={(days) =>
          onChange(SCHOOL_WEEK.flatMap(({ value: day }) => (days.includes(day) ? day : [])).join(' '))
        }
      >
        <Group gap="xs" mt={6}>
          {SCHOOL_WEEK.map((each) => (
            <Checkbox key={each.name} value={each.value} label={t(`who.weekday.${each.name}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    );
  }
  if (kind === 'day')
    return (
      <DayField
        {...common}
        value={value}
        today={today}
        isClearable={isOptional}
        hasFocus={hasFocus}
        onChange={onChange}
      />
    );
  return (
    <TextInput
      {...common}
      type={kind}
      {...(kind === 'number' ? { min: least, max: most, step } : {})}
      {...(kind === 'text' ? { maxLength: 120, spellCheck: false } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
