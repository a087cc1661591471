import type { TFunction } from 'i18next';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import { hasAverages, type GradeScale } from '../../../../domain/grades/scales.ts';
import type { Format } from '../../../i18n/format.ts';
import type { AssessmentDraft } from './assessment-draft.ts';

/** What a test weighs and who sees it, while the fields that say it are folded. */
export function weightNote(
  draft: AssessmentDraft,
  scale: GradeScale,
  { t, format }: { readonly t: TFunction; readonly format: Format },
): string {
  const until = parseLocalDate(draft.embargo);
  return [
    ...(hasAverages(scale)
      ? [
          draft.counts
            ? t('gradeForms.assessment.weighs', { number: draft.weight })
            : t('gradeForms.assessment.notCounted'),
        ]
      : []),
    draft.visible
      ? until
        ? t('gradeForms.assessment.visibleFrom', { day: format.shortDay(until) })
        : t('gradeForms.assessment.isVisible')
      : t('gradeForms.assessment.hidden'),
  ].join(' · ');
}
