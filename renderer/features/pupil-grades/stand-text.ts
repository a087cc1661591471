import type { TFunction } from 'i18next';
import { hasAverages } from '../../../domain/grades/scales.ts';
import type { Format } from '../../i18n/format.ts';
import type { CourseOfClass } from '../../views/grades/courses-of-class.ts';
import type { PeriodMarks } from '../../views/grades/course-marks.ts';
import { eventTexts, levelTexts, missingTexts, pointsTexts } from '../../views/grades/mark-words.ts';

/** What the marks of a subject and period come to in words: how many count, events by their number (D52), judgements and marks of points by theirs (D66), what is missing (D65). */
export function standText(
  of: PeriodMarks,
  { scale }: Pick<CourseOfClass, 'scale'>,
  words: { readonly t: TFunction; readonly format: Format },
): readonly string[] {
  const { t } = words;
  const said = [
    ...(hasAverages(scale)
      ? [t('pupilGrades.counted', { count: of.counted.length })]
      : [...levelTexts(of, words), ...pointsTexts(of, words)]),
    ...eventTexts(of, words),
    ...missingTexts(of, t),
  ];
  return said.length === 0 && of.marks.length === 0 ? [t('pupilGrades.none')] : said;
}
