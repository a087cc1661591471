import type { TFunction } from 'i18next';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { Format } from '../../i18n/format.ts';

/** On which days somebody is out of class, in words. */
export function daysText(
  { day, lastDay }: Pick<PresenceElsewhere, 'day' | 'lastDay'>,
  t: TFunction,
  format: Format,
): string {
  if (lastDay === undefined) return format.shortDay(day);
  return t('outOfClass.days', { from: format.shortDay(day), to: format.shortDay(lastDay) });
}
