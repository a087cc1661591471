import { ASSESSMENT_TYPES } from '../../../../domain/grades/assessment-types.ts';
import { averageText } from '../../../views/grades/average-text.ts';
import type { CourseGrades } from '../../../views/grades/course/course-grades.ts';
import type { PupilStanding } from '../../../views/grades/pupil-standing.ts';
import type { FactWords } from './cell-facts.ts';

/** What a pupil lacks of what the collegio wants, in words (D65); empty where nothing is missing. */
export function missingText({ missing }: PupilStanding, { t }: FactWords): string {
  if (missing.length === 0) return '';
  const each = missing.map(({ type, count }) => t(`classGrades.lacking.${type}`, { count }));
  return t('classGrades.missing', { what: each.join(', ') });
}

/** How often something else than a number was written, in words (D52). */
export function eventTexts({ events }: PupilStanding, { t, format }: FactWords): readonly string[] {
  return events.map(({ event, count }) =>
    t('classGrades.eventCount', { number: format.number(count), event: t(`grade.event.${event}`) }),
  );
}

/** What the average of a pupil is made of: of each type, of all grades and of the types, whichever the school uses (D59). */
export function averageTexts(
  { ofGrades, ofTypes, types }: PupilStanding,
  { policies: { decimals } }: Pick<CourseGrades, 'policies'>,
  words: FactWords,
): readonly string[] {
  const { t } = words;
  const shown = (exact: typeof ofGrades) => averageText(exact, decimals, words);
  const byType = new Map(types.map((one) => [one.type, one]));
  return [
    ...ASSESSMENT_TYPES.flatMap((type) => {
      const one = byType.get(type);
      if (!one || types.length < 2) return [];
      return [
        t('classGrades.typeAverage', {
          type: t(`classGrades.type.${type}`),
          average: shown(one.average),
          count: one.count,
        }),
      ];
    }),
    ...(types.length < 2
      ? []
      : [t('classGrades.bothAverages', { ofGrades: shown(ofGrades), ofTypes: shown(ofTypes) })]),
  ];
}
