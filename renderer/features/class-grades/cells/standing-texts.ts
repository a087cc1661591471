import { ASSESSMENT_TYPES } from '../../../../domain/grades/assessment-types.ts';
import type { Fraction } from '../../../../domain/grades/fraction.ts';
import { SCALE_LEVELS, type GradeScale } from '../../../../domain/grades/scales.ts';
import type { PeriodMarks } from '../../../views/grades/course-marks.ts';
import { writtenAverage } from '../../../views/grades/written-average.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilStanding } from '../../../../domain/grades/pupil-standing.ts';
import type { FactWords } from './cell-facts.ts';

/** An average as the school shows it (D57); "n.d." where nothing counts (D58). */
export function averageText(
  exact: Fraction | undefined,
  policies: CourseGrades['policies'],
  { t, format }: FactWords,
): string {
  return exact ? writtenAverage(exact, policies, format) : t('classGrades.noAverage');
}

/** What a pupil lacks of what the collegio wants, in words (D65); empty where nothing is missing. */
export function missingText({ missing }: PupilStanding, { t }: FactWords): string {
  if (missing.length === 0) return '';
  const each = missing.map(({ type, count }) => t(`classGrades.lacking.${type}`, { count }));
  return t('classGrades.missing', { what: each.join(', ') });
}

/** How often something else than a number was written, in words (D52). */
export function eventTexts({ events }: PupilStanding, { t, format }: FactWords): readonly string[] {
  return events.map(({ event, count }) =>
    t(`grade.eventTimes.${event}`, { count, number: format.number(count) }),
  );
}

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

/** How often each judgement was given, the best first (D66), those that were brought along too (D81). */
export function levelTexts(
  { marks }: Pick<PeriodMarks, 'marks'>,
  scale: GradeScale,
  { t, format }: FactWords,
): readonly string[] {
  return SCALE_LEVELS[scale].flatMap(({ code }) => {
    const count = marks.filter(({ value }) => value.level === code).length;
    return count === 0
      ? []
      : [t('grade.levelTimes', { count, number: format.number(count), level: t(`grade.level.${code}`) })];
  });
}
