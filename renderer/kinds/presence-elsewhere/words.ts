import { parseLocalDate, parseLocalTime } from '../../../domain/base/local-date.ts';
import { ELSEWHERE_TYPES, type PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import {
  clockOf,
  objectsOf,
  placedText,
  pupilName,
  somebodysName,
  textOf,
  type KindWords,
  type Unchecked,
  type Words,
} from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const FIELDS = ['lastDay', 'elsewhereType', 'during', 'whereabouts', 'withdrawn', 'marks'] as const;

const words: KindWords<PresenceElsewhere> = {
  name: ({ t }) => t('presenceElsewhere.name'),
  entry(record, _before, words) {
    const name = pupilName(words, record.pupil);
    const said = saidOf(record, words);
    const what = words.t(
      record.withdrawn === true ? 'presenceElsewhere.withdrawn' : 'presenceElsewhere.entry',
      {
        name,
        said,
      },
    );
    return placedText(words, what, record, record.during.fromHour);
  },
  // Marks that say “absent” of time elsewhere: the server tells both authors (D98).
  bothStand: 'marks',
  field(field, { t }) {
    const known = FIELDS.find((each) => each === field);
    return known && t(`presenceElsewhere.field.${known}`);
  },
  value(field, value, words) {
    const { t } = words;
    switch (field) {
      case 'lastDay':
        return dayText(value, words) ?? t('entry.empty');
      case 'elsewhereType':
        return typeText(value, words);
      case 'during':
        return duringText(objectsOf([value])[0] ?? {}, words);
      case 'whereabouts':
        return textOf(value) ?? t('entry.empty');
      case 'withdrawn':
        return t(value === true ? 'presenceElsewhere.isWithdrawn' : 'presenceElsewhere.stands');
      case 'marks':
        return objectsOf(value)
          .map((each) => besideText(each, words))
          .join('; ');
      default:
        return undefined;
    }
  },
  handedOver(record, words) {
    const { t } = words;
    const name = somebodysName(record['pupil'], words);
    const said = saidOf(record, words);
    return [
      t(record['withdrawn'] === true ? 'presenceElsewhere.withdrawn' : 'presenceElsewhere.entry', {
        name,
        said,
      }),
    ];
  },
  // Its key says nothing.
  parked: () => undefined,
};

/** A pupil elsewhere in words. */
export const presenceElsewhere = { words, texts: { it, en } } as const;

/** Type, part of the day, last day and place, as far as they are said. */
function saidOf(record: Unchecked | PresenceElsewhere, words: Words): string {
  const until = dayText(Reflect.get(record, 'lastDay'), words);
  const place = textOf(Reflect.get(record, 'whereabouts'));
  return [
    typeText(Reflect.get(record, 'elsewhereType'), words),
    duringText(objectsOf([Reflect.get(record, 'during')])[0] ?? {}, words),
    ...(until === undefined ? [] : [words.t('presenceElsewhere.until', { day: until })]),
    ...(place === undefined ? [] : [place]),
  ].join(', ');
}

/** One of the two that do not go together: an absence of an hour, or time elsewhere. */
function besideText(said: Unchecked, words: Words): string {
  const { hour } = said;
  return typeof hour === 'number'
    ? words.t('presenceElsewhere.absentIn', { hour: words.format.hour(hour) })
    : saidOf(said, words);
}

function typeText(value: unknown, { t }: Words): string {
  const type = ELSEWHERE_TYPES.find((each) => each === value);
  return type === undefined ? t('common.unknown') : t(`presenceElsewhere.${type}`);
}

function duringText({ fromHour, start, end }: Unchecked, { t, format }: Words): string {
  if (typeof fromHour === 'number') return t('presenceElsewhere.fromHour', { hour: format.hour(fromHour) });
  const [from, to] = [parseLocalTime(textOf(start) ?? ''), parseLocalTime(textOf(end) ?? '')];
  if (from === undefined || to === undefined) return t('presenceElsewhere.wholeDay');
  return t('presenceElsewhere.interval', { start: clockOf(from, format), end: clockOf(to, format) });
}

function dayText(value: unknown, { format }: Words): string | undefined {
  const day = parseLocalDate(textOf(value) ?? '');
  return day && format.shortDay(day);
}
