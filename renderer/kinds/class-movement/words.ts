import { toClassId } from '../../../domain/base/ids.ts';
import { parseLocalDate, parseLocalTime } from '../../../domain/base/local-date.ts';
import type { ClassMovement } from '../../../domain/kinds/class-movement/record.ts';
import { clockOf, objectsOf, placedText, placeText, textOf, type KindWords, type Words } from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const KEY = /^(\d{4}-\d\d-\d\d)\.(.+)$/;

const words: KindWords<ClassMovement> = {
  name: ({ t }) => t('classMovement.name'),
  entry: (record, _before, words) =>
    placedText(words, expectedText(record.expected, words), record, undefined),
  field(field, { t }) {
    if (field === 'expected') return t('classMovement.expected');
    return field === 'movementReason' ? t('classMovement.movementReason') : undefined;
  },
  value(field, value, words) {
    if (field === 'expected') return expectedText(value, words);
    return field === 'movementReason' ? (textOf(value) ?? words.t('entry.empty')) : undefined;
  },
  handedOver(record, words) {
    const reason = textOf(record['movementReason']);
    return [
      expectedText(record['expected'], words),
      ...(reason === undefined ? [] : [words.t('classMovement.because', { text: reason })]),
    ];
  },
  parked(id, words) {
    const [, dayText = '', ofClass = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    // A pupil's day has a key of the same form: only a class that is known here tells them apart.
    if (day === undefined || words.index?.schoolClass(toClassId(ofClass)) === undefined) return undefined;
    return {
      what: words.t('classMovement.name'),
      where: placeText(words, toClassId(ofClass), day, undefined),
    };
  },
};

/** A class called late or sent home early, in words. */
export const classMovement = { words, texts: { it, en } } as const;

function expectedText(value: unknown, { t, format }: Words): string {
  const [expected = {}] = objectsOf([value]);
  const said = (['from', 'to'] as const).flatMap((each) => {
    const time = parseLocalTime(textOf(expected[each]) ?? '');
    return time === undefined ? [] : [t(`classMovement.${each}`, { time: clockOf(time, format) })];
  });
  return said.length === 0 ? t('classMovement.byTheBell') : said.join(' · ');
}
