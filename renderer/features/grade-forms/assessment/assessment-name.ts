import type { TFunction } from 'i18next';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { Format } from '../../../i18n/format.ts';

/** How a column is called in a sentence: its type, its day and its topic. */
export function assessmentName(
  { type, day, topic }: Pick<Assessment, 'type' | 'day' | 'topic'>,
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'shortDay'> },
): string {
  const said = { type: t(`assessment.type.${type}`), day: format.shortDay(day), topic };
  return topic === '' ? t('gradeForms.name', said) : t('gradeForms.nameWithTopic', said);
}
