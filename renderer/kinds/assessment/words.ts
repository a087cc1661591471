import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { ASSESSMENT_TYPES } from '../../../domain/grades/assessment-types.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { inScaleOf } from '../../i18n/scale-texts.ts';
import { objectsOf, placedText, subjectName, textOf, type KindWords, type Words } from '../words.ts';
import { rubricOfText, testText } from './points-text.ts';
import { ASSESSMENT_FIELDS } from './fields.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const words: KindWords<Assessment> = {
  name: ({ t }) => t('assessment.name'),
  entry: (record, _before, words) => placedText(words, saidOf(record, words), record, undefined),
  field(field, { t }) {
    const known = ASSESSMENT_FIELDS.find((each) => each === field);
    return known && t(`assessment.field.${known}`);
  },
  value(field, value, words) {
    const { t, format } = words;
    const [inside = {}] = objectsOf([value]);
    switch (field) {
      case 'topic':
      case 'comment':
        return textOf(value) ?? t('entry.empty');
      case 'type':
        return typeText(value, words);
      case 'day':
      case 'embargo':
        return dayText(value, words) ?? t('entry.empty');
      case 'serial':
        return typeof value === 'number'
          ? t('assessment.serialValue', { number: format.number(value + 1) })
          : undefined;
      case 'weight':
        return typeof value === 'number'
          ? t('assessment.weightValue', { number: format.number(value) })
          : undefined;
      case 'counts':
      case 'visible':
        return t(value === true ? 'assessment.yes' : 'assessment.no');
      case 'test':
        return testText(inside, words);
      case 'rubric':
        return rubricOfText(inside, words);
      case 'objectives': {
        const names = objectsOf(value).flatMap(({ name }) => textOf(name) ?? []);
        return names.length === 0 ? t('entry.empty') : names.join('; ');
      }
      case 'correction':
        return textOf(inside['reason']) ?? t('entry.empty');
      case 'cancelled': {
        if (value === null || value === undefined) return t('assessment.stands');
        const reason = textOf(inside['reason']);
        return reason === undefined
          ? t('assessment.isCancelled')
          : t('assessment.isCancelledBecause', { reason });
      }
      default:
        return undefined;
    }
  },
  // What it says the office does not read.
  handedOver: (record, words) => [
    inScaleOf(record, words).t('assessment.handedOver', {
      type: typeText(record['type'], words),
      subject: subjectName(record['subject'], words),
    }),
  ],
  // Its key says nothing.
  parked: () => undefined,
};

/** An assessment in words. */
export const assessment = { words, texts: { it, en } } as const;

function saidOf(record: Assessment, words: Words): string {
  const { t } = words;
  const member = (name: string): unknown => Reflect.get(record, name);
  const entry = t('assessment.entry', {
    type: typeText(member('type'), words),
    subject: subjectName(member('subject'), words),
    topic: textOf(member('topic')) ?? t('assessment.noTopic'),
  });
  const [cancelled] = objectsOf([member('cancelled')]);
  if (!cancelled) return entry;
  const reason = textOf(cancelled['reason']);
  return reason === undefined
    ? t('assessment.cancelled', { entry })
    : t('assessment.cancelledBecause', { entry, reason });
}

function typeText(value: unknown, { t }: Words): string {
  const type = ASSESSMENT_TYPES.find((each) => each === value);
  return type === undefined ? t('common.unknown') : t(`assessment.type.${type}`);
}

function dayText(value: unknown, { format }: Words): string | undefined {
  const day = parseLocalDate(textOf(value) ?? '');
  return day && format.shortDay(day);
}
