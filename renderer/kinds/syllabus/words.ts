import { toClassId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { Syllabus } from '../../../domain/kinds/syllabus/record.ts';
import { nameOfClass, objectsOf, subjectName, textOf, type KindWords, type Words } from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const KEY = /^(.+)\.([^.]+)\.syllabus$/;

const words: KindWords<Syllabus> = {
  name: ({ t }) => t('syllabus.name'),
  entry: (record, _before, words) => ({
    what: said(record.subject, record.topics, words),
    where: nameOfClass(record.class, words),
  }),
  field: (field, { t }) => (field === 'topics' ? t('syllabus.field') : undefined),
  value: (field, value, words) => (field === 'topics' ? topicsText(value, words) : undefined),
  handedOver: (record, words) => [
    said(record['subject'], record['topics'], words),
    ...objectsOf(record['topics']).map((item) => topicText(item, words)),
  ],
  parked(id, words) {
    const [, ofClass, subject] = KEY.exec(id) ?? [];
    if (ofClass === undefined) return undefined;
    return { what: said(subject, [], words), where: nameOfClass(toClassId(ofClass), words) };
  },
};

/** A syllabus in words. */
export const syllabus = { words, texts: { it, en } } as const;

function said(subject: unknown, items: unknown, words: Words): string {
  const { t } = words;
  return t('syllabus.of', {
    subject: subjectName(subject, words),
    said: t('syllabus.count', { count: objectsOf(items).length }),
  });
}

function topicsText(value: unknown, words: Words): string {
  const topics = objectsOf(value).map((item) => topicText(item, words));
  return topics.length === 0 ? words.t('entry.empty') : topics.join('; ');
}

function topicText(item: Readonly<Record<string, unknown>>, { t, format }: Words): string {
  const topic = textOf(item['topic']) ?? t('entry.empty');
  const day = parseLocalDate(textOf(item['doneOn']) ?? '');
  return day === undefined ? topic : t('syllabus.done', { topic, day: format.shortDay(day) });
}
