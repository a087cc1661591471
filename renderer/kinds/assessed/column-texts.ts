import type { TFunction } from 'i18next';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Format } from '../../i18n/format.ts';
import { textOf, type Unchecked, type Words } from '../words.ts';
import { pointsText } from './points.ts';

/** How a column is called in a sentence: its type, its day and its topic. */
export function assessmentName(
  { type, day, topic }: Pick<Assessment, 'type' | 'day' | 'topic'>,
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'shortDay'> },
): string {
  const said = { type: t(`assessment.type.${type}`), day: format.shortDay(day), topic };
  return topic === '' ? t('assessment.named', said) : t('assessment.namedWithTopic', said);
}

/** A level of a criterion with its points: "Chiara (5 p.)" (D54). */
export function levelText({ name, points }: Unchecked, { t, format }: Pick<Words, 't' | 'format'>): string {
  const told = typeof points === 'number' ? pointsText(points, { format }) : '';
  return t('assessment.level', { name: textOf(name) ?? '', points: told });
}
