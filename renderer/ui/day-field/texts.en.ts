import type { Texts } from '../../i18n/texts.ts';
import type { dayField as source } from './texts.it.ts';

/** The field for a day. */
export const dayField = {
  placeholder: 'dd/mm/yyyy',
  noDay: 'This is no date: type day, month and year.',
  clear: 'Clear “{{label}}”',
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
} as const satisfies Texts<typeof source>;
