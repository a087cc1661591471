import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import { inScaleOf } from '../../i18n/scale-texts.ts';
import {
  placedText,
  pupilName,
  somebodysName,
  type KindWords,
  type Unchecked,
  type Words,
} from '../words.ts';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';

const words: KindWords<EarlierGrade> = {
  name: ({ t }) => t('earlierGrade.name'),
  entry: (record, _before, words) =>
    placedText(words, saidOf(record, pupilName(words, record.pupil), words), record, undefined),
  field: (field, { t }) => (field === 'leftOut' ? t('earlierGrade.field') : undefined),
  value: (field, value, { t }) =>
    field === 'leftOut' ? t(value === true ? 'earlierGrade.no' : 'earlierGrade.yes') : undefined,
  handedOver: (record, words) => [saidOf(record, somebodysName(record['pupil'], words), words)],
  // Its key names a column and a pupil by keys of their own.
  parked: () => undefined,
};

/** Of a grade of the class before somebody says whether it counts, and nothing else (D81). */
export const earlierGrade = { words, texts: { it, en } } as const;

function saidOf(record: Unchecked | EarlierGrade, name: string, words: Words): string {
  const { t } = inScaleOf(record, words);
  return t(Reflect.get(record, 'leftOut') === true ? 'earlierGrade.leftOut' : 'earlierGrade.counts', {
    name,
  });
}
