import { toClassId, toSubjectId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { PlannedLesson } from '../../../domain/kinds/planned-lesson/record.ts';
import { placedText, placeText, textOf, type KindWords, type Words } from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const FIELDS = ['topic', 'activity', 'subject'] as const;
const KEY = /^(\d{4}-\d\d-\d\d)\.(\d{1,2})\.(.+)\.[^.]+\.plan$/;

const words: KindWords<PlannedLesson> = {
  name: ({ t }) => t('plannedLesson.name'),
  entry: (record, _before, words) =>
    placedText(words, saidOf(record, words).join(' · '), record, record.hour),
  field(field, { t }) {
    const known = FIELDS.find((each) => each === field);
    return known && t(`plannedLesson.field.${known}`);
  },
  value(field, value, { t, index }) {
    if (field === 'topic' || field === 'activity') return textOf(value) ?? t('entry.empty');
    const subject = textOf(value);
    if (field !== 'subject' || subject === undefined) return undefined;
    return index?.subject(toSubjectId(subject))?.name ?? t('entry.empty');
  },
  handedOver: (record, words) => saidOf(record, words),
  parked(id, words) {
    const [, dayText = '', hourText, ofClass = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    if (day === undefined) return undefined;
    const where = placeText(words, toClassId(ofClass), day, Number(hourText));
    return { what: words.t('plannedLesson.name'), where };
  },
};

/** A planned topic in words. */
export const plannedLesson = { words, texts: { it, en } } as const;

function saidOf(record: object, { t }: Words): readonly string[] {
  const [topic, activity] = ['topic', 'activity'].map((field) => textOf(Reflect.get(record, field)));
  if (topic === undefined && activity === undefined) return [t('plannedLesson.removed')];
  return [
    ...(topic === undefined ? [] : [t('plannedLesson.entry', { text: topic })]),
    ...(activity === undefined ? [] : [t('plannedLesson.activity', { text: activity })]),
  ];
}
