import type { TFunction } from 'i18next';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { Format } from '../../i18n/format.ts';

/** Which part of the day somebody is out of class, in words. */
export function partText(
  { fromHour, start, end }: PresenceElsewhere['during'],
  t: TFunction,
  format: Format,
): string {
  if (fromHour !== undefined) return t('presenceElsewhere.fromHour', { hour: format.hour(fromHour) });
  if (start === undefined || end === undefined) return t('presenceElsewhere.wholeDay');
  return t('presenceElsewhere.interval', { start: format.clock(start), end: format.clock(end) });
}

/** Type, part of the day and place, in words. */
export function elsewhereText(
  { elsewhereType, during, whereabouts }: Pick<PresenceElsewhere, 'elsewhereType' | 'during' | 'whereabouts'>,
  t: TFunction,
  format: Format,
): string {
  const place = whereabouts === '' ? [] : [whereabouts];
  return [t(`presenceElsewhere.${elsewhereType}`), partText(during, t, format), ...place].join(', ');
}

/** The same as short as a row has room for: the letter, and from when to when. */
export function briefElsewhere(
  { elsewhereType, during: { fromHour, start, end } }: Pick<PresenceElsewhere, 'elsewhereType' | 'during'>,
  t: TFunction,
  format: Format,
): string {
  const letter = t(`presenceElsewhere.letter.${elsewhereType}`);
  if (start !== undefined && end !== undefined)
    return `${letter} ${format.clock(start)}–${format.clock(end)}`;
  return fromHour === undefined ? letter : t('presenceElsewhere.briefFrom', { letter, hour: fromHour });
}
