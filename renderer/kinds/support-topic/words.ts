import { toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import type { SupportTopic } from '../../../domain/kinds/support-topic/record.ts';
import { placedText, pupilName, somebodysName, textOf, type KindWords } from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const KEY = /^(\d{4}-\d\d-\d\d)\.(\d{1,2})\.([^.]+)\.[^.]+\.support$/;

const words: KindWords<SupportTopic> = {
  name: ({ t }) => t('supportTopic.name'),
  entry(record, _before, words) {
    const text = textOf(record.topic) ?? words.t('entry.empty');
    const what = words.t('supportTopic.entry', { name: pupilName(words, record.pupil), text });
    return placedText(words, what, record, record.hour);
  },
  field: (field, { t }) => (field === 'topic' ? t('supportTopic.field') : undefined),
  value: (field, value, { t }) => (field === 'topic' ? (textOf(value) ?? t('entry.empty')) : undefined),
  handedOver(record, words) {
    const text = textOf(record['topic']) ?? words.t('entry.empty');
    return [words.t('supportTopic.entry', { name: somebodysName(record['pupil'], words), text })];
  },
  parked(id, words) {
    const [, dayText = '', hourText, pupil = ''] = KEY.exec(id) ?? [];
    const day = parseLocalDate(dayText);
    if (day === undefined) return undefined;
    const what = words.t('supportTopic.entry', {
      name: pupilName(words, toPersonId(pupil)),
      text: words.t('entry.empty'),
    });
    return { what, where: `${words.format.shortDay(day)}, ${words.format.hour(Number(hourText))}` };
  },
};

/** What a support teacher did with a pupil, in words. */
export const supportTopic = { words, texts: { it, en } } as const;
