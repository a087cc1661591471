import { ASSESSMENT_TYPES } from '../../../../domain/grades/assessment-types.ts';
import { averageText } from '../../../views/grades/written-average.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilStanding } from '../../../../domain/grades/pupil-standing.ts';
import type { FactWords } from './cell-facts.ts';

/** What the average of a pupil is made of: of each type, of all grades and of the types, whichever the school uses (D59). */
export function averageTexts(
  { ofGrades, ofTypes, types }: PupilStanding,
  { policies }: Pick<CourseGrades, 'policies'>,
  words: FactWords,
): readonly string[] {
  const { t } = words;
  const shown = (exact: typeof ofGrades) => averageText(exact, policies, words);
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
