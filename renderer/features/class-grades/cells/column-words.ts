import { USUAL_WEIGHT } from '../../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { assessmentName } from '../../../kinds/assessed/column-texts.ts';
import type { CourseColumn } from '../view/course-columns.ts';
import type { FactWords } from './cell-facts.ts';

/** A column as far as its name asks for it. */
type NamedColumn = Pick<CourseColumn, 'assessment' | 'author'>;

/**
 * How a column is told from all others of its course (D47): by type, day and topic, by whose it is where a colleague made it, and among those that are alike
 * in all of that by which of them it is.
 */
export function columnName(
  { assessment, author }: NamedColumn,
  columns: readonly NamedColumn[],
  words: FactWords,
): string {
  const { t, format } = words;
  const alike = columns.filter((one) => isAlike(one.assessment, assessment));
  const place = alike.findIndex((one) => one.assessment.id === assessment.id);
  return [
    assessmentName(assessment, words),
    ...(author ? [t('classGrades.by', { name: author.surname })] : []),
    ...(alike.length < 2
      ? []
      : [
          t('classGrades.whichOf', {
            number: format.number(place + 1),
            all: format.number(alike.length),
          }),
        ]),
  ].join(', ');
}

function isAlike(a: Assessment, b: Assessment): boolean {
  return a.day === b.day && a.type === b.type && a.topic === b.topic && a.teacher === b.teacher;
}

/** How a column counts, where that is not as every other one: not at all, or with another weight (D58, D63). */
export function columnFacts(
  { weight, counts }: Pick<Assessment, 'weight' | 'counts'>,
  { t, format }: FactWords,
): readonly string[] {
  return [
    ...(counts ? [] : [t('classGrades.notInAverage')]),
    ...(weight === USUAL_WEIGHT ? [] : [t('classGrades.percent', { weight: format.number(weight) })]),
  ];
}
