import type { TFunction } from 'i18next';
import { hasAverages, SCALE_LEVELS } from '../../../domain/grades/scales.ts';
import type { Format } from '../../i18n/format.ts';
import type { CourseOfClass } from '../../views/grades/courses-of-class.ts';
import type { PeriodMarks } from '../../views/grades/course-marks.ts';
import { lackText } from '../../views/grades/lack-text.ts';

/** What the marks of a subject and period come to in words: how many count, events by their number (D52), judgements by theirs (D66), what is missing (D65). */
export function standText(
  { marks, counted, events, missing }: PeriodMarks,
  { scale }: Pick<CourseOfClass, 'scale'>,
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'number'> },
): readonly string[] {
  const levels = SCALE_LEVELS[scale].flatMap(({ code }) => {
    const count = marks.filter(({ value }) => value.level === code).length;
    return count === 0
      ? []
      : [t('grade.levelTimes', { count, number: format.number(count), level: t(`grade.level.${code}`) })];
  });
  const numbers = hasAverages(scale) ? [t('pupilGrades.counted', { count: counted.length })] : levels;
  const said = [
    ...numbers,
    ...events.map(({ event, count }) =>
      t(`grade.eventTimes.${event}`, { count, number: format.number(count) }),
    ),
    ...missing.map((one) => lackText(one, t)),
  ];
  return said.length === 0 ? [t('pupilGrades.none')] : said;
}
